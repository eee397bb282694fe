import type { EpochMs } from '../jobs/job';
import type { Allowance } from '../jobs/ports';

/** Three integers, since clients read them only together. `Reset` is in seconds since 1970. */
export const rateLimitHeaders = (allowance: Allowance): ReadonlyMap<string, string> =>
  new Map([
    ['X-RateLimit-Limit', String(allowance.limit)],
    ['X-RateLimit-Remaining', String(allowance.remaining)],
    ['X-RateLimit-Reset', String(Math.ceil(allowance.resetAt / 1000))],
  ]);

/** Whole seconds until the allowance is whole again, at least 1. */
export const secondsUntilReset = (allowance: Allowance, now: EpochMs): number =>
  Math.max(1, Math.ceil((allowance.resetAt - now) / 1000));
