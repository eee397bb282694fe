import { noteChange } from '../note-change';
import type { Ports } from '../ports';
import type { DisabledWebhook, WebhookRecord } from '../webhook';

/** Switches a webhook off that is on, and notes it in the account's log; whether there was one. */
export async function disableWebhook(
  ports: Pick<Ports, 'audit' | 'clock' | 'ids' | 'webhooks'>,
  { accountId, family, id }: Pick<WebhookRecord, 'accountId' | 'family' | 'id'>,
  disabled: DisabledWebhook,
): Promise<boolean> {
  const webhook = await ports.webhooks.get(accountId, family, id);
  if (!webhook?.isActive) return false;
  await noteChange(ports, { accountId }, 'webhook.disabled', id);
  return ports.webhooks.disable(accountId, family, id, disabled);
}
