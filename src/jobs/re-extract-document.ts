import { type ProposedChoice, readDefinition, type SchemaChoice } from './choose-schema';
import { createJob, NO_TRAITS } from './create-job';
import { sha256Hex } from './digest';
import { getDocument } from './get-document';
import type { JobSummary } from './job';
import type { Ports } from './ports';
import type { Caller } from './records';
import { PLAIN_READING, type Target } from './request';
import { entrySchema } from './target';

export interface ReExtractDocument {
  readonly documentId: string;
  /** null: the one of the document's latest extraction, which may have been by page or row; without one, what the document shows. */
  readonly schema: SchemaChoice | null;
  readonly instructions: string | null;
  readonly idempotencyKey: string | null;
}

/**
 * Reads a document again, as a new job. Corrections made by hand go along. Sent again before the new extraction is
 * known, it joins the job it made. Throws `not-found`, `invalid-request` when no schema is known and none can be made.
 */
export async function reExtractDocument(ports: Ports, caller: Caller, command: ReExtractDocument): Promise<JobSummary> {
  const { document, extractions } = await getDocument(ports, caller, command.documentId);
  const latestId = extractions?.latestId ?? null;
  const asked = command.schema;
  const { schema, target } =
    asked === null ? await latestShape(ports, caller, latestId) : ({ schema: asked, target: 'document' } as const);
  // The very same extraction made minutes ago is no answer here: only what was made after the latest one is.
  const again = await sha256Hex(JSON.stringify([document.id, latestId, schema, command.instructions]));
  const { job } = await createJob(ports, caller, {
    assignment: { operation: 'extract' },
    name: null,
    schema,
    documents: [{ id: document.id, filename: null }],
    options: { ...PLAIN_READING, instructions: command.instructions, target },
    priority: 'normal',
    ...NO_TRAITS,
    idempotencyKey: command.idempotencyKey ?? `re-extract:${again}`,
    joinsSame: true,
    asked: null,
  });
  return job;
}

/** What the latest extraction asked for, of the document or of each of its parts. */
async function latestShape(
  ports: Ports,
  caller: Caller,
  extractionId: string | null,
): Promise<{ readonly schema: SchemaChoice | ProposedChoice; readonly target: Target }> {
  const latest = extractionId === null ? null : await ports.extractions.get(caller.accountId, extractionId);
  if (latest !== null) {
    const { accountId } = caller;
    const request = await ports.blobs.getRequest({ accountId, jobId: latest.jobId });
    const target = request?.options.target ?? 'document';
    const stored = latest.schemaId === null ? null : await ports.schemas.get(accountId, latest.schemaId);
    if (stored !== null) return { schema: { kind: 'stored', idOrShortId: stored.id }, target };
    if (request !== null && request.schema !== null) {
      const { definition } = entrySchema(readDefinition(request.schema), target);
      return { schema: { kind: 'kept', definition }, target };
    }
  }
  return { schema: { kind: 'proposed' }, target: 'document' };
}
