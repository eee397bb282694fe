import type { StreamCounter } from '../../jobs/ports';
import { outage, type Patience, steadily } from '../../jobs/steadily';
import { mayCallAgain } from './may-call-again';
import type { RateLimiter } from './rate-limiter';

/** One account's open streams, counted by the object of that name. Throws `storage-unavailable`. */
export function createStreamCounter(namespace: DurableObjectNamespace<RateLimiter>, patience: Patience): StreamCounter {
  const at = (accountId: string) => namespace.get(namespace.idFromName(`streams/${accountId}`));
  const told = <Answer>(call: () => Promise<Answer>): Promise<Answer> =>
    steadily(call, mayCallAgain, patience).catch(() => {
      throw outage('The count of open streams');
    });
  return {
    open: ({ accountId, id }, limit) => told(() => at(accountId).openStream(id, limit)),
    renew: ({ accountId, id }) => told(() => at(accountId).renewStream(id)),
    close: ({ accountId, id }) => told(() => at(accountId).closeStream(id)),
  };
}
