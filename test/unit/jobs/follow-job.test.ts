import { expect, test } from 'vitest';
import { JobError } from '../../../src/jobs/errors';
import { followJob } from '../../../src/jobs/follow-job';
import type { NumberedEvent } from '../../../src/jobs/live-event';
import type { Ports } from '../../../src/jobs/ports';

const CALLER = { accountId: 'acme', keyId: 'key', keySha256: 'sha' };

const EVENT: NumberedEvent = { seq: 1, at: 0, event: { kind: 'phase', phase: 'resolve', progress: 25 } };

/** Time passes only where somebody waits. The key is good as long as `isGood` says so. */
async function heard(events: readonly NumberedEvent[], isGood: (now: number) => boolean, caller = CALLER) {
  let now = 0;
  const ports: Partial<Ports> = {
    clock: () => now,
    pause: async (ms) => {
      now += ms;
    },
  };
  const gate = { eventsAfter: async (seq: number) => ({ events: seq === 0 ? events : [], isLast: false }) };
  const keys = { isGood: async () => isGood(now) };
  const words: unknown[] = [];
  for await (const word of followJob(
    { ...ports, gates: { at: () => gate }, keys } as unknown as Ports,
    caller,
    'job',
    0,
  ))
    words.push(word === 'idle' ? `idle at ${Math.round(now / 1000)}` : word.seq);
  return { words, endedAt: now };
}

test('a stream of nothing ends with its key, at the latest when the reader would be told that nothing happens', async () => {
  const { words, endedAt } = await heard([EVENT], (now) => now < 15_000);
  expect(words).toEqual([1, 'idle at 10']);
  expect(endedAt).toBeLessThan(25_000);
});

test('what happened while nobody could say whether the key is good is told later, and not left out', async () => {
  const { words } = await heard([EVENT], (now) => {
    if (now < 3_000) throw new JobError('storage-unavailable', 'away');
    return now < 10_000;
  });
  expect(words).toEqual([1]);
});
