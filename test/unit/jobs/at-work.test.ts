import { expect, test } from 'vitest';
import { AFTER_CALL_MS, AT_WORK, AtWork, CALL_MS, GIVE_WAY_MS, PLACE_MS } from '../../../src/jobs/at-work';

/** A clock that waiting moves on. `meanwhile` happens at each look. */
function world(meanwhile: (now: number) => void = () => undefined) {
  const atWork = new AtWork();
  let now = 0;
  const pause = async (ms: number) => {
    now += ms;
    meanwhile(now);
  };
  const time = { clock: () => now, pause };
  const enter = async (accountId: string) => {
    const place = await atWork.enter(accountId, time, 60_000);
    if (place === null) throw new Error('no room');
    return place;
  };
  return { atWork, time, enter, now: () => now };
}

test('a document goes on at once when its account has no more at work than any other', async () => {
  const { enter, now } = world();
  const [one] = [await enter('a'), await enter('b')];
  await one.giveWay();
  expect(now()).toBe(0);
});

test('of an account with more documents each gives way to one with fewer until that is done, and that one to nobody', async () => {
  const { enter, now } = world((at) => {
    if (at >= 40) small?.leave();
  });
  const large = await Promise.all(Array.from({ length: 3 }, () => enter('large')));
  const small = await enter('small');
  await small.giveWay();
  expect(now()).toBe(0);
  await large[0]?.giveWay();
  expect(now()).toBe(40);
  await large[1]?.giveWay();
  expect(now()).toBe(40);
});

test('what never gets done holds others up no longer than a moment before each phase', async () => {
  const { enter, now } = world();
  const [large] = [await enter('large'), await enter('large'), await enter('small')];
  await large.giveWay();
  await large.giveWay();
  expect(now()).toBe(2 * GIVE_WAY_MS);
});

test('documents give way to a request of another account until a moment after it is answered, to one held open only at first', async () => {
  const { atWork, enter, now } = world((at) => {
    if (at === 20) ended(at);
  });
  const ended = atWork.call('small', 0);
  const large = await enter('large');
  await large.giveWay();
  expect(now()).toBe(20 + AFTER_CALL_MS);
  atWork.call('large', now());
  await large.giveWay();
  expect(now()).toBe(20 + AFTER_CALL_MS);

  const heldOpen = atWork.call('small', now() - CALL_MS);
  await large.giveWay();
  heldOpen(now());
  await large.giveWay();
  expect(now()).toBe(20 + AFTER_CALL_MS);
});

test('an isolate takes up so many documents; the next has room when one leaves, and leaving twice makes no more', async () => {
  const { atWork, enter, time, now } = world((at) => {
    if (at >= 30) {
      places[0]?.leave();
      places[0]?.leave();
    }
  });
  const places = await Promise.all(Array.from({ length: AT_WORK }, (_, index) => enter(`account ${index}`)));
  await enter('one more');
  expect(now()).toBe(30);
  expect(await atWork.enter('too many', time, 1_000)).toBeNull();
  expect(now()).toBe(1_000);
});

test('a place whose document was cut off is free again once nothing can have worked that long', async () => {
  const { atWork, enter, time, now } = world();
  await Promise.all(Array.from({ length: AT_WORK }, () => enter('cut off')));
  expect(await atWork.enter('next', time, PLACE_MS - 1_000)).toBeNull();
  const place = await atWork.enter('next', time, 2 * PLACE_MS);
  expect(now()).toBeLessThan(PLACE_MS + 1_000);
  expect(atWork.count).toBe(1);
  place?.leave();
  expect(atWork.count).toBe(0);
});
