import type { JobSummary } from './job';
import type { JobFilter } from './job-filter';
import type { Ports } from './ports';
import type { Caller, Listing, ListWindow } from './records';

/** One page of an account's jobs and how many there are in these statuses, from the index: a running job may be shown up to a second late. */
export async function listJobs(
  ports: Ports,
  { accountId }: Caller,
  filter: Pick<JobFilter, keyof ListWindow | 'statuses'>,
): Promise<Listing<JobSummary>> {
  const [page, total] = await Promise.all([
    ports.jobs.list(accountId, filter),
    ports.jobs.count(accountId, filter.statuses ?? null),
  ]);
  return { items: page.items, next: page.next, total };
}
