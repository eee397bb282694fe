import { getWebhook } from './get-webhook';
import { noteChange } from './note-change';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Nothing more is sent there; what waited is given up. Throws `not-found`. */
export async function deleteWebhook(ports: Ports, caller: Caller, family: string, id: string): Promise<void> {
  await getWebhook(ports, caller, family, id);
  await noteChange(ports, caller, 'webhook.deleted', id);
  await ports.webhooks.remove(caller.accountId, family, id);
  await ports.outboxes.at({ accountId: caller.accountId, destination: id }).giveUp();
}
