/** https://talonic.com/docs/api/webhooks — pure. */
import type { Listing } from '../../jobs/records';
import { isAsMade, type WebhookRecord } from '../../jobs/webhook';
import { iso } from './from-job';
import { fromListing } from './list-window';
import type { CreateWebhookBody, Webhook, WebhookList } from './webhook-wire';

export const fromWebhook = (webhook: WebhookRecord): Webhook => ({
  id: webhook.id,
  url: webhook.url,
  events: [...webhook.events],
  is_active: webhook.isActive,
  has_secret: webhook.secret !== null,
  source_connection_id: webhook.sourceId,
  disabled: webhook.disabled && { at: iso(webhook.disabled.at), reason: webhook.disabled.reason },
  created_at: iso(webhook.createdAt),
  updated_at: iso(webhook.updatedAt),
  links: { self: `/v1/webhooks/${webhook.id}`, deliveries: `/v1/webhooks/${webhook.id}/deliveries` },
});

/** The only time that a secret is told: to who made the webhook without one, also when asked again, until it is changed. */
export const fromCreatedWebhook = (webhook: WebhookRecord, { secret }: CreateWebhookBody): Webhook => ({
  ...fromWebhook(webhook),
  ...(secret == null && webhook.secret !== null && isAsMade(webhook) ? { secret: webhook.secret } : {}),
});

export const fromWebhooks = (listing: Listing<WebhookRecord>, limit: number): WebhookList => ({
  data: listing.items.map(fromWebhook),
  pagination: fromListing(listing, limit),
});
