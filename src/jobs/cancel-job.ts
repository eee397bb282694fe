import type { JobSummary } from './job';
import type { Ports } from './ports';
import type { Caller } from './records';

/**
 * Ends a job at once: from the answer on nothing more is written for it. Documents that had completed keep their results.
 * Throws `not-found`, and `not-cancellable` once it has ended.
 */
export const cancelJob = (ports: Ports, caller: Caller, jobId: string): Promise<JobSummary> =>
  ports.gates.at({ accountId: caller.accountId, jobId }).cancel();
