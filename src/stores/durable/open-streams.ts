import type { EpochMs } from '../../jobs/job';

/** How long a stream that says nothing counts as open: its server may have died. */
const LEASE_MS = 15_000;

/** When each open stream stops to count unless it says again that it is open, by id. */
export type OpenStreams = ReadonlyMap<string, EpochMs>;

export const NO_STREAMS: OpenStreams = new Map();

const still = (open: OpenStreams, now: EpochMs): readonly (readonly [string, EpochMs])[] =>
  [...open].filter(([, until]) => until > now);

/** With one more, or null where there are as many as there may be. */
export function withOneMore(open: OpenStreams, id: string, limit: number, now: EpochMs): OpenStreams | null {
  const others = still(open, now).filter(([other]) => other !== id);
  return others.length >= limit ? null : new Map([...others, [id, now + LEASE_MS]]);
}

/** One that was let in stays, whatever is remembered of it. */
export const renewed = (open: OpenStreams, id: string, now: EpochMs): OpenStreams =>
  new Map([...still(open, now), [id, now + LEASE_MS]]);

export const withoutOne = (open: OpenStreams, id: string): OpenStreams =>
  new Map([...open].filter(([other]) => other !== id));
