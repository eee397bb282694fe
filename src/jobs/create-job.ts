import type { JsonObject } from '../schema/json';
import { fieldCount } from '../schema/walk';
import { carryCorrections } from './carry-corrections';
import { chooseDocuments, type DocumentChoice } from './choose-documents';
import { chooseSchema, type SchemaChoice } from './choose-schema';
import { claimRequest, releaseRequest, takeRequest } from './claim-request';
import type { JobOpening } from './gate-port';
import type { JobStatus, JobSummary, JobTraits, Operation, Priority } from './job';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { AskedAs, ExtractOptions } from './request';
import { wholeSchema } from './target';

export type { DocumentChoice } from './choose-documents';
export type { SchemaChoice } from './choose-schema';

export interface CreateJob extends JobTraits {
  readonly operation: Operation;
  readonly name: string | null;
  readonly schema: SchemaChoice;
  /** null: all completed documents of the account. */
  readonly documents: readonly DocumentChoice[] | null;
  readonly options: ExtractOptions;
  readonly priority: Priority;
  readonly idempotencyKey: string | null;
  /** Whether the very same request made minutes ago answers this one, where no key is given. */
  readonly joinsSame: boolean;
  /** The request in the dialect's own words, to be given back. */
  readonly asked: AskedAs | null;
}

/** A job without any of the facts that some callers search by. */
export const NO_TRAITS: JobTraits = { agentId: null, projectId: null, model: null, labels: {}, origin: 'api' };

export interface CreatedJob {
  readonly job: JobSummary;
  /** The same request was made before, and this is its job. */
  readonly joined: boolean;
  /** Normalised JSON Schema the job works with. */
  readonly schema: JsonObject;
}

/**
 * Accepts a job: what it needs is stored first, then its gate is opened, which is the moment of acceptance. A request that
 * was made before (same idempotency key within 24 h, or, where the command says so, the very same request within 10 minutes)
 * gets the job it made then; without a key only if that one did not come to nothing.
 * Throws `not-found`, `no-documents`, `invalid-request`, `idempotency-mismatch`.
 */
export async function createJob(ports: Ports, caller: Caller, command: CreateJob): Promise<CreatedJob> {
  const { operation, name, options, priority, agentId, projectId, model, labels, origin, asked } = command;
  const { accountId } = caller;
  const schema = await chooseSchema(ports, caller, command.schema);
  const documents = await chooseDocuments(ports, caller, command.documents);

  // A key stands for what was sent: the same body is the same request however schema and documents changed since.
  const chosen =
    command.idempotencyKey === null
      ? [schema.id ?? schema.definition, schema.version, documents.map(({ id, filename }) => [id, filename]).sort()]
      : [command.schema, command.documents && [...new Set(command.documents.map(({ id }) => id))].sort()];
  const traits: JobTraits = { agentId, projectId, model, labels, origin };
  const fingerprinted = JSON.stringify([operation, name, ...chosen, options, priority, traits, asked]);
  const { jobId, earlier } = await answeringJob(ports, caller, fingerprinted, command);
  if (earlier !== null) return { job: earlier, joined: true, schema: schema.definition };

  const whole = wholeSchema(schema, options.target);
  const opening: JobOpening = {
    id: jobId,
    accountId,
    operation,
    priority,
    name,
    ...traits,
    schemaId: schema.id,
    schemaName: schema.name,
    schemaVersion: schema.version,
    fieldCount: fieldCount(whole.node),
    createdAt: ports.clock(),
    retentionMs: ports.settings.retentionMs,
    documents: documents.map(({ id, filename, sha256, sizeBytes, mediaType }) => ({
      documentId: id,
      extractionId: ports.ids(),
      filename,
      sha256,
      sizeBytes,
      mediaType,
    })),
  };
  await ports.blobs.putRequest(
    { accountId, jobId },
    { jobId, operation, schema: whole.definition, schemaId: schema.id, options, asked },
  );
  await carryCorrections(ports, caller, opening);
  return { job: await ports.gates.at({ accountId, jobId }).open(opening), joined: false, schema: schema.definition };
}

/** Statuses of a job that somebody who asks again does not want back. */
const CAME_TO_NOTHING: ReadonlySet<JobStatus> = new Set(['failed', 'cancelled', 'expired']);

/**
 * Which job answers the request, and how it stands if it was made before. A request without a key that finds a job that
 * came to nothing gets a new one: a person asks again, a client that timed out would have found it at work.
 */
async function answeringJob(
  ports: Ports,
  caller: Caller,
  asked: string,
  { idempotencyKey: key, joinsSame }: CreateJob,
): Promise<{ readonly jobId: string; readonly earlier: JobSummary | null }> {
  if (key === null && !joinsSame) return { jobId: await takeRequest(ports, caller, asked), earlier: null };
  const claimed = async () => {
    const jobId = await claimRequest(ports, caller, asked, key);
    return { jobId, earlier: await ports.gates.at({ accountId: caller.accountId, jobId }).summary() };
  };
  const first = await claimed();
  if (key !== null || first.earlier === null || !CAME_TO_NOTHING.has(first.earlier.status)) return first;
  await releaseRequest(ports, caller, asked, first.jobId);
  return claimed();
}
