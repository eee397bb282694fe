import { JobError, type JobErrorCode } from './errors';
import { getJob } from './get-job';
import { type ReadExtraction, readExtraction } from './get-result';
import { isTerminal, type JobSummary } from './job';
import type { Ports } from './ports';
import type { Caller } from './records';

/**
 * Waits for the end of a job with one document and reads its result. Throws what became of the document when it did not
 * come through (`document-unreadable`, `unsupported-document`, `cancelled`, `extraction-failed`), `timeout`, `not-found`.
 */
export async function awaitExtraction(
  ports: Ports,
  caller: Caller,
  jobId: string,
  waitSeconds: number,
): Promise<ReadExtraction> {
  const job = await getJob(ports, caller, jobId, waitSeconds);
  if (!isTerminal(job.status)) {
    throw new JobError('timeout', `The extraction still runs after ${waitSeconds} s; read its job ${jobId}.`);
  }
  if (job.status !== 'completed') throw failureOf(job);
  const [extraction] = await ports.gates.at({ accountId: caller.accountId, jobId }).extractions();
  if (extraction === undefined) throw new JobError('not-found', `Job ${jobId} and its results have been deleted`);
  return readExtraction(ports, caller, extraction);
}

/** Facts about the document; any other reason is told as a failed extraction, since the job will not be tried again. */
const OF_THE_DOCUMENT: ReadonlySet<JobErrorCode> = new Set([
  'document-unreadable',
  'unsupported-document',
  'cancelled',
]);

function failureOf({ problem }: JobSummary): JobError {
  if (problem === null) return new JobError('extraction-failed', 'The document did not come through.');
  return new JobError(OF_THE_DOCUMENT.has(problem.code) ? problem.code : 'extraction-failed', problem.message);
}
