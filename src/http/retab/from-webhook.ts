/** Webhooks of an account as they are shown — pure. */
import { isAsMade, type WebhookRecord } from '../../jobs/webhook';
import { type CreateWebhookBody, WEBHOOK_EVENTS, type Webhook, type WebhookEvent } from './webhook-wire';

export const fromWebhook = (webhook: WebhookRecord): Webhook => ({
  id: webhook.id,
  object: 'webhook',
  url: webhook.url,
  events: webhook.events.filter(isEvent),
  headers: { ...webhook.headers },
  enabled: webhook.isActive,
  disabled: webhook.disabled && { at: new Date(webhook.disabled.at).toISOString(), reason: webhook.disabled.reason },
  organization_id: webhook.accountId,
  created_at: new Date(webhook.createdAt).toISOString(),
  updated_at: new Date(webhook.updatedAt).toISOString(),
});

/** The only time that a secret is told: to who made the webhook without one, also when asked again, until it is changed. */
export const fromCreatedWebhook = (webhook: WebhookRecord, { secret }: CreateWebhookBody): Webhook => ({
  ...fromWebhook(webhook),
  ...(secret == null && webhook.secret !== null && isAsMade(webhook) ? { secret: webhook.secret } : {}),
});

/** Events are stored as they were accepted; a webhook of this dialect has no others. */
const isEvent = (event: string): event is WebhookEvent => WEBHOOK_EVENTS.some((known) => known === event);
