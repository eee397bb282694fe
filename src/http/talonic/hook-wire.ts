/** https://talonic.com/docs/api/extract: whom to tell of one job. */
import { z } from 'zod';
import { fromJsonText } from '../door';
import { WebhookEvents, WebhookUrl } from './webhook-wire';

const absentWhenEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === '' || given === null ? undefined : given), schema.optional());

/** A form has no lists: JSON text, or words with commas between them. */
const asList = (given: unknown): unknown => {
  if (typeof given !== 'string') return given;
  return given.startsWith('[') ? fromJsonText(given, 'webhook_events') : given.split(',').map((word) => word.trim());
};

/** `webhook_events` is this server's own. */
export const HOOK_FIELDS = {
  webhook_url: absentWhenEmpty(WebhookUrl),
  webhook_events: absentWhenEmpty(z.preprocess(asList, WebhookEvents)),
};

export type HookFields = z.infer<z.ZodObject<typeof HOOK_FIELDS>>;
