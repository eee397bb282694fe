import type { NumberedEvent } from '../../jobs/live-event';
import { fromEvent, KEEP_ALIVE, RETRY_HINT } from './from-event';

/** Server-sent events, read from the source only as fast as the reader takes them; ends with the source. */
export function eventStream(
  source: AsyncIterable<NumberedEvent | 'idle'>,
  onError: (error: unknown) => void,
): Response {
  const events = source[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let hasLeft = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(RETRY_HINT));
    },
    async pull(controller) {
      try {
        const next = await events.next();
        if (hasLeft) return;
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(next.value === 'idle' ? KEEP_ALIVE : fromEvent(next.value)));
      } catch (error) {
        if (hasLeft) return;
        // The status is long sent: the reader finds the stream broken and comes back with its last event id.
        onError(error);
        controller.error(error);
      }
    },
    async cancel() {
      hasLeft = true;
      await events.return?.();
    },
  });
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache, no-transform' },
  });
}
