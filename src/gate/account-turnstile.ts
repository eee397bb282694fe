import { DurableObject } from 'cloudflare:workers';
import { createPorts } from '../bindings';
import type { Answer, PlaceRequest } from '../jobs/turnstile';
import { TurnstileKeeper } from './turnstile-keeper';
import { TurnstileStore } from './turnstile-store';

/** One account's Durable Object: how many of its documents may be in flight, reached over RPC and woken by the object's alarm. */
export class AccountTurnstile extends DurableObject<Env> {
  readonly #keeper: TurnstileKeeper;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#keeper = new TurnstileKeeper({
      ports: createPorts(env),
      store: new TurnstileStore(ctx.storage.kv),
      alarms: ctx.storage,
      later: (work) => ctx.waitUntil(work),
    });
  }

  ask(accountId: string, request: PlaceRequest): Answer {
    return this.#keeper.ask(accountId, request);
  }

  override async alarm(): Promise<void> {
    this.#keeper.alarm();
  }
}
