/** Whom a request wants to be told of its job — pure. */
import type { Hook } from '../../jobs/webhooks/hook';
import type { HookFields } from './hook-wire';
import { WEBHOOK_FAMILY } from './to-webhook';
import type { TalonicEvent } from './webhook-facts';

/** Of a job of one document, what the vendor sends, and its other end. */
export const EXTRACT_EVENTS = [
  'extraction.complete',
  'extraction.failed',
  'job.cancelled',
] as const satisfies readonly TalonicEvent[];

/** Of any job, its ends. */
export const JOB_EVENTS = ['job.completed', 'job.failed', 'job.cancelled'] as const satisfies readonly TalonicEvent[];

/** Signed with the account's secret. `usual`: the events if none are named. */
export const toHooks = (
  { webhook_url, webhook_events }: HookFields,
  usual: readonly TalonicEvent[],
): { readonly hooks?: readonly Hook[] } =>
  webhook_url === undefined
    ? {}
    : {
        hooks: [
          {
            webhookId: null,
            family: WEBHOOK_FAMILY,
            url: webhook_url,
            events: webhook_events ?? usual,
            secret: null,
            headers: {},
            sourceId: null,
            asked: { form: 'talonic/1', body: {} },
          },
        ],
      };
