import type { ParsedDocument } from '../../parsers/parsed-document';
import { isJsonObject, type JsonObject } from '../../schema/json';
import { mergeProposals } from '../../schema/merge-proposals';
import { MOST_FIELDS, type ProposedField } from '../../schema/proposed-field';
import { propertiesOf } from '../../schema/proposed-schema';
import { nameTokens, phraseKey } from '../layout/lexicon/tokens';
import { squash } from '../values/fold';
import { endsOf } from './ends-of';
import { fieldsOfDocument } from './from-document';
import { fieldsOfRequest } from './from-request';

/** What a schema is to be made of. */
export interface ProposalTask {
  /** Each part by part. */
  readonly documents: AsyncIterable<AsyncIterable<ParsedDocument>>;
  /** What is asked for, in words; null: whatever the documents have. */
  readonly prompt: string | null;
  /** Kept as it is; what is new is added to its root. JSON Schema of an object; null: nothing yet. */
  readonly base: JsonObject | null;
}

/** Words that ask for more than they name. */
const AND_MORE =
  /\b(?:all|everything|also|including|in addition|additionally|as well|especially|etc|any other|alle[sn]?|auch)\b/i;

/**
 * A JSON Schema of what documents show and words ask for; null when they name nothing. A prompt that names fields decides
 * what is asked, unless it says that there is more; the documents then tell types and labels. Looks at one document at a time.
 */
export async function proposeSchema({ documents, prompt, base }: ProposalTask): Promise<JsonObject | null> {
  const proposals: (readonly ProposedField[])[] = [];
  for await (const parts of documents) proposals.push(await proposeFields(parts, prompt));
  if (proposals.length === 0) proposals.push(fieldsOfRequest(prompt ?? ''));
  const fields = mergeProposals(proposals);
  if (fields.length === 0) return base;
  return addedTo(base ?? { type: 'object', properties: {} }, fields.slice(0, MOST_FIELDS));
}

/** What one document, part by part, shows that could be asked for, and the words ask for; empty: they name nothing. */
export async function proposeFields(
  parts: AsyncIterable<ParsedDocument>,
  prompt: string | null,
): Promise<readonly ProposedField[]> {
  const document = await endsOf(parts);
  const found = document === null ? [] : fieldsOfDocument(document);
  const asked = prompt === null ? [] : fieldsOfRequest(prompt);
  return asked.length === 0 ? found : chosen(asked, found, AND_MORE.test(prompt ?? ''));
}

/** What is asked for, as the documents have it; and what else they have, where that is wanted too. */
function chosen(asked: readonly ProposedField[], found: readonly ProposedField[], more: boolean): ProposedField[] {
  const used = new Set<ProposedField>();
  const answers = asked.map((field) => {
    const same = found.find((one) => !used.has(one) && isSame(field, one));
    if (same === undefined) return field;
    used.add(same);
    const labels = [...new Set([...field.labels, ...same.labels])];
    return { ...field, labels, shape: same.shape, examples: same.examples };
  });
  return more ? [...answers, ...found.filter((one) => !used.has(one))] : answers;
}

const isSame = (a: ProposedField, b: ProposedField): boolean =>
  a.name === b.name || (a.meaning !== null && a.meaning === b.meaning) || keyOf(a.name) === keyOf(b.name);

function addedTo(base: JsonObject, fields: readonly ProposedField[]): JsonObject {
  const given = isJsonObject(base.properties) ? base.properties : {};
  const taken = new Set(Object.keys(given).flatMap((name) => [squash(name), keyOf(name)]));
  const added = fields.filter(({ name }) => !taken.has(squash(name)) && !taken.has(keyOf(name)));
  return { ...base, properties: { ...given, ...propertiesOf(added) } };
}

const keyOf = (name: string): string => phraseKey(nameTokens(name));
