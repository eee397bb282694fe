import { getWebhook } from './get-webhook';
import { noteChange } from './note-change';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Throws `not-found`. */
export async function deleteWebhook(ports: Ports, caller: Caller, family: string, id: string): Promise<void> {
  await getWebhook(ports, caller, family, id);
  await noteChange(ports, caller, 'webhook.deleted', id);
  await ports.webhooks.remove(caller.accountId, family, id);
}
