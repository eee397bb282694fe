import { listFirstDocuments } from '../../jobs/first-document';
import type { Cursor } from '../../jobs/records';
import { searchJobs } from '../../jobs/search-jobs';
import type { RequestScope } from '../dialect';
import type { Agent } from './agents';
import { fromFirst, fromJob } from './from-job';
import type { ExtractJob, JobsQuery } from './job-wire';
import { projectOf } from './project';
import { toJobFilter } from './to-job';

/** Jobs read from the index in one go. */
const READ_AT_ONCE = 500;

/** All jobs of an agent, newest first: the vendor's list is not paged. */
export async function listAgentJobs(
  { ports, caller }: RequestScope,
  agent: Agent,
  query: JobsQuery,
): Promise<readonly ExtractJob[]> {
  const filter = toJobFilter(query, agent);
  if (filter === null) return [];
  const project = await projectOf(caller);
  const found: ExtractJob[] = [];
  let after: Cursor | null = null;
  do {
    const limit = Math.min(READ_AT_ONCE, query.limit - found.length);
    if (limit <= 0) break;
    const window = { limit, after, offset: after === null ? query.skip : 0 };
    const { items, next } = await searchJobs(ports, caller, { ...filter, ...window });
    const ids = items.map((job) => job.id);
    const firsts = await listFirstDocuments(ports, caller, ids);
    for (const job of items) {
      const first = firsts.get(job.id);
      // Deleted since the page was read.
      if (first !== undefined) found.push(fromJob(job, agent, fromFirst(first, project.id), project.id));
    }
    after = next;
  } while (after !== null);
  return found;
}
