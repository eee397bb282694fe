import type { NumberedEvent } from '../../jobs/live-event';
import { fromEvent, KEEP_ALIVE, RETRY_HINT } from './from-event';

/** Who is told of a stream that breaks, what keeps its request alive, and what tells that its reader hung up. */
interface StreamKeeper {
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
  readonly later: (work: Promise<void>) => void;
}

const HEADERS = { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache, no-transform' };

/** What is answered to who asks for the headers of a stream. */
export const unreadStream = (): Response => new Response(null, { headers: HEADERS });

/**
 * Server-sent events, read from the source only as fast as the reader takes them; ends with the source. The request lives
 * until the source was let go of: when a reader hangs up it would end before that.
 */
export function eventStream(
  source: AsyncIterable<NumberedEvent | 'idle'>,
  { signal, onError, later }: StreamKeeper,
): Response {
  const events = source[Symbol.asyncIterator]();
  let end: () => void = () => undefined;
  later(
    new Promise<void>((resolve) => {
      end = resolve;
    }),
  );
  const encoder = new TextEncoder();
  let hasLeft = false;
  const leave = async (): Promise<void> => {
    hasLeft = true;
    try {
      await events.return?.();
    } finally {
      end();
    }
  };
  // The runtime cancels the body when it is given up here, and not when its reader hangs up: of that the request tells.
  signal.addEventListener('abort', () => void leave().catch(onError));
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
    cancel: leave,
  });
  return new Response(body, { headers: HEADERS });
}
