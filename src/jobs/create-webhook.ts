import { claimRequest } from './claim-request';
import { getSource } from './get-source';
import { noteChange } from './note-change';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { WebhookRecord } from './webhook';
import { acceptDestination, type DestinationFields } from './webhooks/accept-destination';
import { refuseTooMany } from './webhooks/most-listening';
import { newSigningSecret } from './webhooks/signing-secret';

export interface CreateWebhook
  extends Pick<WebhookRecord, 'family' | 'url' | 'events' | 'secret' | 'headers' | 'sourceId' | 'isActive' | 'asked'> {
  /** Makes a secret where none is given; else the account's own signs. */
  readonly makesSecret: boolean;
  readonly idempotencyKey: string | null;
}

/**
 * Remembers where to tell what happens; the same idempotency key within 24 h gives the webhook it made then. Throws
 * `not-found` for a source the account does not have, `idempotency-mismatch`, and `invalid-request` for an address or headers
 * that nothing may be sent to or with.
 */
export async function createWebhook(
  ports: Ports,
  caller: Caller,
  { idempotencyKey, makesSecret, ...given }: CreateWebhook,
  fields?: DestinationFields,
): Promise<WebhookRecord> {
  acceptDestination(given, ports.settings.web, fields);
  const asked = JSON.stringify(['webhook', given]);
  const id = idempotencyKey === null ? ports.ids() : await claimRequest(ports, caller, asked, idempotencyKey);
  const earlier = idempotencyKey === null ? null : await ports.webhooks.get(caller.accountId, given.family, id);
  if (earlier !== null) return earlier;

  if (given.isActive) await refuseTooMany(ports, { accountId: caller.accountId, family: given.family });
  if (given.sourceId !== null) await getSource(ports, caller, given.sourceId);
  const now = ports.clock();
  const record: WebhookRecord = {
    ...given,
    secret: given.secret ?? (makesSecret ? newSigningSecret(ports.tokens) : null),
    id,
    accountId: caller.accountId,
    disabled: null,
    createdAt: now,
    updatedAt: now,
  };
  await noteChange(ports, caller, 'webhook.created', id);
  await ports.webhooks.add(record);
  return record;
}
