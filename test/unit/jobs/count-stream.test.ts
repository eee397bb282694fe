import { describe, expect, test } from 'vitest';
import { countStream } from '../../../src/jobs/count-stream';
import { readLimits } from '../../../src/jobs/limits';
import type { Ports } from '../../../src/jobs/ports';

function counting(isFull = false) {
  const calls: string[] = [];
  let now = 0;
  const ports = {
    ids: () => 's',
    clock: () => now,
    settings: { limits: readLimits({ EVENT_STREAMS_AT_ONCE: '3' }) },
    streams: {
      open: async ({ accountId, id }: { accountId: string; id: string }, limit: number) => {
        calls.push(`open ${accountId} ${id} ${limit}`);
        return !isFull;
      },
      renew: async () => void calls.push('renew'),
      close: async () => void calls.push('close'),
    },
  };
  // Only what it uses is there.
  return { calls, ports: ports as unknown as Ports, later: (ms: number) => (now += ms) };
}

async function* items(count: number) {
  for (let item = 1; item <= count; item += 1) yield item;
}

const caller = { accountId: 'a' };

describe('a counted stream', () => {
  test('gives what it is of, and is open until its end', async () => {
    const { calls, ports } = counting();
    const seen: number[] = [];
    for await (const item of await countStream(ports, caller, items(3))) seen.push(item);
    expect([seen, calls]).toEqual([
      [1, 2, 3],
      ['open a s 3', 'close'],
    ]);
  });

  test('is refused with the limit where as many are open', async () => {
    const refused = countStream(counting(true).ports, caller, items(3));
    await expect(refused).rejects.toMatchObject({ code: 'rate-limited', details: { retryAfterSeconds: 5 } });
    await expect(refused).rejects.toThrow(/^3 streams of events of this account are open/);
  });

  test('is closed when it is given up, read or not, and when it breaks', async () => {
    for (const reads of [0, 1]) {
      const { calls, ports } = counting();
      const stream = (await countStream(ports, caller, items(3)))[Symbol.asyncIterator]();
      for (let read = 0; read < reads; read += 1) await stream.next();
      await stream.return?.();
      expect(calls).toEqual(['open a s 3', 'close']);
    }
    const { calls, ports } = counting();
    const broken = (async function* () {
      yield 1;
      throw new Error('broken');
    })();
    const stream = (await countStream(ports, caller, broken))[Symbol.asyncIterator]();
    await stream.next();
    await expect(stream.next()).rejects.toThrow('broken');
    expect(calls).toEqual(['open a s 3', 'close']);
  });

  test('says every five seconds that it is still open', async () => {
    const { calls, ports, later } = counting();
    const stream = (await countStream(ports, caller, items(5)))[Symbol.asyncIterator]();
    for (const ms of [0, 4_999, 1, 2_500]) {
      later(ms);
      await stream.next();
    }
    expect(calls).toEqual(['open a s 3', 'renew']);
  });
});
