import { inTurn } from '../in-turn';
import type { EpochMs } from '../job';
import type { Ports } from '../ports';
import type { Cursor } from '../records';
import { unless } from '../unless';

/** Jobs listed in one go. */
const PAGE = 100;
/** Objects called at the same time. */
const AT_ONCE = 5;

export type EmptyingPorts = Pick<Ports, 'clock' | 'gates' | 'jobs' | 'outboxes' | 'blobWalk' | 'deletions'>;

/** How far an account was emptied. */
export interface Emptied {
  /** Whether it came to the end. */
  readonly isWhole: boolean;
  /** Whether there was nothing at all. */
  readonly wasEmpty: boolean;
}

/**
 * Deletes what an account has: its jobs through their gates, so that nothing of them goes on; what its outboxes hold; every blob;
 * every row. Stops at `deadline`. Stays right when it is cut off and begun again.
 */
export async function emptyAccount(ports: EmptyingPorts, accountId: string, deadline: EpochMs): Promise<Emptied> {
  const { blobWalk, clock, deletions } = ports;
  let found = 0;
  const end = (isWhole: boolean): Emptied => ({ isWhole, wasEmpty: isWhole && found === 0 });
  for await (const { jobIds, haveRows } of jobsOf(ports, accountId)) {
    const unknown = await removeJobs(ports, accountId, jobIds);
    // A row without a gate has outlived it; what is stored without one may be of a job that is just being opened.
    if (haveRows && unknown.length > 0) await deletions.removeJobs(accountId, unknown);
    found += jobIds.length;
    if (clock() >= deadline) return end(false);
  }
  for await (const destinations of destinationsOf(ports, accountId)) {
    await inTurn(destinations, AT_ONCE, (destination) => ports.outboxes.at({ accountId, destination }).clear());
    if (clock() >= deadline) return end(false);
  }
  for (const remove of [blobWalk.removeOf, deletions.removeRows])
    for (let removed = await remove(accountId); removed > 0; removed = await remove(accountId)) {
      found += removed;
      if (clock() >= deadline) return end(false);
    }
  return end(true);
}

/** Through their gates. Answers with those that these know nothing of. */
async function removeJobs(
  { gates }: EmptyingPorts,
  accountId: string,
  jobIds: readonly string[],
): Promise<readonly string[]> {
  const unknown: string[] = [];
  await inTurn(jobIds, AT_ONCE, async (jobId) => {
    const gate = gates.at({ accountId, jobId });
    const removed = await gate.remove().then(() => true, unless('not-found'));
    if (removed === null) unknown.push(jobId);
  });
  return unknown;
}

interface JobPage {
  readonly jobIds: readonly string[];
  readonly haveRows: boolean;
}

/** Those that lists know, then those of which something is stored: a gate may be behind with its row. */
async function* jobsOf({ jobs, blobWalk }: EmptyingPorts, accountId: string): AsyncGenerator<JobPage> {
  for (let after: Cursor | null = null; ; ) {
    const { items, next } = await jobs.list(accountId, { limit: PAGE, after, order: 'asc', offset: 0 });
    yield { jobIds: items.map(({ id }) => id), haveRows: true };
    if (next === null) break;
    after = next;
  }
  for (let after: string | null = null; ; ) {
    const stored: readonly string[] = await blobWalk.jobsOf(accountId, after);
    yield { jobIds: stored, haveRows: false };
    const last = stored.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** All of them before any row goes: only the log tells where something waits. */
async function* destinationsOf({ deletions }: EmptyingPorts, accountId: string): AsyncGenerator<readonly string[]> {
  for (let after: string | null = null; ; ) {
    const page: readonly string[] = await deletions.destinationsOf(accountId, after);
    yield page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
