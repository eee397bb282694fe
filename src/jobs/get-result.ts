import { fieldConfidence, overallConfidence } from '../schema/assemble';
import type { Cell } from '../schema/cell';
import type { JsonObject } from '../schema/json';
import { NO_FIELDS, type ObjectNode } from '../schema/schema-node';
import { applyCorrections } from './apply-corrections';
import type { Notice, OutputRef, PageSize, PhaseOutput } from './blob-port';
import { readDefinition } from './choose-schema';
import { JobError } from './errors';
import { getJob } from './get-job';
import { inTurn } from './in-turn';
import type { JobSummary } from './job';
import { layOut } from './lay-out';
import type { Ports } from './ports';
import type { Product } from './product';
import type { Caller, Correction, ExtractionRecord } from './records';
import type { JobRequest } from './request';
import { unless } from './unless';

/** Results read at the same time: an invocation has six connections. */
const READS_AT_ONCE = 5;

/** One row of the grid. */
export interface DocumentResult {
  readonly extraction: ExtractionRecord;
  /** As read from the document, before corrections; positions in arrays are those in the values. */
  readonly cells: readonly Cell[];
  /**
   * Everything the schema asks for, nested as it asks: corrections applied, null or [] where nothing is known. Of an
   * operation that asks for no fields, its product.
   */
  readonly values: JsonObject;
  /** By dotted field; only fields with a value. 1 for corrected ones. */
  readonly fieldConfidence: ReadonlyMap<string, number>;
  readonly confidence: number | null;
  readonly corrections: readonly Correction[];
  readonly elapsedMs: number | null;
  /** Pages actually read. */
  readonly pages: number;
  /** Of the pages read, in order; [] in results from before they were noted. */
  readonly pageSizes: readonly PageSize[];
  /** What was asked and could not be honoured. */
  readonly notices: readonly Notice[];
  /** What an operation other than extraction made; null: nothing yet. */
  readonly product: Product | null;
}

export interface JobResult {
  readonly job: JobSummary;
  readonly request: JobRequest;
  readonly schema: ObjectNode;
  readonly rows: readonly DocumentResult[];
}

/** The grid of a job; while it runs, what the last finished phase of each document left. Throws `not-found`. */
export async function getResult(ports: Ports, caller: Caller, jobId: string): Promise<JobResult> {
  const job = await getJob(ports, caller, jobId);
  const { request, schema } = await requestOf(ports, job);
  const extractions = await ports.gates.at({ accountId: caller.accountId, jobId }).extractions();
  const corrections = await ports.extractions.corrections(
    caller.accountId,
    extractions.map((extraction) => extraction.id),
  );
  const rows = await inTurn(extractions, READS_AT_ONCE, async (extraction) =>
    toResult(extraction, schema, request, await outputOf(ports, extraction), corrections.get(extraction.id) ?? []),
  );
  return { job, request, schema, rows };
}

export interface ReadExtraction {
  readonly schema: ObjectNode;
  /** Normalised JSON Schema; `{}`: no fields were asked for. */
  readonly definition: JsonObject;
  readonly request: JobRequest;
  readonly result: DocumentResult;
}

/** What one extraction holds. Throws `not-found` when its job has expired or been deleted. */
export async function readExtraction(
  ports: Ports,
  caller: Caller,
  extraction: ExtractionRecord,
): Promise<ReadExtraction> {
  const { request, schema } = await requestOf(ports, await keptJob(ports, caller, extraction.jobId));
  const corrections = await ports.extractions.corrections(caller.accountId, [extraction.id]);
  const result = toResult(
    extraction,
    schema,
    request,
    await outputOf(ports, extraction),
    corrections.get(extraction.id) ?? [],
  );
  return { schema, definition: request.schema ?? {}, request, result };
}

/** Whether a job is still kept is all that is asked, and lists know it: a retry only puts its expiry off. */
async function keptJob(ports: Ports, caller: Caller, jobId: string): Promise<JobSummary> {
  const indexed = await ports.jobs.get(caller.accountId, jobId).catch(unless('storage-unavailable'));
  const isKept = indexed !== null && indexed.status !== 'expired' && indexed.expiresAt > ports.clock();
  return isKept ? indexed : getJob(ports, caller, jobId);
}

async function requestOf(
  ports: Ports,
  { accountId, id: jobId, status }: JobSummary,
): Promise<{ request: JobRequest; schema: ObjectNode }> {
  const request = status === 'expired' ? null : await ports.blobs.getRequest({ accountId, jobId });
  if (request === null) throw new JobError('not-found', `Job ${jobId} and its results have been deleted`);
  return { request, schema: request.schema === null ? NO_FIELDS : readDefinition(request.schema).node };
}

/** Where the output of the last finished phase lies; null: none has finished. */
export function outputRefOf({ accountId, jobId, attempt, index, phase, token }: ExtractionRecord): OutputRef | null {
  return phase === null || token === null ? null : { accountId, jobId, attempt, index, phase, token };
}

/** null: no phase has finished. What was stored before it was pointed to is missing only once the job's things are deleted. */
async function outputOf(ports: Ports, extraction: ExtractionRecord): Promise<PhaseOutput | null> {
  const ref = outputRefOf(extraction);
  if (ref === null) return null;
  const output = await ports.blobs.getOutput(ref);
  if (output === null) throw new JobError('not-found', `Job ${extraction.jobId} and its results have been deleted`);
  return output;
}

function toResult(
  extraction: ExtractionRecord,
  schema: ObjectNode,
  { options }: JobRequest,
  output: PhaseOutput | null,
  corrections: readonly Correction[],
): DocumentResult {
  const product = output?.product ?? null;
  const { cells, values } = layOut(schema, options.target, output ?? { cells: [], pages: 0 });
  const confidences = new Map(fieldConfidence(schema, cells));
  for (const { field } of corrections) confidences.set(field, 1);
  return {
    extraction,
    cells,
    values: product === null ? applyCorrections(schema, values, corrections) : valuesOf(product),
    fieldConfidence: confidences,
    confidence: cells.length === 0 ? null : overallConfidence(schema, cells),
    corrections,
    elapsedMs: output?.elapsedMs ?? null,
    pages: output?.pages ?? 0,
    pageSizes: output?.pageSizes ?? [],
    notices: output?.notices ?? [],
    product,
  };
}

/** Products are stored as JSON and come from there. */
function valuesOf({ operation: _operation, ...product }: Product): JsonObject {
  return product as unknown as JsonObject;
}
