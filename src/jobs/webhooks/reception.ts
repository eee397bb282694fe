import type { EpochMs } from '../job';
import type { SendOutcome } from './courier';
import { type DeliveryPolicy, longestWaitMs } from './delivery-policy';

/** Parcels of one destination that are under way at the same time. */
export const MOST_UNDER_WAY = 16;

/** Failures in a row from which on a destination is only tried with one parcel at a time, after a pause. */
const TROUBLE = 5;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** How a destination receives what is sent there, over all its parcels. */
export interface Reception {
  /** The address it is about; null: any. */
  readonly url: string | null;
  /** Tries in a row that came to nothing. */
  readonly failures: number;
  /** Since when nothing has arrived, though it was tried all the while; null: the last one did, or nothing was tried. */
  readonly failingSince: EpochMs | null;
  /** When the last try that came to nothing ended; null: the last one arrived, or nothing was tried. */
  readonly failedAt: EpochMs | null;
  /** Nothing is sent before; null: no pause. */
  readonly pausedUntil: EpochMs | null;
  /** Why its webhook must be switched off, until that is done; null: it need not. */
  readonly toSwitchOff: string | null;
}

export const GOOD_RECEPTION: Reception = {
  url: null,
  failures: 0,
  failingSince: null,
  failedAt: null,
  pausedUntil: null,
  toSwitchOff: null,
};

/** How many more parcels may be sent. One that is down is asked with one parcel, not with all that wait. */
export const roomFor = ({ failures }: Reception, underWay: number): number =>
  Math.max(0, (failures >= TROUBLE ? 1 : MOST_UNDER_WAY) - underWay);

/**
 * After a try; one at another address is the first there. Pauses get longer while nothing arrives: 1 s, doubling to a
 * minute, and up to a quarter more at random.
 */
export function receptionAfter(
  reception: Reception,
  { problem, status, url }: Pick<SendOutcome, 'problem' | 'status' | 'url'>,
  policy: DeliveryPolicy,
  now: EpochMs,
  random: number,
): Reception {
  if (problem === null) return GOOD_RECEPTION;
  if (problem === 'gone') return reception;
  const address = url ?? null;
  const past = reception.url === address ? reception : GOOD_RECEPTION;
  const failures = past.failures + 1;
  const failingSince = hasRested(past, policy, now) ? now : (past.failingSince ?? now);
  return {
    url: address,
    failures,
    failingSince,
    failedAt: now,
    pausedUntil: failures < TROUBLE ? null : now + Math.round(pauseMsAfter(failures) * (1 + random / 4)),
    toSwitchOff: whySwitchOff(status, now - failingSince, policy.switchOffAfterMs),
  };
}

const pauseMsAfter = (failures: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, failures - TROUBLE), LONGEST_PAUSE_MS);

/** By a clock that was set back: a pause that goes on for longer than any was dated by one that was ahead. */
export function redatedReception(reception: Reception, now: EpochMs): Reception {
  const latest = now + pauseMsAfter(reception.failures) * 1.25;
  return (reception.pausedUntil ?? 0) > latest ? { ...reception, pausedUntil: latest } : reception;
}

/** Whether nothing was tried for so long that what came of it before says nothing of now. */
const hasRested = ({ failedAt }: Reception, policy: DeliveryPolicy, now: EpochMs): boolean =>
  now - (failedAt ?? now) > Math.max(policy.switchOffAfterMs, longestWaitMs(policy));

function whySwitchOff(status: number | null, failingMs: number, switchOffAfterMs: number): string | null {
  if (status === 410) return 'The receiver answered 410 Gone';
  if (failingMs < switchOffAfterMs) return null;
  return `Nothing has arrived there for ${Math.round(failingMs / 3_600_000)} h, though it was tried`;
}
