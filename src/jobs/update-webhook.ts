import { JobError } from './errors';
import { getSource } from './get-source';
import { getWebhook } from './get-webhook';
import { noteChange } from './note-change';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { WebhookRecord } from './webhook';
import { acceptDestination, type DestinationFields } from './webhooks/accept-destination';
import { refuseTooMany } from './webhooks/most-listening';

/** What is absent stays as it is. */
export type WebhookChange = Partial<
  Pick<WebhookRecord, 'url' | 'events' | 'secret' | 'headers' | 'sourceId' | 'isActive' | 'asked'>
>;

/** Throws `not-found`, also for a new source the account does not have, and `invalid-request` as `createWebhook` does. */
export async function updateWebhook(
  ports: Ports,
  caller: Caller,
  { family, id }: Pick<WebhookRecord, 'family' | 'id'>,
  change: WebhookChange,
  fields?: DestinationFields,
): Promise<WebhookRecord> {
  const stored = await getWebhook(ports, caller, family, id);
  if (Object.keys(change).length === 0) return stored;
  if (change.url !== undefined || change.headers !== undefined)
    acceptDestination({ ...stored, ...change }, ports.settings.web, fields);
  if (change.isActive && !stored.isActive) await refuseTooMany(ports, stored);
  if (change.sourceId && change.sourceId !== stored.sourceId) await getSource(ports, caller, change.sourceId);
  const on = change.isActive ? { disabled: null } : {};
  await noteChange(ports, caller, 'webhook.changed', id);
  const { accountId } = caller;
  const changed = await ports.webhooks.update({ accountId, family, id, ...change, ...on, updatedAt: ports.clock() });
  if (changed === null) throw new JobError('not-found', `Webhook ${id} does not exist`);
  return changed;
}
