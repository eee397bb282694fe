import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../../../src/jobs/webhooks/courier';
import { delayAfter } from '../../../../src/jobs/webhooks/delivery-policy';
import { readDeliveryPolicy } from '../../../../src/jobs/webhooks/delivery-settings';
import {
  GOOD_RECEPTION,
  MOST_UNDER_WAY,
  receptionAfter,
  redatedReception,
  roomFor,
} from '../../../../src/jobs/webhooks/reception';
import {
  againSlip,
  leasedSlip,
  newSlip,
  redatedSlip,
  type Slip,
  sentSlip,
  TRY_LEASE_MS,
  triedSlip,
} from '../../../../src/jobs/webhooks/slip';

const POLICY = { delaysMs: [5_000, 30_000, 120_000], switchOffAfterMs: 3_600_000, keepMs: 86_400_000 };
const DELIVERED: SendOutcome = { problem: null, status: 204, message: null, retryAfterMs: null, elapsedMs: 12 };
const REFUSED: SendOutcome = { problem: 'status', status: 503, message: null, retryAfterMs: null, elapsedMs: 12 };

const must = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('nothing there');
  return value;
};

/** One try of a parcel that is due, from its message to what came of it. */
function tried(slip: Slip, outcome: SendOutcome, now: number, random = 0): Slip {
  const leased = must(leasedSlip(sentSlip(slip, now), now));
  return must(triedSlip(leased, leased.token, outcome, POLICY, now, random));
}

describe('a parcel', () => {
  it('is done when it arrived', () => {
    expect(tried(newSlip(1_000), DELIVERED, 2_000)).toMatchObject({
      status: 'delivered',
      tries: 1,
      dueAt: null,
      endedAt: 2_000,
      latest: [{ at: 2_000, problem: null, status: 204 }],
    });
  });

  it('waits longer after each try that came to nothing, then is given up', () => {
    let slip = newSlip(0);
    const waits: (number | null)[] = [];
    for (let now = 0; slip.status === 'pending'; now = slip.dueAt ?? now) {
      slip = tried(slip, REFUSED, now);
      waits.push(slip.dueAt === null ? null : slip.dueAt - now);
    }
    expect(waits).toEqual([5_000, 30_000, 120_000, null]);
    expect(slip).toMatchObject({ status: 'dead', tries: 4 });
  });

  it('is tried over again from the first wait when it is sent again on request', () => {
    let slip = newSlip(0);
    for (let now = 0; slip.status === 'pending'; now = slip.dueAt ?? now) slip = tried(slip, REFUSED, now);
    const again = tried(againSlip(slip, 1_000_000), REFUSED, 1_000_000);
    expect(again).toMatchObject({ status: 'pending', tries: 5, dueAt: 1_005_000 });
  });

  it('is carried by one at a time, and by another once a try is lost', () => {
    const leased = must(leasedSlip(sentSlip(newSlip(0), 0), 100));
    expect(leasedSlip(leased, 200)).toBeNull();
    expect(leasedSlip(leased, 100 + TRY_LEASE_MS)).toMatchObject({ token: 2 });
  });

  it('may be taken up before its outbox hears that its message is sent, but not while it waits for its next try', () => {
    expect(leasedSlip(newSlip(0), 0)).toMatchObject({ flight: 'leased', token: 1 });
    expect(leasedSlip(tried(newSlip(0), REFUSED, 0), 4_999)).toBeNull();
  });

  it('hears nothing of a try that is not the one under way', () => {
    const first = must(leasedSlip(sentSlip(newSlip(0), 0), 0));
    const second = must(leasedSlip(first, TRY_LEASE_MS));
    expect(triedSlip(second, first.token, REFUSED, POLICY, TRY_LEASE_MS, 0)).toBeNull();
    const done = must(triedSlip(second, second.token, DELIVERED, POLICY, TRY_LEASE_MS, 0));
    expect(triedSlip(done, second.token, REFUSED, POLICY, TRY_LEASE_MS, 0)).toBeNull();
  });

  it('is given up at once where nobody is any more', () => {
    expect(tried(newSlip(0), { ...REFUSED, status: 410 }, 0)).toMatchObject({ status: 'dead', tries: 1 });
    expect(tried(newSlip(0), { ...REFUSED, problem: 'gone', status: null }, 0)).toMatchObject({ status: 'dead' });
  });

  it('that a clock ahead has dated waits no longer than it was put off, once the clock is right again', () => {
    const ahead = 600_000;
    const sent = sentSlip(newSlip(ahead), ahead);
    const leased = must(leasedSlip(sent, ahead));
    const asked = must(triedSlip(leased, leased.token, { ...REFUSED, retryAfterMs: 60_000 }, POLICY, ahead, 0));
    const slips = [newSlip(ahead), sent, leased, tried(newSlip(ahead), REFUSED, ahead), asked];
    expect(slips.map((slip) => redatedSlip(slip, 0).dueAt)).toEqual([0, 10_000, TRY_LEASE_MS, 5_000, 60_000]);
    for (const slip of slips) expect(redatedSlip(slip, ahead)).toBe(slip);
  });

  it('keeps the newest tries for the log', () => {
    let slip = newSlip(0);
    for (let at = 0; at < 30; at += 1) slip = againSlip(tried(slip, REFUSED, at), at);
    expect(slip.latest.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, index) => index + 10));
  });
});

describe('the wait after a try', () => {
  it('is the policy with at most a quarter more, or what the receiver asked for if that is longer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const planned = POLICY.delaysMs[failures - 1] ?? 0;
          const delay = must(delayAfter(failures, POLICY, null, random));
          expect(delay).toBeGreaterThanOrEqual(planned);
          expect(delay).toBeLessThanOrEqual(planned * 1.25);
          expect(delayAfter(failures, POLICY, 600_000, random)).toBe(600_000);
        },
      ),
    );
  });

  it('of the usual settings goes on for a day at least', () => {
    const { delaysMs } = readDeliveryPolicy('5 30 120 600 1800 7200 14400 28800 43200', '72', 1);
    expect(delaysMs.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThan(24 * 3_600_000);
  });

  it('is refused where the settings are no numbers', () => {
    expect(() => readDeliveryPolicy('5 soon', '72', 1)).toThrow(
      'WEBHOOK_RETRY_SECONDS: "soon" is not a positive number',
    );
  });
});

describe('a destination', () => {
  it('that is down is asked with one parcel at a time, after longer and longer pauses', () => {
    let reception = GOOD_RECEPTION;
    const pauses: number[] = [];
    for (let count = 1; count <= 14; count += 1) {
      reception = receptionAfter(reception, REFUSED, POLICY, 1_000, 0);
      pauses.push(reception.pausedUntil === null ? 0 : reception.pausedUntil - 1_000);
    }
    expect(pauses).toEqual([0, 0, 0, 0, 1e3, 2e3, 4e3, 8e3, 16e3, 32e3, 6e4, 6e4, 6e4, 6e4]);
    expect(roomFor(reception, 0)).toBe(1);
    expect(roomFor(reception, 1)).toBe(0);
  });

  it('whose pause a clock ahead has dated is asked after one pause, once the clock is right again', () => {
    let reception = GOOD_RECEPTION;
    for (let count = 1; count <= 6; count += 1) reception = receptionAfter(reception, REFUSED, POLICY, 600_000, 0);
    expect(redatedReception(reception, 0).pausedUntil).toBe(2_500);
    expect(redatedReception(reception, 600_000)).toBe(reception);
    expect(redatedReception(GOOD_RECEPTION, 0)).toBe(GOOD_RECEPTION);
  });

  it('that answers again gets everything that waits', () => {
    let reception = GOOD_RECEPTION;
    for (let count = 1; count <= 9; count += 1) reception = receptionAfter(reception, REFUSED, POLICY, 1_000, 0);
    expect(receptionAfter(reception, DELIVERED, POLICY, 2_000, 0)).toEqual(GOOD_RECEPTION);
    expect(roomFor(GOOD_RECEPTION, 3)).toBe(MOST_UNDER_WAY - 3);
  });

  it('where nothing arrived for too long is switched off, not before', () => {
    const first = receptionAfter(GOOD_RECEPTION, REFUSED, POLICY, 0, 0);
    expect(receptionAfter(first, REFUSED, POLICY, 3_599_999, 0).toSwitchOff).toBeNull();
    expect(receptionAfter(first, REFUSED, POLICY, 3_600_000, 0).toSwitchOff).toBe(
      'Nothing has arrived there for 1 h, though it was tried',
    );
  });

  it('that was not tried for longer than that is not judged by what came of it back then', () => {
    const { switchOffAfterMs } = POLICY;
    const first = receptionAfter(GOOD_RECEPTION, REFUSED, POLICY, 0, 0);
    const back = receptionAfter(first, REFUSED, POLICY, 30 * 24 * 3_600_000, 0);
    expect(back).toMatchObject({ toSwitchOff: null, failingSince: 30 * 24 * 3_600_000 });
    expect(receptionAfter(back, REFUSED, POLICY, 30 * 24 * 3_600_000 + switchOffAfterMs, 0).toSwitchOff).not.toBeNull();
  });

  it('that has another address now is not judged by what came of the one before', () => {
    const past = receptionAfter(GOOD_RECEPTION, { ...REFUSED, url: 'https://old.example/in' }, POLICY, 0, 0);
    const moved = receptionAfter(past, { ...REFUSED, url: 'https://new.example/in' }, POLICY, 3_600_000, 0);
    expect(moved).toMatchObject({ failures: 1, failingSince: 3_600_000, toSwitchOff: null });
    const still = receptionAfter(moved, { ...REFUSED, url: 'https://new.example/in' }, POLICY, 7_200_000, 0);
    expect(still.toSwitchOff).not.toBeNull();
  });

  it('that says it is gone is switched off at once', () => {
    const gone = receptionAfter(GOOD_RECEPTION, { ...REFUSED, status: 410 }, POLICY, 0, 0);
    expect(gone.toSwitchOff).toBe('The receiver answered 410 Gone');
  });
});
