import { DurableObject } from 'cloudflare:workers';
import { createPorts } from '../bindings';
import type { SendOutcome } from '../jobs/webhooks/courier';
import { disableWebhook } from '../jobs/webhooks/disable-webhook';
import type { Handout } from '../jobs/webhooks/outbox-port';
import type { Parcel } from '../jobs/webhooks/parcel';
import { OutboxKeeper } from './outbox-keeper';
import { OutboxStorage } from './outbox-storage';

/** One destination's Durable Object: what the keeper decides, reached over RPC and woken by the object's alarm. */
export class WebhookOutbox extends DurableObject<Env> {
  readonly #keeper: OutboxKeeper;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const ports = createPorts(env);
    this.#keeper = new OutboxKeeper({
      ports: {
        ...ports,
        webhooks: {
          disable: (accountId, family, id, disabled) => disableWebhook(ports, { accountId, family, id }, disabled),
        },
      },
      store: new OutboxStorage(ctx.storage),
      alarms: ctx.storage,
      later: (work) => ctx.waitUntil(work),
    });
  }

  add(parcels: readonly Parcel[]): void {
    this.#keeper.add(parcels);
  }

  lease(parcelId: string): Handout | null {
    return this.#keeper.lease(parcelId);
  }

  report(parcelId: string, token: number, outcome: SendOutcome): void {
    this.#keeper.report(parcelId, token, outcome);
  }

  redeliver(parcelId: string): boolean {
    return this.#keeper.redeliver(parcelId);
  }

  replay(): number {
    return this.#keeper.replay();
  }

  giveUp(): void {
    this.#keeper.giveUp();
  }

  clear(): Promise<void> {
    return this.#keeper.clear();
  }

  override alarm(): Promise<void> {
    return this.#keeper.alarm();
  }
}
