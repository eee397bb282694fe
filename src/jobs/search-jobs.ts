import type { JobPage } from './index-ports';
import type { JobFilter } from './job-filter';
import type { Ports } from './ports';
import type { Caller } from './records';

/** One page of the jobs that match, uncounted, from the index: a running job may be shown up to a second late. */
export const searchJobs = (ports: Ports, caller: Caller, filter: JobFilter): Promise<JobPage> =>
  ports.jobs.list(caller.accountId, filter);
