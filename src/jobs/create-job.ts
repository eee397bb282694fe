import type { JsonObject } from '../schema/json';
import { fieldCount } from '../schema/walk';
import { answeredByKey, answeringJob, type Repeatable } from './answering-job';
import type { Assignment } from './assignment';
import { carryCorrections } from './carry-corrections';
import { chooseDocuments, type DocumentChoice } from './choose-documents';
import { chooseSchema, type ProposedChoice, readDefinition, type SchemaChoice } from './choose-schema';
import type { JobOpening } from './gate-port';
import type { JobSummary, JobTraits, Priority } from './job';
import type { Ports } from './ports';
import { proposedSchema } from './propose-schema';
import type { Caller, DocumentRecord } from './records';
import type { AskedAs, ReadOptions } from './request';
import { entrySchema, wholeSchema } from './target';
import { unless } from './unless';
import { acceptDestination, PREFIXED_FIELDS } from './webhooks/accept-destination';
import type { Hook } from './webhooks/hook';

export type { DocumentChoice } from './choose-documents';
export type { ProposedChoice, SchemaChoice } from './choose-schema';

export interface CreateJob extends JobTraits, Repeatable {
  readonly assignment: Assignment;
  readonly name: string | null;
  /** null: the operation asks for no fields. */
  readonly schema: SchemaChoice | ProposedChoice | null;
  /** null: all completed documents of the account. */
  readonly documents: readonly DocumentChoice[] | null;
  readonly options: ReadOptions;
  readonly priority: Priority;
  /** The request in the dialect's own words, to be given back. */
  readonly asked: AskedAs | null;
  /** What was sent, where the command says more than that (an agent's schema): an idempotency key stands for it. */
  readonly sentAs?: string;
  /** Who is told of it; absent: only those that hear of everything in the account. */
  readonly hooks?: readonly Hook[];
  /** How long the job waits before its work begins, in milliseconds; absent: not at all. */
  readonly delayMs?: number;
}

/** A job without any of the facts that some callers search by. */
export const NO_TRAITS: JobTraits = {
  agentId: null,
  projectId: null,
  model: null,
  calledAs: null,
  labels: {},
  origin: 'api',
};

export interface CreatedJob {
  readonly job: JobSummary;
  /** The same request was made before, and this is its job. */
  readonly joined: boolean;
  /** Normalised JSON Schema the job works with; `{}`: it asks for no fields. */
  readonly schema: JsonObject;
}

/**
 * Accepts a job: what it needs is stored first, then its gate is opened, which is the moment of acceptance. A request that
 * was made before (same idempotency key within 24 h, or, where the command says so, the very same request within 10 minutes)
 * gets the job it made then; without a key only if that one did not come to nothing.
 * Throws `not-found`, `no-documents`, `invalid-request`, `idempotency-mismatch`.
 */
export async function createJob(ports: Ports, caller: Caller, command: CreateJob): Promise<CreatedJob> {
  const { assignment, name, options, priority, agentId, projectId, model, calledAs, labels, origin, asked } = command;
  const { idempotencyKey: key } = command;
  const { accountId } = caller;
  const traits: JobTraits = { agentId, projectId, model, calledAs, labels, origin };
  const { hooks = [] } = command;
  const told = [options, priority, traits, asked, ...hooks];
  for (const hook of hooks) if (hook.webhookId === null) acceptDestination(hook, ports.settings.web, PREFIXED_FIELDS);

  // A key stands for what was sent: the same body is the same request however schema and documents changed since.
  const ids = command.documents && [...new Set(command.documents.map(({ id, sha256 }) => sha256 ?? id))].sort();
  const sent = command.sentAs ?? JSON.stringify([assignment, name, command.schema, ids, ...told]);
  const made = key === null ? null : await answeredByKey(ports, caller, sent, key);
  if (made !== null) return asMade(ports, caller, made);

  const choice = command.schema;
  const given = choice === null || choice.kind === 'proposed' ? null : await chooseSchema(ports, caller, choice);
  const documents = await chooseDocuments(ports, caller, command.documents);
  const schema = choice?.kind === 'proposed' ? await proposedSchema(ports, documents, options) : given;
  const whole = schema === null ? null : wholeSchema(schema, options.target);
  const named = documents.map(({ id, filename }) => [id, filename]).sort();
  const meant = JSON.stringify([assignment, name, schema?.id ?? schema?.definition, schema?.version, named, ...told]);
  const { jobId, earlier } = await answeringJob(ports, caller, key === null ? meant : sent, command);
  if (earlier !== null) return asMade(ports, caller, earlier);

  const createdAt = ports.clock();
  const opening: JobOpening = {
    id: jobId,
    accountId,
    operation: assignment.operation,
    priority,
    name,
    ...traits,
    schemaId: schema?.id ?? null,
    schemaName: schema?.name ?? null,
    schemaVersion: schema?.version ?? null,
    fieldCount: whole === null ? 0 : fieldCount(whole.node),
    createdAt,
    delayMs: command.delayMs ?? 0,
    retentionMs: ports.settings.retentionMs,
    sourceId: commonSource(documents),
    hooks,
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
    { jobId, assignment, schema: whole?.definition ?? null, schemaId: schema?.id ?? null, options, asked },
  );
  await carryCorrections(ports, caller, opening);
  const job = await ports.gates.at({ accountId, jobId }).open(opening).catch(unless('not-found'));
  if (job !== null) return { job, joined: false, schema: schema?.definition ?? {} };
  // The job of an equal request was deleted since this one found its claim, which who deletes a whole account leaves.
  await ports.requests.forget(accountId, jobId);
  return createJob(ports, caller, command);
}

/** null: they came through none, or through several. */
function commonSource(documents: readonly Pick<DocumentRecord, 'sourceId'>[]): string | null {
  const first = documents[0]?.sourceId ?? null;
  return documents.every(({ sourceId }) => sourceId === first) ? first : null;
}

/** As the job was made, whatever its schema has become since; `{}` once its request is deleted. */
async function asMade(ports: Ports, { accountId }: Caller, job: JobSummary): Promise<CreatedJob> {
  const request = await ports.blobs.getRequest({ accountId, jobId: job.id });
  const definition = request?.schema ?? null;
  if (request === null || definition === null) return { job, joined: true, schema: {} };
  const { options } = request;
  const { node } = readDefinition(definition);
  return { job, joined: true, schema: entrySchema({ definition, node }, options.target).definition };
}
