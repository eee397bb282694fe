import { DurableObject } from 'cloudflare:workers';
import { createPorts } from '../bindings';
import type { PlaceRequest, Places } from '../jobs/turnstile';
import { TurnstileKeeper } from './turnstile-keeper';

/** One account's Durable Object: how many of its documents may be in flight, reached over RPC. */
export class AccountTurnstile extends DurableObject<Env> {
  readonly #keeper: TurnstileKeeper;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#keeper = new TurnstileKeeper(createPorts(env), ctx.storage.kv, (work) => ctx.waitUntil(work));
  }

  ask(accountId: string, request: PlaceRequest): Places {
    return this.#keeper.ask(accountId, request);
  }
}
