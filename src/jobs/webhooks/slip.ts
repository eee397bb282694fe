import type { EpochMs } from '../job';
import { resendAfterMs } from '../lifecycle';
import type { SendOutcome } from './courier';
import type { DeliveryStatus, DeliveryTry } from './delivery';
import { type DeliveryPolicy, delayAfter } from './delivery-policy';
import type { Reception } from './reception';

/** How long a try may take before it is taken as lost, in milliseconds: longer than any courier is under way. */
export const TRY_LEASE_MS = 45_000;

/** Newest tries that are told. */
const LATEST = 20;

/** How a parcel fares, as its outbox keeps it. */
export interface Slip {
  readonly status: DeliveryStatus;
  /** All tries there were. */
  readonly tries: number;
  readonly latest: readonly DeliveryTry[];
  /** Where the newest try went; absent: there was none. */
  readonly sentTo?: string;
  /** Tries in a row that came to nothing, since it was added or last sent again on request. */
  readonly failures: number;
  /** `sent`: its message is in the queue; `leased`: somebody is carrying it. */
  readonly flight: 'none' | 'sent' | 'leased';
  /** Highest number given out for a try. */
  readonly token: number;
  /** How often its message was sent since the last try. */
  readonly sends: number;
  /** When something is to be done: send the message, send it again, take the try as lost; null: it has ended. */
  readonly dueAt: EpochMs | null;
  /** How long it was put off when that time was set, in milliseconds. */
  readonly waitMs: number;
  readonly endedAt: EpochMs | null;
  readonly revision: number;
}

export const newSlip = (now: EpochMs): Slip => ({
  status: 'pending',
  tries: 0,
  latest: [],
  failures: 0,
  flight: 'none',
  token: 0,
  sends: 0,
  dueAt: now,
  waitMs: 0,
  endedAt: null,
  revision: 1,
});

const putOff = (now: EpochMs, waitMs: number): Pick<Slip, 'dueAt' | 'waitMs'> => ({ dueAt: now + waitMs, waitMs });

/** By a clock that was set back: due further ahead than it was put off means dated by one that was ahead. */
export const redatedSlip = (slip: Slip, now: EpochMs): Slip =>
  slip.dueAt !== null && slip.dueAt > now + slip.waitMs ? { ...slip, ...putOff(now, slip.waitMs) } : slip;

/** Its message has been handed to the queue. */
export const sentSlip = (slip: Slip, now: EpochMs): Slip => ({
  ...slip,
  flight: 'sent',
  sends: slip.sends + 1,
  ...putOff(now, resendAfterMs(slip.sends)),
});

/** Somebody may carry it now; null: it has ended, is not due, or another one is at it. */
export function leasedSlip(slip: Slip, now: EpochMs): Slip | null {
  if (slip.status !== 'pending' || (slip.flight === 'leased' && (slip.dueAt ?? 0) > now)) return null;
  // A message of before, come late. One that is due may be taken up before its outbox hears that the message is sent.
  if (slip.flight === 'none' && (slip.dueAt ?? 0) > now) return null;
  return { ...slip, flight: 'leased', token: slip.token + 1, sends: 0, ...putOff(now, TRY_LEASE_MS) };
}

/** Whoever had its message or carried it is gone: due at once. */
export const freedSlip = (slip: Slip, now: EpochMs): Slip =>
  slip.flight === 'none' ? slip : { ...slip, flight: 'none', ...putOff(now, 0) };

/** To be sent now, whatever became of it. */
export const againSlip = (slip: Slip, now: EpochMs): Slip => ({
  ...slip,
  status: 'pending',
  failures: 0,
  flight: 'none',
  ...putOff(now, 0),
  endedAt: null,
  revision: slip.revision + 1,
});

export const givenUpSlip = (slip: Slip, now: EpochMs): Slip => ({
  ...slip,
  status: 'dead',
  flight: 'none',
  dueAt: null,
  endedAt: now,
  revision: slip.revision + 1,
});

/** After a try. null: it is not the one under way (any more). `random`: 0-1. */
export function triedSlip(
  slip: Slip,
  token: number,
  { retryAfterMs, url, ...outcome }: SendOutcome,
  policy: DeliveryPolicy,
  now: EpochMs,
  random: number,
): Slip | null {
  if (slip.status !== 'pending' || slip.token !== token || token === 0) return null;
  const tried = {
    ...slip,
    flight: 'none',
    tries: slip.tries + 1,
    latest: [...slip.latest, { ...outcome, at: now }].slice(-LATEST),
    ...(url === undefined ? {} : { sentTo: url }),
    revision: slip.revision + 1,
  } as const;
  if (outcome.problem === null) return { ...tried, status: 'delivered', failures: 0, dueAt: null, endedAt: now };
  const failures = slip.failures + 1;
  const delayMs = isFinal(outcome) ? null : delayAfter(failures, policy, retryAfterMs, random);
  if (delayMs === null) return { ...givenUpSlip(tried, now), failures, revision: tried.revision };
  return { ...tried, failures, ...putOff(now, delayMs) };
}

/** Whether another try would come to nothing as well: nobody is there any more. */
export const isFinal = ({ problem, status }: Pick<SendOutcome, 'problem' | 'status'>): boolean =>
  problem === 'gone' || status === 410;

/** Whether its message may be sent now. */
export const mayBeSent = (slip: Slip, { pausedUntil }: Reception, now: EpochMs): boolean =>
  slip.status === 'pending' && (slip.dueAt ?? Number.POSITIVE_INFINITY) <= now && (pausedUntil ?? 0) <= now;
