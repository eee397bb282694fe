import { JobError } from '../errors';
import { getWebhook } from '../get-webhook';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { destinationOf, toParcel } from './hand-over';
import { hookOf } from './hook';
import { refuseSwitchedOff } from './switched-off';

/**
 * Sends an event that is about nothing to a webhook of any dialect, to see whether it arrives; the id of its delivery.
 * Throws `not-found`; `conflict` when the webhook is switched off; `invalid-request` where its dialect has no such event.
 */
export async function testWebhook(ports: Ports, caller: Caller, id: string): Promise<string> {
  const webhook = await getWebhook(ports, caller, null, id);
  refuseSwitchedOff(webhook);
  const { accountId } = caller;
  const hook = hookOf(webhook);
  const destination = await destinationOf(hook);
  const announcement = { id: ports.ids(), accountId, at: ports.clock(), kind: 'webhook.test' } as const;
  const parcel = await toParcel(ports, announcement, hook, destination);
  if (parcel === null)
    throw new JobError('invalid-request', `Webhook ${id}: its dialect, ${webhook.family}, has no event for a test`);
  await ports.outboxes.at({ accountId, destination }).add([parcel]);
  return parcel.id;
}
