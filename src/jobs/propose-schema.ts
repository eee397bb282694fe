import type { JsonObject } from '../schema/json';
import { chooseDocuments } from './choose-documents';
import { acceptDefinition, type ChosenSchema, readDefinition } from './choose-schema';
import { JobError } from './errors';
import type { Ports } from './ports';
import { readParsed } from './read-parsed';
import type { Caller, DocumentRecord } from './records';
import type { ReadOptions } from './request';

export interface ProposeSchema {
  readonly documentIds: readonly string[];
  /** What is asked for, in words; null: whatever the documents have. */
  readonly prompt: string | null;
  /** A definition in any accepted form that is kept and added to; null: none. */
  readonly base: unknown;
}

/** Documents of one proposal: enough to see what a kind of document has. Our own number. */
export const MAX_PROPOSAL_DOCUMENTS = 10;
/** Characters of a prompt. Our own number. */
export const MAX_PROMPT_CHARACTERS = 20_000;

/**
 * A schema made of what documents show and words ask for: normalised JSON Schema of an object. Throws `not-found` for a
 * document the account does not have, `document-unreadable`, `unsupported-document`, and `invalid-request` when nothing
 * is given, nothing can be made of it, or the base is no definition.
 */
export async function proposeSchema(ports: Ports, caller: Caller, command: ProposeSchema): Promise<JsonObject> {
  const prompt = command.prompt?.trim() ? command.prompt : null;
  const base =
    command.base === null || command.base === undefined ? null : acceptDefinition(ports, command.base).definition;
  refuseNothing(command.documentIds.length, prompt, base);
  const documents = await chooseDocuments(
    ports,
    caller,
    command.documentIds.map((id) => ({ id, filename: null })),
  );
  const proposed = await ports.proposer.propose(parsedOneByOne(ports, documents, null), prompt, base);
  if (proposed !== null) return readDefinition(proposed).definition;
  throw documents.length === 0
    ? new JobError('invalid-request', `prompt: names no field; write what to extract, ${ASKING_EXAMPLE}`, {
        field: 'prompt',
      })
    : new JobError(
        'invalid-request',
        `documents: no field, label or table was recognised in them; write in the prompt what to extract, ${ASKING_EXAMPLE}`,
        { field: 'documentIds' },
      );
}

/**
 * The schema of a job that was given none: what its first documents show, or the instructions ask of them. Throws
 * `invalid-request` when they name nothing, and what reading a document throws.
 */
export async function proposedSchema(
  ports: Ports,
  documents: readonly DocumentRecord[],
  { instructions, pages }: Pick<ReadOptions, 'instructions' | 'pages'>,
): Promise<ChosenSchema> {
  const shown = documents.slice(0, MAX_PROPOSAL_DOCUMENTS);
  const proposed = await ports.proposer.propose(parsedOneByOne(ports, shown, pages), instructions, null);
  if (proposed !== null) return { id: null, name: null, version: null, ...readDefinition(proposed) };
  throw new JobError(
    'invalid-request',
    `schema: none was sent, and no field, label or table was recognised in the document; send a schema, or say in the instructions what to extract, ${ASKING_EXAMPLE}`,
    { field: 'schema' },
  );
}

/** Words that name fields. */
export const ASKING_EXAMPLE =
  'as "the invoice number, the due date, and for each line item the description and the amount"';

function refuseNothing(documents: number, prompt: string | null, base: JsonObject | null): void {
  if (documents === 0 && prompt === null && base === null)
    throw new JobError(
      'invalid-request',
      `Nothing to make a schema of: give a document, or a prompt ${ASKING_EXAMPLE}`,
      {
        field: 'prompt',
      },
    );
  if (documents > MAX_PROPOSAL_DOCUMENTS)
    throw new JobError('invalid-request', `documents: ${documents} ids; give at most ${MAX_PROPOSAL_DOCUMENTS}`, {
      field: 'documentIds',
    });
  if ((prompt?.length ?? 0) > MAX_PROMPT_CHARACTERS)
    throw new JobError('invalid-request', `prompt: longer than ${MAX_PROMPT_CHARACTERS} characters`, {
      field: 'prompt',
    });
}

/** Only one part of one parsed document is read at a time. */
async function* parsedOneByOne(
  ports: Ports,
  documents: readonly DocumentRecord[],
  pages: readonly number[] | null,
): AsyncGenerator<AsyncGenerator<string>> {
  for (const document of documents) yield partsOf(ports, document, pages);
}

async function* partsOf(
  ports: Ports,
  document: DocumentRecord,
  pages: readonly number[] | null,
): AsyncGenerator<string> {
  for await (const { json, isLast } of readParsed(ports, { ...document, pages, isFresh: false })) {
    yield json;
    // Other requests have their turn between parts.
    if (!isLast) await ports.pause(0);
  }
}
