/** A job with what an answer about it is made of. */
import { type FirstDocument, getFirstDocument, listFirstDocuments } from '../../../jobs/first-document';
import { type ReadExtraction, readExtraction } from '../../../jobs/get-result';
import { inTurn } from '../../../jobs/in-turn';
import type { JobSummary } from '../../../jobs/job';
import type { Ports } from '../../../jobs/ports';
import type { Caller } from '../../../jobs/records';
import { unless } from '../../../jobs/unless';
import { askedOf } from '../from-result';
import { readAskedV2 } from './asked-v2';
import { fromConfig } from './configuration';
import type { ExtractConfiguration } from './configuration-wire';

export interface JobView {
  readonly job: JobSummary;
  readonly fileInput: string;
  /** The stored configuration it was made with; null: none. */
  readonly configurationId: string | null;
  /** null: deleted with the request. */
  readonly configuration: ExtractConfiguration | null;
  /** What was read of it; null: nothing to be shown. */
  readonly read: ReadExtraction | null;
}

/** Throws `not-found`. */
export const viewJob = async (ports: Ports, caller: Caller, job: JobSummary): Promise<JobView> =>
  view(ports, caller, job, await getFirstDocument(ports, caller, job.id));

/** Jobs read at the same time: an invocation has six connections. */
const READS_AT_ONCE = 5;

/** Of a page of jobs; those whose documents the index does not have yet come from their gates. */
export async function viewJobs(ports: Ports, caller: Caller, jobs: readonly JobSummary[]): Promise<readonly JobView[]> {
  const first = await listFirstDocuments(
    ports,
    caller,
    jobs.map((job) => job.id),
  );
  return inTurn(jobs, READS_AT_ONCE, async (job) => {
    const known = first.get(job.id);
    return known === undefined ? viewJob(ports, caller, job) : view(ports, caller, job, known);
  });
}

async function view(ports: Ports, caller: Caller, job: JobSummary, { extraction }: FirstDocument): Promise<JobView> {
  const fileInput = extraction.documentId;
  // Its request is deleted some time before the index knows.
  const read = await readExtraction(ports, caller, extraction).catch(unless('not-found'));
  if (read === null)
    return { job: { ...job, status: 'expired' }, fileInput, configurationId: null, configuration: null, read };
  const own = readAskedV2(read.request.asked);
  const { config, dataSchema } = askedOf(read);
  return {
    job,
    fileInput: own?.fileInput ?? fileInput,
    configurationId: own?.configurationId ?? null,
    configuration: own?.configuration ?? fromConfig(config, dataSchema),
    read,
  };
}
