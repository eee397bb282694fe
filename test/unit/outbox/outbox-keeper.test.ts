import { expect, test } from 'vitest';
import { CHECK_EVERY_MS } from '../../../src/jobs/schedule';
import type { Parcel } from '../../../src/jobs/webhooks/parcel';
import { OutboxKeeper } from '../../../src/outbox/outbox-keeper';
import { createMemoryOutboxStore, NO_PARCELS, type OutboxRecords } from '../../simulation/outbox-records';
import { WEBHOOK } from '../../simulation/receiver';

const KEEP_MS = 60 * 60_000;

const PARCEL: Parcel = {
  id: 'parcel',
  announcementId: 'announcement',
  accountId: 'acme',
  destination: 'webhook',
  jobId: 'job',
  kind: 'job.completed',
  hook: { ...WEBHOOK, webhookId: WEBHOOK.id },
  told: { eventType: 'job.completed', body: '{}', headers: {}, signatureHeader: null, timestampHeader: null },
  createdAt: 0,
};

test('an outbox whose parcels are delivered is not woken before the first of them is to be forgotten, and then never again', async () => {
  let now = 1_000;
  let records: OutboxRecords = NO_PARCELS;
  let alarmAt: number | null = null;
  const keeper = new OutboxKeeper({
    ports: {
      clock: () => now,
      random: () => 0,
      parcels: { send: async () => undefined },
      deliveries: { put: async () => undefined },
      webhooks: { disable: async () => true },
      settings: { boot: 'boot', delivery: { delaysMs: [1_000], switchOffAfterMs: KEEP_MS, keepMs: KEEP_MS } },
    },
    store: createMemoryOutboxStore({
      read: () => records,
      write: (next) => {
        records = next;
      },
    }),
    alarms: {
      setAlarm: async (at) => {
        alarmAt = at;
      },
      deleteAlarm: async () => {
        alarmAt = null;
      },
    },
    later: () => undefined,
  });

  keeper.add([PARCEL]);
  await keeper.alarm();
  const handout = keeper.lease(PARCEL.id);
  if (handout === null) throw new Error('not handed out');
  keeper.report(PARCEL.id, handout.token, {
    problem: null,
    status: 200,
    message: null,
    retryAfterMs: null,
    elapsedMs: 1,
  });
  now += CHECK_EVERY_MS;
  await keeper.alarm();
  expect(alarmAt).toBe(1_000 + KEEP_MS + 1);

  now = 1_000 + KEEP_MS + 1;
  await keeper.alarm();
  expect([records.parcels.size, alarmAt]).toEqual([0, null]);
});
