import { JobError } from './errors';
import { isKeyGood } from './is-key-good';
import { type EpochMs, isTerminal, type JobSummary } from './job';
import type { Ports } from './ports';
import type { Caller } from './records';
import { unless } from './unless';

/** Longest wait between two looks at a job that is waited for, in milliseconds; the first is short, for short jobs. */
const LONGEST_PAUSE_MS = 500;
const FIRST_PAUSE_MS = 15;

/** Most that counts as waited between two looks, in milliseconds: a clock that was put forward does not end a wait. */
const LONGEST_STEP_MS = 10_000;

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
  const waitMs = waitSeconds * 1000;
  let waitedMs = 0;
  let lookedAt = ports.clock();
  let goodFromMs = 0;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
    const job = await gate.summary();
    const now = ports.clock();
    waitedMs += Math.min(LONGEST_STEP_MS, Math.max(0, now - lookedAt));
    lookedAt = now;
    const isOver = job === null || isTerminal(job.status) || waitedMs >= waitMs;
    if (pauseMs > FIRST_PAUSE_MS && (isOver || waitedMs - goodFromMs >= KEY_EVERY_MS)) {
      if (!(await isKeyGood(ports, caller)))
        throw new JobError('unauthorized', 'The API key ended while this request waited for the job.');
      goodFromMs = waitedMs;
    }
    if (job === null) throw new JobError('not-found', `Job ${jobId} does not exist`);
    if (isOver) return job;
    await ports.pause(Math.min(pauseMs, waitMs - waitedMs));
  }
}

/** Whether nothing can have happened to the job that lists do not show yet, except for its deletion. */
const isForGood = ({ status, expiresAt }: JobSummary, now: EpochMs): boolean =>
  status === 'expired' || (status === 'completed' && expiresAt > now);
