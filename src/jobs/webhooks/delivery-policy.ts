/** How hard it is tried to deliver. */
export interface DeliveryPolicy {
  /** What is waited after each try that came to nothing, in milliseconds; after the last one it is given up. */
  readonly delaysMs: readonly number[];
  /** A destination where nothing has arrived for so long, though it was tried, is switched off, in milliseconds. */
  readonly switchOffAfterMs: number;
  /** How long what was delivered or given up is kept, to be sent again on request, in milliseconds. */
  readonly keepMs: number;
}

/** Share of a wait that is added to it at most. */
const MOST_MORE = 1 / 4;

/** Longest wait that a receiver may ask for with `Retry-After`, in milliseconds. */
const LONGEST_ASKED_MS = 24 * 60 * 60_000;

/** Longest that a parcel may wait for its next try, in milliseconds. */
export const longestWaitMs = ({ delaysMs }: DeliveryPolicy): number =>
  Math.max(LONGEST_ASKED_MS, ...delaysMs.map((delay) => delay * (1 + MOST_MORE)));

/**
 * How long to wait after the n-th try in a row that came to nothing (1-based): the policy's delay and up to a quarter more at
 * random, so that parcels that failed together do not come back together; longer if the receiver asked for it.
 * null: given up. `random`: 0-1.
 */
export function delayAfter(
  failures: number,
  { delaysMs }: DeliveryPolicy,
  askedMs: number | null,
  random: number,
): number | null {
  const delay = delaysMs[failures - 1];
  if (delay === undefined) return null;
  return Math.max(Math.round(delay * (1 + random * MOST_MORE)), Math.min(askedMs ?? 0, LONGEST_ASKED_MS));
}
