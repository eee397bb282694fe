/** What this server says of its webhooks: https://talonic.com/docs/api/webhooks — pure. */
import type { DeliveryPolicy } from '../../jobs/webhooks/delivery-policy';

/** The vendor's three, and this server's own. */
export const WEBHOOK_EVENTS = [
  { event: 'extraction.complete', description: 'A document of a job was extracted.' },
  { event: 'extraction.failed', description: 'A document of a job could not be extracted.' },
  { event: 'document.ingested', description: 'A document was stored.' },
  { event: 'job.started', description: 'Work on a job has begun.' },
  { event: 'job.progress', description: 'A job has passed 25, 50 or 75 percent; its `progress` says where it is.' },
  { event: 'job.completed', description: 'A job has ended, at least one of its documents extracted.' },
  { event: 'job.failed', description: 'A job has ended without any document extracted.' },
  { event: 'job.cancelled', description: 'A job was cancelled.' },
  { event: 'job.expired', description: 'The results of a job were deleted after the retention time.' },
] as const;

export const EVENTS = WEBHOOK_EVENTS.map(({ event }) => event);
export type TalonicEvent = (typeof EVENTS)[number];

/** Those of a webhook that names none. */
export const USUAL_EVENTS = ['extraction.complete', 'extraction.failed'] as const;

export const EVENT_FACTS = {
  delivering: true,
  events: WEBHOOK_EVENTS,
  default_events: USUAL_EVENTS,
  test_event: 'webhook.test',
} as const;

export const DELIVERY_FACTS = {
  delivering: true,
  method: 'POST',
  content_type: 'application/json',
  https_only: true,
  body: { event: 'string', delivery_id: 'string', timestamp: 'ISO 8601', data: 'object' },
  headers: {
    'webhook-id': 'The event: the same at every try, at every webhook that hears of it, and when it is sent again.',
    'webhook-timestamp': 'Seconds since 1970 of the try.',
    'webhook-signature': 'v1, and the signature; see /v1/webhooks/signatures.',
    'X-Talonic-Event': 'The event.',
    'X-Talonic-Delivery-Id': 'delivery_id of the body.',
    'X-Talonic-Timestamp': 'Seconds since 1970 of the try.',
    'X-Talonic-Signature': 'sha256= and the signature; see /v1/webhooks/signatures.',
  },
  delivered: 'Any 2xx; redirects are not followed. Each event at least once, in no certain order.',
  log: '/v1/webhook-deliveries',
} as const;

export const SIGNATURE_FACTS = {
  delivering: true,
  standard: {
    specification: 'Standard Webhooks: libraries in many languages verify it.',
    header: 'webhook-signature',
    format: 'v1,<base64 of the HMAC-SHA256 of "webhook-id.webhook-timestamp.body">',
    key: 'The bytes that stand in base64 behind whsec_; of any other secret its own characters.',
  },
  algorithm: 'HMAC-SHA256',
  header: 'X-Talonic-Signature',
  format: 'sha256=<hex of the HMAC of the raw body under the secret as it is written>',
  secret:
    'Given as secret when the webhook is made or changed, or else made here and told once, in the answer to its making. What comes with a job has that of the account: GET /v1/webhooks/signing-secret, with a key of scope admin.',
} as const;

export const retryFacts = ({ delaysMs, switchOffAfterMs, keepMs }: DeliveryPolicy) => ({
  delivering: true,
  delays_seconds: delaysMs.map((delay) => delay / 1000),
  jitter: 'Up to a quarter more, at random; longer where Retry-After asks for it, up to a day.',
  gives_up_after_tries: delaysMs.length + 1,
  disabled_after_hours: switchOffAfterMs / 3_600_000,
  kept_days: keepMs / 86_400_000,
});
