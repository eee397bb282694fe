import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller } from './records';

/** How often a stream that is read says that it is open. */
const RENEW_EVERY_MS = 5_000;

/** When to ask again: somebody's stream may have ended by then. */
const RETRY_AFTER_SECONDS = 5;

/**
 * The same stream, counted as an open one of its account until it ends or is given up. One that nobody reads does nothing,
 * and after a while counts no more. Throws `rate-limited` where as many as there may be are open.
 */
export async function countStream<Item>(
  { streams, ids, clock, settings }: Pick<Ports, 'streams' | 'ids' | 'clock' | 'settings'>,
  { accountId }: Pick<Caller, 'accountId'>,
  source: AsyncIterable<Item>,
): Promise<AsyncIterable<Item>> {
  const stream = { accountId, id: ids() };
  const { eventStreams } = settings.limits;
  if (!(await streams.open(stream, eventStreams))) {
    const message = `${eventStreams} streams of events of this account are open, as many as there may be; close one, or ask again later`;
    throw new JobError('rate-limited', message, { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  const items = source[Symbol.asyncIterator]();
  let renewedAt = clock();
  // Nobody's stream breaks because it could not be counted: it is forgotten by itself.
  const close = () => streams.close(stream).catch(() => {});
  const counted: AsyncIterator<Item> = {
    async next() {
      if (clock() - renewedAt >= RENEW_EVERY_MS) {
        renewedAt = clock();
        await streams.renew(stream).catch(() => {});
      }
      try {
        const step = await items.next();
        if (step.done === true) await close();
        return step;
      } catch (error) {
        await close();
        throw error;
      }
    },
    async return() {
      // Before the source is told: it looks up only with its next item.
      await close();
      await items.return?.();
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => counted };
}
