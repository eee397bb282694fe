import { JobError, type JobErrorCode } from './errors';
import { getJob } from './get-job';
import { isTerminal, type JobSummary } from './job';
import type { Ports } from './ports';
import type { Caller } from './records';

/**
 * Waits until a job has come through. Throws what became of it when it did not (`document-unreadable`,
 * `unsupported-document`, `cancelled`, `extraction-failed`), `timeout`, `not-found`.
 */
export async function awaitJob(ports: Ports, caller: Caller, jobId: string, waitSeconds: number): Promise<JobSummary> {
  const job = await getJob(ports, caller, jobId, waitSeconds);
  if (!isTerminal(job.status))
    throw new JobError('timeout', `The job still runs after ${waitSeconds} s; read its job ${jobId}.`);
  if (job.status !== 'completed') throw failureOf(job);
  return job;
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
