import type { NumberedEvent } from '../../jobs/live-event';
import { fromEvent, KEEP_ALIVE, RETRY_HINT } from './from-event';

/** Who is told of a stream that breaks, and what keeps its request alive. */
interface StreamKeeper {
  readonly onError: (error: unknown) => void;
  readonly later: (work: Promise<void>) => void;
}

/**
 * Server-sent events, read from the source only as fast as the reader takes them; ends with the source. The request lives
 * until the source was let go of: when a reader hangs up it would end before that.
 */
export function eventStream(source: AsyncIterable<NumberedEvent | 'idle'>, { onError, later }: StreamKeeper): Response {
  const events = source[Symbol.asyncIterator]();
  let end: () => void = () => undefined;
  later(
    new Promise<void>((resolve) => {
      end = resolve;
    }),
  );
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
        if (next.done === true) {
          end();
          controller.close();
        } else controller.enqueue(encoder.encode(next.value === 'idle' ? KEEP_ALIVE : fromEvent(next.value)));
      } catch (error) {
        if (hasLeft) return;
        // The status is long sent: the reader finds the stream broken and comes back with its last event id.
        onError(error);
        end();
        controller.error(error);
      }
    },
    async cancel() {
      hasLeft = true;
      try {
        await events.return?.();
      } finally {
        end();
      }
    },
  });
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache, no-transform' },
  });
}
