import { BAD_LIST, badId, curl, elsewhere, json, LIST_QUERY, noSuch, PAGINATION, WEBHOOK } from './examples.js';

const SELF = `/v1/webhooks/${WEBHOOK}`;
const HOOK = elsewhere('hooks.example.com/quarry');
const ID = ['id', 'path', 'UUID of the webhook.'];
const BODY = [
  ['url', 'JSON', 'Where to send: https only, at most 2,000 characters, no user or password in it.'],
  [
    'events',
    'JSON',
    'A list of extraction.complete, extraction.failed, document.ingested, job.completed, job.failed and job.cancelled; the first two unless said.',
  ],
  ['secret', 'JSON', 'Signs what is sent, 8 to 500 characters. Never shown again; null takes it away.'],
  ['source_connection_id', 'JSON', 'UUID of a source: only what came through it.'],
  ['is_active', 'JSON', 'true unless said.'],
];
const EXAMPLE = {
  id: WEBHOOK,
  url: HOOK,
  events: ['extraction.complete', 'extraction.failed'],
  is_active: true,
  has_secret: true,
  source_connection_id: null,
  created_at: '2026-03-05T09:00:51.006Z',
  updated_at: '2026-03-05T09:00:51.006Z',
  links: { self: SELF },
};
const NOT_YET = {
  delivering: false,
  message: 'Webhooks are stored and can be changed; this version of the server does not send any event yet.',
};
const BAD_BODY = [400, 'VALIDATION_ERROR', 'The address is not https, or an event is none.'];

const fact = (name, about, answer) => ({
  method: 'GET',
  path: `/v1/webhooks/${name}`,
  about,
  parameters: [],
  curl: curl(`/v1/webhooks/${name}`),
  status: 200,
  answer: { ...NOT_YET, ...answer },
  errors: [],
});

export const WEBHOOKS = {
  title: 'Webhooks',
  about: 'Where you want to be told what happens. They are stored now; none is sent by this version yet.',
  routes: [
    {
      method: 'POST',
      path: '/v1/webhooks',
      about: 'Makes a webhook.',
      parameters: [
        ...BODY,
        ['Idempotency-Key', 'header', 'Repeats with this key within 24 hours answer with the first webhook.'],
      ],
      curl: curl('/v1/webhooks', json({ url: HOOK, secret: 'a-secret-of-yours' })),
      status: 201,
      answer: EXAMPLE,
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
      about: 'One webhook.',
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
      about: 'Deletes the webhook.',
      parameters: [ID],
      curl: curl(SELF, '-X DELETE'),
      status: 200,
      answer: { deleted: true, id: WEBHOOK },
      errors: [badId, noSuch('webhook')],
    },
    fact('events', 'The events there are.', {
      events: [{ event: 'job.completed', description: 'A job has ended, at least one of its documents extracted.' }],
      default_events: ['extraction.complete', 'extraction.failed'],
    }),
    fact('delivery', 'How events will be sent.', {
      method: 'POST',
      content_type: 'application/json',
      https_only: true,
      body: { event: 'string', delivery_id: 'string', timestamp: 'ISO 8601', data: 'object' },
    }),
    fact('signatures', 'How they will be signed.', {
      algorithm: 'HMAC-SHA256',
      header: 'X-Talonic-Signature',
      format: 'sha256=<hex of the HMAC of the raw body under the secret>',
      secret: 'Set as secret when the webhook is made or changed; never shown again.',
    }),
    fact('retries', 'How often they will be tried.', {
      delays_seconds: [60, 300, 1800, 14_400],
      timeout_seconds: 30,
    }),
  ],
};
