/** Webhooks of an account as our commands — pure. */
import type { CreateWebhook } from '../../jobs/create-webhook';
import type { WebhookChange } from '../../jobs/update-webhook';
import { type CreateWebhookBody, type UpdateWebhookBody, USUAL_EVENTS } from './webhook-wire';

/** Sets this dialect's webhooks apart: other dialects send other words. */
export const WEBHOOK_FAMILY = 'retab';

export const toCreateWebhook = (body: CreateWebhookBody, idempotencyKey: string | null): CreateWebhook => ({
  family: WEBHOOK_FAMILY,
  url: body.url,
  events: body.events ?? USUAL_EVENTS,
  secret: body.secret ?? null,
  makesSecret: true,
  headers: body.headers ?? {},
  sourceId: null,
  isActive: body.enabled ?? true,
  asked: { form: 'retab/1', body: {} },
  idempotencyKey,
});

/** null changes nothing. */
export const toWebhookChange = ({ url, events, secret, headers, enabled }: UpdateWebhookBody): WebhookChange => ({
  ...(url == null ? {} : { url }),
  ...(events == null ? {} : { events }),
  ...(secret == null ? {} : { secret }),
  ...(headers == null ? {} : { headers }),
  ...(enabled == null ? {} : { isActive: enabled }),
});
