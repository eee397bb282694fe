import { DurableObject } from 'cloudflare:workers';
import type { EpochMs } from '../../jobs/job';
import type { Allowance, Clock, RateLimiter as RateLimiterPort } from '../../jobs/ports';
import { outage, type Patience, steadily } from '../../jobs/steadily';
import { mayCallAgain } from './may-call-again';
import { type RateWindow, takeFrom } from './rate-window';

const WINDOW = 'window';

/** One key's allowance. Exact: all requests of a key are counted here, in the order in which they come. */
export class RateLimiter extends DurableObject {
  #window: RateWindow | null = null;

  constructor(state: DurableObjectState, env: Cloudflare.Env) {
    super(state, env);
    this.#window = state.storage.kv.get<RateWindow>(WINDOW) ?? null;
  }

  /** Counts one request; refused ones cost nothing. */
  async take(limit: number, now: EpochMs): Promise<Allowance> {
    const { window, allowance } = takeFrom(this.#window, limit, now);
    if (allowance.allowed) {
      // Not waited for: a count lost with the whole machine gives a caller one more request.
      this.ctx.waitUntil(this.ctx.storage.put(WINDOW, window, { allowUnconfirmed: true }));
      this.#window = window;
    }
    return allowance;
  }
}

/**
 * A fixed window of one minute per key, kept by one object per key. A request whose count got lost is counted again. Throws
 * `storage-unavailable`.
 */
export function createRateLimiter(
  namespace: DurableObjectNamespace<RateLimiter>,
  limitPerMinute: number,
  clock: Clock,
  patience: Patience,
): RateLimiterPort {
  return {
    async take(keyId) {
      const count = () => namespace.get(namespace.idFromName(keyId)).take(limitPerMinute, clock());
      return steadily(count, mayCallAgain, patience).catch(() => {
        throw outage('The count of requests');
      });
    },
  };
}
