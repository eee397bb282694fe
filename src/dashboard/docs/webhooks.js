import { DELIVERIES_OF, DELIVERY, SENDING } from './deliveries.js';
import { BAD_LIST, badId, curl, elsewhere, json, LIST_QUERY, noSuch, PAGINATION, WEBHOOK } from './examples.js';

const SELF = `/v1/webhooks/${WEBHOOK}`;
const HOOK = elsewhere('hooks.example.com/quarry');
const ID = ['id', 'path', 'UUID of the webhook.'];
const BODY = [
  ['url', 'JSON', 'Where to send: https on a public host, at most 2,000 characters, no user or password in it.'],
  ['events', 'JSON', 'A list of events; extraction.complete and extraction.failed unless said.'],
  [
    'secret',
    'JSON',
    'Signs what is sent, 8 to 500 characters. Without one, one is made and told once, in the answer to the making; null in a change takes it away, and that of the account signs.',
  ],
  ['source_connection_id', 'JSON', 'UUID of a source: only what came through it, and jobs all of whose documents did.'],
  ['is_active', 'JSON', 'true unless said. A webhook where nothing arrives is switched off, and on again by this.'],
];
const EXAMPLE = {
  id: WEBHOOK,
  url: HOOK,
  events: ['extraction.complete', 'extraction.failed'],
  is_active: true,
  has_secret: true,
  source_connection_id: null,
  disabled: null,
  created_at: '2026-03-05T09:00:51.006Z',
  updated_at: '2026-03-05T09:00:51.006Z',
  links: { self: SELF, deliveries: `${SELF}/deliveries` },
};
const BAD_BODY = [400, 'VALIDATION_ERROR', 'The address is not https or not public, or an event is none.'];
const SWITCHED_OFF = [409, 'DUPLICATE_RESOURCE', 'The webhook is switched off.'];

const fact = (name, about, answer) => ({
  method: 'GET',
  path: `/v1/webhooks/${name}`,
  about,
  parameters: [],
  curl: curl(`/v1/webhooks/${name}`),
  status: 200,
  answer: { delivering: true, ...answer },
  errors: [],
});

export const WEBHOOKS = {
  title: 'Webhooks',
  about:
    'Where you want to be told what happens, of every job of the account, whichever dialect it came in by. One job alone is told of at its webhook_url. Every event is sent at least once, under one webhook-id however often it is tried, signed as Standard Webhooks says and as the vendor does. What does not arrive is tried again for more than a day, then kept to be sent again on request.',
  routes: [
    {
      method: 'POST',
      path: '/v1/webhooks',
      about: 'Makes a webhook.',
      parameters: [
        ...BODY,
        ['Idempotency-Key', 'header', 'Repeats with this key within 24 hours answer with the first webhook.'],
      ],
      curl: curl('/v1/webhooks', json({ url: HOOK })),
      status: 201,
      answer: { ...EXAMPLE, secret: 'whsec_TUVFVCBNRSBBVCBUSEUgUVVBUlJZIEFUIERBV04uLi4=' },
      errors: [
        BAD_BODY,
        noSuch('source'),
        [422, 'VALIDATION_ERROR', 'The Idempotency-Key was used for another request.'],
      ],
    },
    {
      method: 'GET',
      path: '/v1/webhooks',
      about: 'Lists the webhooks.',
      parameters: LIST_QUERY,
      curl: curl('/v1/webhooks'),
      status: 200,
      answer: { data: [EXAMPLE], pagination: PAGINATION },
      errors: [BAD_LIST],
    },
    {
      method: 'GET',
      path: '/v1/webhooks/:id',
      about: 'One webhook. disabled says since when and why nothing is sent there any more.',
      parameters: [ID],
      curl: curl(SELF),
      status: 200,
      answer: EXAMPLE,
      errors: [badId, noSuch('webhook')],
    },
    ...['PATCH', 'PUT'].map((method) => ({
      method,
      path: '/v1/webhooks/:id',
      about: 'Changes what is sent; the rest stays.',
      parameters: [ID, ...BODY],
      curl: curl(SELF, `-X ${method}`, json({ is_active: false })),
      status: 200,
      answer: { ...EXAMPLE, is_active: false },
      errors: [BAD_BODY, noSuch('webhook or source')],
    })),
    {
      method: 'DELETE',
      path: '/v1/webhooks/:id',
      about: 'Deletes the webhook; what waits for it is given up.',
      parameters: [ID],
      curl: curl(SELF, '-X DELETE'),
      status: 200,
      answer: { deleted: true, id: WEBHOOK },
      errors: [badId, noSuch('webhook')],
    },
    {
      method: 'POST',
      path: '/v1/webhooks/:id/test',
      about: 'Sends a webhook.test event, to see whether it arrives.',
      parameters: [ID],
      curl: curl(`${SELF}/test`, '-X POST'),
      status: 202,
      answer: { ...SENDING, message: 'A webhook.test event is on its way.' },
      errors: [badId, noSuch('webhook'), SWITCHED_OFF],
    },
    {
      method: 'GET',
      path: '/v1/webhooks/:id/deliveries',
      about: 'What was sent there, the newest first.',
      parameters: [ID, ...DELIVERIES_OF, ...LIST_QUERY],
      curl: curl(`${SELF}/deliveries?status=failed`),
      status: 200,
      answer: { data: [DELIVERY], pagination: PAGINATION },
      errors: [BAD_LIST, noSuch('webhook')],
    },
    {
      method: 'POST',
      path: '/v1/webhooks/:id/replay',
      about: 'Sends everything again that was given up there.',
      parameters: [ID],
      curl: curl(`${SELF}/replay`, '-X POST'),
      status: 202,
      answer: { webhook_id: WEBHOOK, replayed: 12 },
      errors: [badId, noSuch('webhook'), SWITCHED_OFF],
    },
    {
      method: 'GET',
      path: '/v1/webhooks/signing-secret',
      about: 'What signs where a webhook has no secret of its own, and what comes with a job. Needs the scope admin.',
      parameters: [],
      curl: curl('/v1/webhooks/signing-secret'),
      status: 200,
      answer: { secret: 'whsec_QSBTVE9ORSBDVVQgVE8gTUVBU1VSRSwgQlkgTElHSFQuLi4=' },
      errors: [],
    },
    fact('events', 'The events there are.', {
      events: [{ event: 'job.completed', description: 'A job has ended, at least one of its documents extracted.' }],
      default_events: ['extraction.complete', 'extraction.failed'],
      test_event: 'webhook.test',
    }),
    fact('delivery', 'How events are sent.', {
      method: 'POST',
      content_type: 'application/json',
      https_only: true,
      body: { event: 'string', delivery_id: 'string', timestamp: 'ISO 8601', data: 'object' },
      headers: { 'webhook-timestamp': 'Seconds since 1970 of the try.' },
      delivered: 'Any 2xx; redirects are not followed. Each event at least once, in no certain order.',
      log: '/v1/webhook-deliveries',
    }),
    fact('signatures', 'How they are signed.', {
      algorithm: 'HMAC-SHA256',
      header: 'X-Talonic-Signature',
      format: 'sha256=<hex of the HMAC of the raw body under the secret as it is written>',
    }),
    fact('retries', 'How often they are tried: as this server is set.', {
      delays_seconds: [5, 30, 120, 600, 1800, 7200, 14_400, 28_800, 43_200],
      gives_up_after_tries: 10,
      disabled_after_hours: 72,
      kept_days: 7,
    }),
  ],
};
