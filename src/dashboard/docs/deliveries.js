import { BAD_LIST, badId, curl, elsewhere, JOB, LIST_QUERY, noSuch, PAGINATION, WEBHOOK } from './examples.js';

const ID = '4f0c3f0e-7c39-8d53-9a3c-0b7d1c1f6a52';
const SELF = `/v1/webhook-deliveries/${ID}`;
const PATH_ID = ['id', 'path', 'UUID of the delivery.'];

/** How deliveries are chosen, of one webhook and of all. */
export const DELIVERIES_OF = [
  ['status', 'query', 'pending, delivered or failed (given up).'],
  ['event', 'query', 'As job.completed; also finds what is called otherwise in another dialect.'],
  ['job_id', 'query', 'UUID of a job.'],
];

export const DELIVERY = {
  id: ID,
  event_id: 'b0c7f6d2-1f0a-8a3e-8f5d-6a1f0f4be0d1',
  event: 'job.completed',
  status: 'delivered',
  webhook_id: WEBHOOK,
  job_id: JOB,
  url: elsewhere('hooks.example.com/quarry'),
  dialect: 'talonic',
  attempt_count: 2,
  next_attempt_at: null,
  created_at: '2026-03-05T09:00:58.412Z',
  completed_at: '2026-03-05T09:01:04.030Z',
  links: { self: SELF, redeliver: `${SELF}/redeliver`, webhook: `/v1/webhooks/${WEBHOOK}`, job: `/v1/jobs/${JOB}` },
};

/** What is answered when something is to be sent. */
export const SENDING = {
  id: ID,
  status: 'pending',
  message: 'It is sent again, the same body under the same id.',
  links: { self: SELF },
};

export const DELIVERIES = {
  title: 'Webhook deliveries',
  about:
    'What webhooks were sent, whichever dialect they came in by, and how it went. Kept as long as jobs are, and so long it can be sent again.',
  routes: [
    {
      method: 'GET',
      path: '/v1/webhook-deliveries',
      about: 'Lists deliveries, the newest first.',
      parameters: [...DELIVERIES_OF, ['webhook_id', 'query', 'UUID of a webhook.'], ...LIST_QUERY],
      curl: curl(`/v1/webhook-deliveries?job_id=${JOB}`),
      status: 200,
      answer: { data: [DELIVERY], pagination: PAGINATION },
      errors: [BAD_LIST],
    },
    {
      method: 'GET',
      path: '/v1/webhook-deliveries/:id',
      about: 'One delivery with its newest attempts, at most twenty.',
      parameters: [PATH_ID],
      curl: curl(SELF),
      status: 200,
      answer: {
        ...DELIVERY,
        attempts: [
          {
            at: '2026-03-05T09:00:58.655Z',
            outcome: 'status',
            status_code: 503,
            message: 'hooks.example.com answered 503',
            duration_ms: 212,
          },
          {
            at: '2026-03-05T09:01:04.030Z',
            outcome: 'delivered',
            status_code: 200,
            message: null,
            duration_ms: 96,
          },
        ],
      },
      errors: [badId, noSuch('delivery')],
    },
    {
      method: 'POST',
      path: '/v1/webhook-deliveries/:id/redeliver',
      about: 'Sends it again at once: the same body under the same webhook-id.',
      parameters: [PATH_ID],
      curl: curl(`${SELF}/redeliver`, '-X POST'),
      status: 202,
      answer: SENDING,
      errors: [
        badId,
        noSuch('delivery'),
        [409, 'DUPLICATE_RESOURCE', 'Its webhook is switched off or deleted, or what it said is not kept any more.'],
      ],
    },
  ],
};
