import type { DeliveryRecord } from '../../src/jobs/webhooks/delivery';

export const DELIVERED_AT = 1_800_000_000_000;

/** As an outbox would tell of it. */
export const deliveryFor = (accountId: string, changes: Partial<DeliveryRecord> = {}): DeliveryRecord => ({
  id: crypto.randomUUID(),
  announcementId: crypto.randomUUID(),
  accountId,
  destination: 'somewhere',
  jobId: crypto.randomUUID(),
  kind: 'job.completed',
  webhookId: null,
  family: 'talonic',
  url: 'https://hooks.example.com/in',
  eventType: 'job.completed',
  status: 'dead',
  tries: 2,
  latest: [
    { at: DELIVERED_AT + 100, problem: 'timeout', status: null, message: 'No answer within 30 s', elapsedMs: 30_000.4 },
    { at: DELIVERED_AT + 200, problem: 'status', status: 500, message: 'It answered 500', elapsedMs: 12 },
  ],
  nextAt: null,
  createdAt: DELIVERED_AT,
  endedAt: DELIVERED_AT + 200,
  revision: 3,
  ...changes,
});
