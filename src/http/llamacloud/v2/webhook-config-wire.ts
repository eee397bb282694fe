/** https://developers.llamaindex.ai — stored webhook configurations. */
import { z } from 'zod';
import { EventName, WebhookConfiguration } from '../webhook-wire';

/** An empty list would tell of nothing: refused. */
const Events = z.array(EventName).min(1, 'is empty; send null for all events').max(100).nullish();

export const SaveWebhookBody = WebhookConfiguration.extend({
  webhook_url: WebhookConfiguration.shape.webhook_url.unwrap().unwrap(),
  webhook_events: Events,
});
export type SaveWebhookBody = z.infer<typeof SaveWebhookBody>;

/** Only what is there changes; null for the URL changes nothing, for the rest it takes away what was said. */
export const ChangeWebhookBody = WebhookConfiguration.extend({ webhook_events: Events });
export type ChangeWebhookBody = z.infer<typeof ChangeWebhookBody>;

export const WebhookConfig = z.object({
  id: z.string(),
  tenant_id: z.string(),
  tenant_type: z.literal('project'),
  webhook_url: z.string(),
  /** null: all. */
  webhook_events: z.array(z.string()).nullable(),
  webhook_headers: z.record(z.string(), z.string()).nullable(),
  webhook_output_format: z.enum(['string', 'json']),
  /** The secret itself is never given back. */
  has_secret: z.boolean(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type WebhookConfig = z.infer<typeof WebhookConfig>;
