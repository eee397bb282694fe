import { describe, expect, test, vi } from 'vitest';
import { eventStream } from '../../../../src/http/talonic/event-stream';
import type { NumberedEvent } from '../../../../src/jobs/live-event';

const event = (seq: number): NumberedEvent => ({
  seq,
  at: 0,
  event: { kind: 'phase', phase: 'resolve', progress: seq },
});

async function* source(...items: (NumberedEvent | 'idle' | Error)[]): AsyncGenerator<NumberedEvent | 'idle'> {
  for (const item of items) {
    if (item instanceof Error) throw item;
    yield item;
  }
}

/** What a stream tells while it is made: the errors it breaks with, and whether its request may end. */
function keeper() {
  const told: unknown[] = [];
  let mayEnd = false;
  const later = (work: Promise<void>) => void work.then(() => (mayEnd = true));
  const hungUp = new AbortController();
  const keep = { signal: hungUp.signal, onError: (error: unknown) => void told.push(error), later };
  return { told, mayEnd: () => mayEnd, hangUp: () => hungUp.abort(), keep };
}

describe('the stream of events', () => {
  test('ends with its source, and says that it lives when nothing happens', async () => {
    const { keep, mayEnd } = keeper();
    const response = eventStream(source(event(1), 'idle', event(2)), keep);
    expect(mayEnd()).toBe(false);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const blocks = (await response.text()).split('\n\n');
    expect(blocks.map((block) => block.split('\n')[0])).toEqual(['retry: 1000', 'id: 1', ': keep-alive', 'id: 2', '']);
    expect(mayEnd()).toBe(true);
  });

  test('breaks where its source breaks, after telling the log', async () => {
    const { keep, told, mayEnd } = keeper();
    const response = eventStream(source(event(1), new Error('gone')), keep);
    await expect(response.text()).rejects.toThrow('gone');
    expect(told).toEqual([new Error('gone')]);
    expect(mayEnd()).toBe(true);
  });

  test('tells the log nothing of a reader who leaves while the source has no news', async () => {
    const { keep, told } = keeper();
    let news: (event: NumberedEvent) => void = () => undefined;
    async function* quiet(): AsyncGenerator<NumberedEvent> {
      yield await new Promise<NumberedEvent>((resolve) => {
        news = resolve;
      });
    }
    const reader = eventStream(quiet(), keep).body?.getReader();
    await reader?.read();
    const left = reader?.cancel();
    news(event(1));
    await left;
    expect(told).toEqual([]);
  });

  test.each(['cancels', 'hangs up'])(
    'lets go of its source when the reader %s, and of its request only then',
    async (way) => {
      const { keep, told, mayEnd, hangUp } = keeper();
      let left = false;
      async function* endless(): AsyncGenerator<NumberedEvent> {
        try {
          for (let seq = 1; ; seq += 1) yield event(seq);
        } finally {
          left = !mayEnd();
        }
      }
      const reader = eventStream(endless(), keep).body?.getReader();
      await reader?.read();
      await reader?.read();
      if (way === 'hangs up') hangUp();
      else await reader?.cancel();
      await vi.waitUntil(mayEnd);
      expect(left).toBe(true);
      expect(told).toEqual([]);
    },
  );
});
