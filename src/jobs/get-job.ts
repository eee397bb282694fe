import { JobError } from './errors';
import { isKeyGood } from './is-key-good';
import { type EpochMs, isTerminal, type JobSummary } from './job';
import type { Ports } from './ports';
import type { Caller } from './records';
import { unless } from './unless';

/** Longest wait between two looks at a job that is waited for, in milliseconds; the first is short, for short jobs. */
const LONGEST_PAUSE_MS = 500;
const FIRST_PAUSE_MS = 15;

/** How often the key of one who waits is looked at, in milliseconds, besides before the answer. */
const KEY_EVERY_MS = 10_000;

/**
 * A job as it stands; with `waitSeconds`, as it stands when it has ended or that time is over. A job that is done for good
 * is read from the index; a live one from its gate, and so is one that may have been retried since, or whose time is over:
 * it knows to the millisecond. Throws `not-found`; `unauthorized` where the caller's key ended while it waited.
 */
export async function getJob(ports: Ports, caller: Caller, jobId: string, waitSeconds = 0): Promise<JobSummary> {
  const { accountId } = caller;
  // Only a shorter way: without it the gate knows.
  const indexed = await ports.jobs.get(accountId, jobId).catch(unless('storage-unavailable'));
  if (indexed !== null && isForGood(indexed, ports.clock())) return indexed;

  const gate = ports.gates.at({ accountId, jobId });
  let goodAt = ports.clock();
  const deadline = goodAt + waitSeconds * 1000;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
    const job = await gate.summary();
    const isOver = job === null || isTerminal(job.status) || ports.clock() >= deadline;
    if (pauseMs > FIRST_PAUSE_MS && (isOver || ports.clock() - goodAt >= KEY_EVERY_MS)) {
      if (!(await isKeyGood(ports, caller)))
        throw new JobError('unauthorized', 'The API key ended while this request waited for the job.');
      goodAt = ports.clock();
    }
    if (job === null) throw new JobError('not-found', `Job ${jobId} does not exist`);
    if (isOver) return job;
    await ports.pause(Math.min(pauseMs, Math.max(0, deadline - ports.clock())));
  }
}

/** Whether nothing can have happened to the job that lists do not show yet, except for its deletion. */
const isForGood = ({ status, expiresAt }: JobSummary, now: EpochMs): boolean =>
  status === 'expired' || (status === 'completed' && expiresAt > now);
