/** https://talonic.com/docs/api/webhooks — pure. */
import type { CreateWebhook } from '../../jobs/create-webhook';
import type { WebhookChange } from '../../jobs/update-webhook';
import { USUAL_EVENTS } from './webhook-facts';
import type { CreateWebhookBody, UpdateWebhookBody } from './webhook-wire';

/** Sets this dialect's webhooks apart: other dialects send other words. */
export const WEBHOOK_FAMILY = 'talonic';

export const toCreateWebhook = (body: CreateWebhookBody, idempotencyKey: string | null): CreateWebhook => ({
  family: WEBHOOK_FAMILY,
  url: body.url,
  events: body.events ?? USUAL_EVENTS,
  secret: body.secret ?? null,
  makesSecret: true,
  headers: {},
  sourceId: body.source_connection_id ?? null,
  isActive: body.is_active ?? true,
  asked: { form: 'talonic/1', body: {} },
  idempotencyKey,
});

export const toWebhookChange = ({
  url,
  events,
  secret,
  source_connection_id,
  is_active,
}: UpdateWebhookBody): WebhookChange => ({
  ...(url === undefined ? {} : { url }),
  ...(events === undefined ? {} : { events }),
  ...(secret === undefined ? {} : { secret }),
  ...(source_connection_id === undefined ? {} : { sourceId: source_connection_id }),
  ...(is_active === undefined ? {} : { isActive: is_active }),
});
