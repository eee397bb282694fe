import type { JobSummary } from './job';
import type { Ports } from './ports';
import type { Caller, JobFilter, Listing } from './records';

/** One page of an account's jobs, from the index: a running job may be shown up to a second late. */
export const listJobs = (ports: Ports, caller: Caller, filter: JobFilter): Promise<Listing<JobSummary>> =>
  ports.jobs.list(caller.accountId, filter);
