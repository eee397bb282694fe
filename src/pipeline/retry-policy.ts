import { isRetryable, type JobProblem } from '../jobs/errors';

/** Retryable errors in a row over one document, without a phase finished between, before it is given up. */
export const MAX_ERRORS = 5;

/** As many where our own storage does not answer, which is no fault of any document: about a day of it. */
export const MAX_OUTAGES = 1_000;

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;

export type RetryDecision = { readonly kind: 'again'; readonly delayMs: number } | { readonly kind: 'give-up' };

/**
 * Whether a document is tried again after a problem, and when: 1 s, doubling to a minute, with up to as much again at
 * random so that documents that failed together do not come back together. `errors`: how many there were before this one;
 * `random`: 0-1.
 */
export function decideRetry(problem: JobProblem, errors: number, random: number): RetryDecision {
  const most = problem.code === 'storage-unavailable' ? MAX_OUTAGES : MAX_ERRORS;
  if (!isRetryable(problem.code) || errors + 1 >= most) return { kind: 'give-up' };
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** errors, LONGEST_DELAY_MS);
  return { kind: 'again', delayMs: Math.round(delayMs * (1 + random)) };
}
