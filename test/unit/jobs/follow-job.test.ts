import { expect, test } from 'vitest';
import { JobError } from '../../../src/jobs/errors';
import { followJob } from '../../../src/jobs/follow-job';
import type { NumberedEvent } from '../../../src/jobs/live-event';
import type { Ports } from '../../../src/jobs/ports';

const CALLER = { accountId: 'acme', keyId: 'key', keySha256: 'sha' };

const EVENT: NumberedEvent = { seq: 1, at: 0, event: { kind: 'phase', phase: 'resolve', progress: 25 } };

const SOME: readonly NumberedEvent[] = Array.from({ length: 5 }, (_, index) => ({ ...EVENT, seq: index + 1 }));

/**
 * Time passes only where somebody waits, and while the reader takes in a word. The key is good as long as `isGood` says
 * so.
 */
async function heard(events: readonly NumberedEvent[], isGood: (now: number) => boolean, readingMs = 0) {
  let now = 0;
  let looks = 0;
  const ports: Partial<Ports> = {
    clock: () => now,
    pause: async (ms) => {
      now += ms;
    },
  };
  const gate = {
    eventsAfter: async (seq: number) => ({ events: events.filter((event) => event.seq > seq), isLast: false }),
  };
  const keys = {
    isGood: async () => {
      looks += 1;
      return isGood(now);
    },
  };
  const words: unknown[] = [];
  for await (const word of followJob(
    { ...ports, gates: { at: () => gate }, keys } as unknown as Ports,
    CALLER,
    'job',
    0,
  )) {
    words.push(word === 'idle' ? `idle at ${Math.round(now / 1000)}` : word.seq);
    now += readingMs;
  }
  return { words, endedAt: now, looks };
}

test('a stream of nothing ends with its key, at the latest when the reader would be told that nothing happens', async () => {
  const { words, endedAt } = await heard([EVENT], (now) => now < 8_000);
  expect(words).toEqual([1, 'idle at 5']);
  expect(endedAt).toBeLessThan(15_000);
});

test('what happened while nobody could say whether the key is good is told later, and not left out', async () => {
  const { words } = await heard([EVENT], (now) => {
    if (now < 3_000) throw new JobError('storage-unavailable', 'away');
    return now < 7_000;
  });
  expect(words).toEqual([1]);
});

test('of what was fetched at once nothing more is told to a slow reader whose key has ended meanwhile', async () => {
  const { words } = await heard(SOME, (now) => now < 250, 100);
  expect(words).toEqual([1, 2, 3]);
});

test('what a slow reader could not be told while nobody could say is told later, once', async () => {
  const { words } = await heard(
    SOME,
    (now) => {
      if (now > 150 && now < 3_000) throw new JobError('storage-unavailable', 'away');
      return now < 7_000;
    },
    100,
  );
  expect(words).toEqual([1, 2, 3, 4, 5]);
});

test('a key is looked up once for what a fast reader takes in at once', async () => {
  const { words, looks } = await heard(SOME, (now) => now < 5_000);
  expect(words).toEqual([1, 2, 3, 4, 5]);
  // Once for all of them, once when it has ended.
  expect(looks).toBe(2);
});
