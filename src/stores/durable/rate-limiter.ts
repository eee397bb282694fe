import { DurableObject } from 'cloudflare:workers';
import type { EpochMs } from '../../jobs/job';
import type { Allowance, Clock, RateLimiter as RateLimiterPort } from '../../jobs/ports';
import { outage, type Patience, steadily } from '../../jobs/steadily';
import { mayCallAgain } from './may-call-again';
import { NO_STREAMS, type OpenStreams, renewed, withOneMore, withoutOne } from './open-streams';
import { type RateWindow, takeFrom } from './rate-window';

const WINDOW = 'window';

/**
 * One key's allowance, or, under an account's name, its open streams. Exact: all that is counted comes here, one after the
 * other.
 */
export class RateLimiter extends DurableObject {
  #window: RateWindow | null = null;
  /** Not kept: streams say again and again that they are open. */
  #streams: OpenStreams = NO_STREAMS;

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

  /** Whether it may be; calling again changes nothing. By this object's clock, as every stream's time. */
  openStream(id: string, limit: number): boolean {
    const open = withOneMore(this.#streams, id, limit, Date.now());
    this.#streams = open ?? this.#streams;
    return open !== null;
  }

  renewStream(id: string): void {
    this.#streams = renewed(this.#streams, id, Date.now());
  }

  closeStream(id: string): void {
    this.#streams = withoutOne(this.#streams, id);
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
