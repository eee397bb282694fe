/** Webhooks of an account, in the manner of https://docs.retab.com: this server's own, the vendor has none for jobs. */
import { z } from 'zod';

/** What can be told of a job. */
export const WEBHOOK_EVENTS = [
  'job.started',
  'job.progress',
  'job.completed',
  'job.failed',
  'job.cancelled',
  'job.expired',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Those of a webhook that names none: the ends that work comes to. */
export const USUAL_EVENTS = ['job.completed', 'job.failed', 'job.cancelled'] as const satisfies readonly WebhookEvent[];

/** Longest address: our number. */
const MAX_URL = 2000;

const Url = z
  .string('must be an https URL')
  .max(MAX_URL, `at most ${MAX_URL} characters`)
  .refine((text) => URL.canParse(text), 'must be an https URL');

const Events = z
  .array(z.enum(WEBHOOK_EVENTS, `must be one of ${WEBHOOK_EVENTS.join(', ')}`), 'must be a list of events')
  .min(1, 'at least one event')
  .transform((events) => [...new Set(events)]);

const Secret = z.string('must be text').min(8, 'at least 8 characters').max(500, 'at most 500 characters');
const Enabled = z.boolean('must be true or false');

const SendHeaders = z
  .record(z.string().max(200, 'at most 200 characters'), z.string('must be text').max(2000, 'at most 2000 characters'))
  .refine((headers) => Object.keys(headers).length <= 20, 'at most 20 headers');

export const CreateWebhookBody = z.object({
  url: Url,
  events: Events.nullish(),
  headers: SendHeaders.nullish(),
  secret: Secret.nullish(),
  enabled: Enabled.nullish(),
});
export type CreateWebhookBody = z.infer<typeof CreateWebhookBody>;

/** Only what is there changes. */
export const UpdateWebhookBody = z.object({
  url: Url.nullish(),
  events: Events.nullish(),
  headers: SendHeaders.nullish(),
  secret: Secret.nullish(),
  enabled: Enabled.nullish(),
});
export type UpdateWebhookBody = z.infer<typeof UpdateWebhookBody>;

/** The secret is told once, when it was made here. */
export const Webhook = z.object({
  id: z.string(),
  object: z.literal('webhook'),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  headers: z.record(z.string(), z.string()),
  enabled: z.boolean(),
  /** Since when and why it was switched off, because nothing arrived; it is on again with `enabled`. */
  disabled: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
  organization_id: z.string(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  secret: z.string().optional(),
});
export type Webhook = z.infer<typeof Webhook>;
