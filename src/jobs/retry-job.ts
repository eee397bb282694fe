import type { JobSummary } from './job';
import type { Ports } from './ports';
import type { Caller } from './records';

/**
 * Begins the next attempt of a failed or cancelled job with the documents that did not complete. Throws `not-found`, and
 * `not-retryable` for a job in any other status.
 */
export const retryJob = (ports: Ports, caller: Caller, jobId: string): Promise<JobSummary> =>
  ports.gates.at({ accountId: caller.accountId, jobId }).retry();
