/** https://developers.llamaindex.ai — webhooks, as they come inside of a request. */
import { z } from 'zod';

/** Which stored webhooks are this dialect's. */
export const WEBHOOK_FAMILY = 'llamacloud';

const PRODUCTS = '(batch|classify|extract|parse|sheets|split)';
const MOMENTS = '(pending|running|processing|success|partial_success|error|cancelled)';

/** One that there is not would tell of nothing, and nobody would notice. */
export const EventName = z
  .string()
  .regex(new RegExp(`^(${PRODUCTS}\\.${MOMENTS}|unmapped_event)$`), 'is no event; as "extract.success"');

export const WebhookConfiguration = z.object({
  webhook_url: z.url({ protocol: /^https?$/, error: 'Input should be a valid URL' }).nullish(),
  webhook_events: z.array(EventName).max(100).nullish(),
  webhook_headers: z.record(z.string().max(200), z.string().max(2000)).nullish(),
  webhook_output_format: z.enum(['string', 'json']).nullish(),
  webhook_signing_secret: z.string().max(1000).nullish(),
});
export type WebhookConfiguration = z.infer<typeof WebhookConfiguration>;

/** Most of one request: our number. */
const MAX_WEBHOOKS = 20;

export const WebhookConfigurations = z.array(WebhookConfiguration).max(MAX_WEBHOOKS).nullish();
