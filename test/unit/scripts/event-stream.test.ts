import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../scripts/event-stream.mjs';

async function read(chunks: readonly string[]): Promise<unknown[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
  const events: unknown[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

const STREAM =
  'retry: 1000\n\nid: 1\nevent: state\ndata: {"status":"queued"}\n\n: keep-alive\n\nid: 2\nevent: end\ndata: {}\n\n';
const EVENTS = [
  { id: '1', event: 'state', data: { status: 'queued' } },
  { id: '2', event: 'end', data: {} },
];

describe('readEvents', () => {
  it('gives the numbered messages and passes over hints and comments', async () => {
    expect(await read([STREAM])).toEqual(EVENTS);
  });

  it('reads the same wherever the stream is cut', async () => {
    for (let cut = 0; cut <= STREAM.length; cut++) {
      expect(await read([STREAM.slice(0, cut), STREAM.slice(cut)])).toEqual(EVENTS);
    }
  });

  it('does not give a message that was broken off', async () => {
    expect(await read([STREAM.slice(0, -1)])).toEqual(EVENTS.slice(0, 1));
  });
});
