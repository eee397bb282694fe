/** https://talonic.com/docs/api/webhooks */
import { z } from 'zod';
import { Uuid } from '../door';
import { EVENTS } from './webhook-facts';
import { Pagination } from './wire';

/** Longest address: our number. */
const MAX_URL = 2000;

export const WebhookUrl = z
  .string('must be an https URL')
  .max(MAX_URL, `at most ${MAX_URL} characters`)
  .refine((text) => URL.canParse(text), 'must be an https URL');

const KNOWN: ReadonlySet<string> = new Set(EVENTS);
export const WebhookEvents = z
  .array(
    z.string().refine((event) => KNOWN.has(event), `must be one of ${EVENTS.join(', ')}`),
    'must be a list of events',
  )
  .min(1, 'at least one event')
  .transform((events) => [...new Set(events)]);

const Secret = z.string('must be text').min(8, 'at least 8 characters').max(500, 'at most 500 characters');

export const CreateWebhookBody = z.object({
  url: WebhookUrl,
  events: WebhookEvents.nullish(),
  secret: Secret.nullish(),
  source_connection_id: Uuid.nullish(),
  is_active: z.boolean('must be true or false').nullish(),
});
export type CreateWebhookBody = z.infer<typeof CreateWebhookBody>;

export const UpdateWebhookBody = z.object({
  url: WebhookUrl.optional(),
  events: WebhookEvents.optional(),
  secret: Secret.nullish(),
  source_connection_id: Uuid.nullish(),
  is_active: z.boolean('must be true or false').optional(),
});
export type UpdateWebhookBody = z.infer<typeof UpdateWebhookBody>;

/** The secret is told once, in the answer to its making here; else only whether there is one. */
export const Webhook = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  is_active: z.boolean(),
  has_secret: z.boolean(),
  source_connection_id: z.string().nullable(),
  /** Since when and why it was switched off, because nothing arrived; it is on again with `is_active`. */
  disabled: z.object({ at: z.string(), reason: z.string() }).nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  secret: z.string().optional(),
  links: z.object({ self: z.string(), deliveries: z.string() }),
});
export type Webhook = z.infer<typeof Webhook>;

export const WebhookList = z.object({ data: z.array(Webhook), pagination: Pagination });
export type WebhookList = z.infer<typeof WebhookList>;
