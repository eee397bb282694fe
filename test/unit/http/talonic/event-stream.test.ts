import { describe, expect, test } from 'vitest';
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

describe('the stream of events', () => {
  test('ends with its source, and says that it lives when nothing happens', async () => {
    const response = eventStream(source(event(1), 'idle', event(2)), () => {});
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const blocks = (await response.text()).split('\n\n');
    expect(blocks.map((block) => block.split('\n')[0])).toEqual(['retry: 1000', 'id: 1', ': keep-alive', 'id: 2', '']);
  });

  test('breaks where its source breaks, after telling the log', async () => {
    const told: unknown[] = [];
    const response = eventStream(source(event(1), new Error('gone')), (error) => told.push(error));
    await expect(response.text()).rejects.toThrow('gone');
    expect(told).toEqual([new Error('gone')]);
  });

  test('tells the log nothing of a reader who leaves while the source has no news', async () => {
    const told: unknown[] = [];
    let news: (event: NumberedEvent) => void = () => undefined;
    async function* quiet(): AsyncGenerator<NumberedEvent> {
      yield await new Promise<NumberedEvent>((resolve) => {
        news = resolve;
      });
    }
    const reader = eventStream(quiet(), (error) => told.push(error)).body?.getReader();
    await reader?.read();
    const left = reader?.cancel();
    news(event(1));
    await left;
    expect(told).toEqual([]);
  });

  test('lets go of its source when the reader leaves', async () => {
    let left = false;
    async function* endless(): AsyncGenerator<NumberedEvent> {
      try {
        for (let seq = 1; ; seq += 1) yield event(seq);
      } finally {
        left = true;
      }
    }
    const reader = eventStream(endless(), () => {}).body?.getReader();
    await reader?.read();
    await reader?.read();
    await reader?.cancel();
    expect(left).toBe(true);
  });
});
