import type { EpochMs, JobDocument, JobState } from './job';
import { isTerminal } from './job';
import { LEASE_MS } from './lifecycle';
import { deriveStatus } from './status';
import { REMEMBERED_MS, UNDER_WAY_MS } from './under-way';

/** Most documents of one job that may be in the queue or at work at the same time, however many places its account has. */
export const WINDOW = 32;

/** How often a job that is not done is looked at, in milliseconds: finds out that the server was started anew. */
export const CHECK_EVERY_MS = 3_000;

/** How often a job is looked at that its account's turnstile will call, in milliseconds: should the call never come. */
export const CALLED_CHECK_MS = 600_000;

/** A document whose message is in the queue (or lost on the way), or that is being worked on. */
const isInFlight = (document: JobDocument, now: EpochMs): boolean =>
  document.outcome === 'running' ||
  (document.outcome === 'waiting' && document.sends > 0 && (document.dueAt ?? 0) > now);

/** Documents whose message is in the queue, or that are being worked on; none of a job that has ended. */
export const countInFlight = (state: JobState, now: EpochMs): number =>
  isTerminal(deriveStatus(state)) ? 0 : state.documents.filter((document) => isInFlight(document, now)).length;

/** Positions of the documents whose message is owed now, oldest first, as many as the window has room for. */
export function owedMessages(state: JobState, now: EpochMs): readonly number[] {
  if (isTerminal(deriveStatus(state))) return [];
  const room = WINDOW - countInFlight(state, now);
  const owed: number[] = [];
  for (const { outcome, dueAt, index } of state.documents) {
    if (owed.length >= room) break;
    if (outcome === 'waiting' && (dueAt ?? 0) <= now) owed.push(index);
  }
  return owed;
}

/**
 * When the gate must look at the job again; null: never. `isProjected`: nothing newer waits to be shown in lists or told.
 * `isToBeCalled`: it waits for its account's turnstile alone.
 */
export function nextWakeAt(state: JobState, now: EpochMs, isProjected: boolean, isToBeCalled = false): EpochMs | null {
  const status = deriveStatus(state);
  if (!isProjected) return now + CHECK_EVERY_MS;
  if (state.deletedAt !== null) return lateOutputAt(state.deletedAt, state.cancelledAt, now) ?? lastLookAt(state, now);
  if (status === 'expired') return lastLookAt(state, now);
  if (isTerminal(status)) return Math.max(now, state.expiresAt);
  return state.documents.reduce(
    (next, { dueAt }) => (dueAt !== null && dueAt > now ? Math.min(next, dueAt) : next),
    isToBeCalled ? nextOfItsOwn(state.createdAt, now) : now + CHECK_EVERY_MS,
  );
}

/** Each at a time of its own, so that hundreds of jobs that wait are not looked at all at once. */
const nextOfItsOwn = (createdAt: EpochMs, now: EpochMs): EpochMs =>
  now + CALLED_CHECK_MS - (Math.abs(now - createdAt) % CALLED_CHECK_MS);

/**
 * When to delete again what consumers stored who had not yet heard that the job is gone: within a lease, a heartbeat or a
 * report tells them. null: that time is over, or nobody was at work.
 */
function lateOutputAt(deletedAt: EpochMs, cancelledAt: EpochMs | null, now: EpochMs): EpochMs | null {
  const at = deletedAt + LEASE_MS;
  return cancelledAt === null || at <= now ? null : at;
}

/** When nothing can be under way any more that belongs to a job which is gone; null: it is not gone. */
function restsFrom({ deletedAt, expiredAt, endedAt }: JobState): EpochMs | null {
  if (deletedAt !== null) return deletedAt + REMEMBERED_MS;
  return expiredAt === null || endedAt === null ? null : Math.max(expiredAt, endedAt + UNDER_WAY_MS);
}

/** When to delete once more what may have been stored late, and with it what only those needed who came late; null: that was done. */
function lastLookAt(state: JobState, now: EpochMs): EpochMs | null {
  const at = restsFrom(state);
  return at === null || at <= now ? null : at;
}

/** Whether a job is gone and nothing under way can ask for it or bring something of it any more. */
export function isAtRest(state: JobState, now: EpochMs): boolean {
  const at = restsFrom(state);
  return at !== null && at <= now;
}

/** Whether what is stored of an ended job is to go: it was deleted, or its time is over. Stays true once it is. */
export function isToBeCleared(state: JobState, now: EpochMs): boolean {
  return isTerminal(deriveStatus(state)) && (state.deletedAt !== null || state.expiresAt <= now);
}
