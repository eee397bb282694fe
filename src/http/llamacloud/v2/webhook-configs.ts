/** Stored webhook configurations as our webhooks, and back — pure. */
import type { CreateWebhook } from '../../../jobs/create-webhook';
import type { WebhookChange } from '../../../jobs/update-webhook';
import type { WebhookRecord } from '../../../jobs/webhook';
import { iso } from '../from-agent';
import { formatOf } from '../to-hooks';
import { WEBHOOK_FAMILY } from '../webhook-wire';
import type { ChangeWebhookBody, SaveWebhookBody, WebhookConfig } from './webhook-config-wire';

const FORM = 'llamacloud/webhook';

export const toWebhook = (body: SaveWebhookBody, idempotencyKey: string | null): CreateWebhook => ({
  family: WEBHOOK_FAMILY,
  url: body.webhook_url,
  events: body.webhook_events ?? [],
  secret: body.webhook_signing_secret || null,
  makesSecret: false,
  headers: body.webhook_headers ?? {},
  sourceId: null,
  isActive: true,
  asked: formatted(body.webhook_output_format),
  idempotencyKey,
});

/** Of what is undefined, nothing. One that was switched off because nothing arrived is on again: there is no word for it. */
export const toWebhookChange = (body: ChangeWebhookBody): WebhookChange => ({
  isActive: true,
  ...(body.webhook_url == null ? {} : { url: body.webhook_url }),
  ...(body.webhook_events === undefined ? {} : { events: body.webhook_events ?? [] }),
  ...(body.webhook_signing_secret === undefined ? {} : { secret: body.webhook_signing_secret || null }),
  ...(body.webhook_headers === undefined ? {} : { headers: body.webhook_headers ?? {} }),
  ...(body.webhook_output_format === undefined ? {} : { asked: formatted(body.webhook_output_format) }),
});

const formatted = (format: SaveWebhookBody['webhook_output_format']): WebhookRecord['asked'] => ({
  form: FORM,
  body: { webhook_output_format: format ?? 'string' },
});

export const fromWebhook = (webhook: WebhookRecord, projectId: string): WebhookConfig => ({
  id: webhook.id,
  tenant_id: projectId,
  tenant_type: 'project',
  webhook_url: webhook.url,
  webhook_events: webhook.events.length === 0 ? null : [...webhook.events],
  webhook_headers: Object.keys(webhook.headers).length === 0 ? null : { ...webhook.headers },
  webhook_output_format: formatOf(webhook.asked),
  has_secret: webhook.secret !== null,
  created_at: iso(webhook.createdAt),
  updated_at: iso(webhook.updatedAt),
});
