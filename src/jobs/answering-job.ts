import { claimRequest, heldBy, releaseRequest, takeRequest } from './claim-request';
import type { EpochMs, JobStatus, JobSummary } from './job';
import type { Ports } from './ports';
import type { Caller } from './records';

/** How a request says what it has in common with others. */
export interface Repeatable {
  readonly idempotencyKey: string | null;
  /** Whether the very same request made minutes ago answers this one, where no key is given. */
  readonly joinsSame: boolean;
  /** When the request came in; absent: now. */
  readonly receivedAt?: EpochMs;
}

/** The job that this key made, if it was made; nothing of what was asked then needs to be there still. Throws `idempotency-mismatch`. */
export async function answeredByKey(
  ports: Ports,
  caller: Caller,
  asked: string,
  key: string,
): Promise<JobSummary | null> {
  const jobId = await heldBy(ports, caller, asked, key);
  return jobId === null ? null : ports.gates.at({ accountId: caller.accountId, jobId }).summary();
}

/** Statuses of a job that somebody who asks again does not want back. */
const CAME_TO_NOTHING: ReadonlySet<JobStatus> = new Set(['failed', 'cancelled', 'expired']);

/**
 * Which job answers the request, and how it stands if it was made before. A request without a key that finds a job that
 * came to nothing gets a new one: a person asks again, a client that timed out would have found it at work.
 */
export async function answeringJob(
  ports: Ports,
  caller: Caller,
  asked: string,
  { idempotencyKey: key, joinsSame, receivedAt = ports.clock() }: Repeatable,
): Promise<{ readonly jobId: string; readonly earlier: JobSummary | null }> {
  const standing = async (jobId: string) => {
    return { jobId, earlier: await ports.gates.at({ accountId: caller.accountId, jobId }).summary() };
  };
  if (key === null && !joinsSame) {
    const { jobId, isOvertaken } = await takeRequest(ports, caller, asked, receivedAt);
    return isOvertaken ? standing(jobId) : { jobId, earlier: null };
  }
  const claimed = async () => standing(await claimRequest(ports, caller, asked, key));
  const first = await claimed();
  if (key !== null || first.earlier === null || !CAME_TO_NOTHING.has(first.earlier.status)) return first;
  await releaseRequest(ports, caller, asked, first.jobId);
  return claimed();
}
