import { JobError } from '../errors';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import type { DeliveryRecord } from './delivery';
import { getDelivery } from './get-delivery';
import { refuseSwitchedOff } from './switched-off';

/**
 * Sends what was sent before once more, at once: the same body under the same id. Throws `not-found`; `conflict` when its
 * webhook is switched off or gone, or when it was so long ago that it is not kept any more.
 */
export async function redeliver(ports: Ports, caller: Caller, id: string): Promise<DeliveryRecord> {
  const delivery = await getDelivery(ports, caller, id);
  const { accountId, destination, family, webhookId } = delivery;
  if (webhookId !== null) {
    const webhook = await ports.webhooks.get(accountId, family, webhookId);
    if (webhook === null) throw new JobError('conflict', `Delivery ${id}: its webhook ${webhookId} was deleted`);
    refuseSwitchedOff(webhook);
  }
  if (await ports.outboxes.at({ accountId, destination }).redeliver(id)) return delivery;
  throw new JobError('conflict', `Delivery ${id} is too old to be sent again: what it said is not kept any more`);
}
