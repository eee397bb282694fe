/** What this server says of its webhooks: https://talonic.com/docs/api/webhooks. */

/** The vendor's three, and this server's own. */
export const EVENTS = [
  'extraction.complete',
  'extraction.failed',
  'document.ingested',
  'job.started',
  'job.progress',
  'job.completed',
  'job.failed',
  'job.cancelled',
  'job.expired',
] as const;

export const WEBHOOK_EVENTS = [
  { event: 'extraction.complete', description: 'A document of a job was extracted.' },
  { event: 'extraction.failed', description: 'A document of a job could not be extracted.' },
  { event: 'document.ingested', description: 'A document was stored.' },
  { event: 'job.completed', description: 'A job has ended, at least one of its documents extracted.' },
  { event: 'job.failed', description: 'A job has ended without any document extracted.' },
  { event: 'job.cancelled', description: 'A job was cancelled.' },
] as const;

/** Those of a webhook that names none. */
export const USUAL_EVENTS = ['extraction.complete', 'extraction.failed'] as const;

const STATUS = {
  delivering: false,
  message: 'Webhooks are stored and can be changed; this version of the server does not send any event yet.',
} as const;

/** The read-only pages of the resource, by the last part of their paths. */
export const WEBHOOK_FACTS = {
  events: { ...STATUS, events: WEBHOOK_EVENTS, default_events: USUAL_EVENTS },
  delivery: {
    ...STATUS,
    method: 'POST',
    content_type: 'application/json',
    https_only: true,
    body: { event: 'string', delivery_id: 'string', timestamp: 'ISO 8601', data: 'object' },
  },
  signatures: {
    ...STATUS,
    algorithm: 'HMAC-SHA256',
    header: 'X-Talonic-Signature',
    format: 'sha256=<hex of the HMAC of the raw body under the secret>',
    secret: 'Set as secret when the webhook is made or changed; never shown again.',
  },
  retries: { ...STATUS, delays_seconds: [60, 300, 1800, 14_400], timeout_seconds: 30 },
} as const;
