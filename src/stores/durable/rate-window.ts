import type { EpochMs } from '../../jobs/job';
import type { Allowance } from '../../jobs/ports';

const WINDOW_MS = 60_000;

/** How many requests were counted in the minute that began at `startedAt`. */
export interface RateWindow {
  readonly startedAt: EpochMs;
  readonly used: number;
}

/**
 * Counts one request in the whole minute of `now`. A clock that is behind the window counts in it, so that two servers
 * never open the same minute twice.
 */
export function takeFrom(
  window: RateWindow | null,
  limit: number,
  now: EpochMs,
): { readonly window: RateWindow; readonly allowance: Allowance } {
  const minute = Math.floor(now / WINDOW_MS) * WINDOW_MS;
  const current = window !== null && window.startedAt >= minute ? window : { startedAt: minute, used: 0 };
  const allowed = current.used < limit;
  const used = allowed ? current.used + 1 : current.used;
  return {
    window: { startedAt: current.startedAt, used },
    allowance: { allowed, limit, remaining: Math.max(0, limit - used), resetAt: current.startedAt + WINDOW_MS },
  };
}
