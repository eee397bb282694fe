import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { WebhookRecord } from './webhook';

/** `family` null: of any dialect. Throws `not-found`. */
export async function getWebhook(
  ports: Ports,
  caller: Caller,
  family: string | null,
  id: string,
): Promise<WebhookRecord> {
  const webhook = await ports.webhooks.get(caller.accountId, family, id);
  if (webhook === null) throw new JobError('not-found', `Webhook ${id} does not exist`);
  return webhook;
}
