import { expect, test, vi } from 'vitest';
import type { Ports } from '../../../src/jobs/ports';
import type { WebhookRecord } from '../../../src/jobs/webhook';
import type { SendOutcome } from '../../../src/jobs/webhooks/courier';
import type { Outbox } from '../../../src/jobs/webhooks/outbox-port';
import type { Parcel } from '../../../src/jobs/webhooks/parcel';
import { consumeParcels } from '../../../src/pipeline/deliver';
import { hookTo } from '../../support/announcements';

vi.spyOn(console, 'log').mockImplementation(() => undefined);

const DELIVERED: SendOutcome = { problem: null, status: 200, message: null, retryAfterMs: null, elapsedMs: 5 };

const parcelFor = (webhookId: string | null): Parcel => ({
  id: 'parcel',
  announcementId: 'announcement',
  accountId: 'acme',
  destination: webhookId ?? 'url-1',
  jobId: 'job',
  kind: 'job.completed',
  hook: hookTo('talonic', { webhookId, url: 'https://hooks.example/then', secret: 'then' }),
  told: { eventType: 'job.completed', body: '{}', headers: {}, signatureHeader: null, timestampHeader: null },
  createdAt: 1_000,
});

const STORED: WebhookRecord = {
  ...hookTo('talonic', { url: 'https://hooks.example/now', secret: 'now', headers: { 'x-house': 'b' } }),
  id: 'webhook',
  accountId: 'acme',
  isActive: true,
  disabled: null,
  createdAt: 0,
  updatedAt: 0,
};

/** What is sent of a parcel that its outbox hands out (null: does not), while its webhook is stored like this (null: is not). */
async function carried(parcel: Parcel | null, stored: WebhookRecord | null, isLeaving = false) {
  const reported: (SendOutcome['problem'] | 'delivered')[] = [];
  const addresses: (string | undefined)[] = [];
  const sent: { url: string; house: string | undefined }[] = [];
  const outbox: Pick<Outbox, 'lease' | 'report'> = {
    lease: async () => parcel && { parcel, token: 1 },
    report: async (_id, _token, { problem, url }) => {
      reported.push(problem ?? 'delivered');
      addresses.push(url);
    },
  };
  const ports = {
    clock: () => 2_000,
    outboxes: { at: () => outbox },
    webhooks: { get: async () => stored },
    deletions: { isUnderWay: async () => isLeaving },
    signingSecrets: { of: async () => 'of the account' },
    courier: {
      async post({ url, headers }) {
        sent.push({ url, house: headers['x-house'] });
        return DELIVERED;
      },
    } satisfies Ports['courier'],
  } as unknown as Parameters<typeof consumeParcels>[0];
  const ack = vi.fn();
  const body = { accountId: 'acme', destination: 'webhook', parcelId: 'parcel', version: 1 };
  await consumeParcels(ports, [{ body, attempts: 1, ack, retry: () => undefined }]);
  expect(ack).toHaveBeenCalledOnce();
  expect(addresses.filter((url) => url !== undefined)).toEqual(sent.map(({ url }) => url));
  return { sent, reported };
}

test('a parcel for a stored webhook goes where that is now, with its headers', async () => {
  expect(await carried(parcelFor('webhook'), STORED)).toEqual({
    sent: [{ url: 'https://hooks.example/now', house: 'b' }],
    reported: ['delivered'],
  });
});

test.each([
  ['deleted', null],
  ['switched off', { ...STORED, isActive: false }],
])('a parcel that is handed out after its webhook was %s is not sent, and given up', async (_, stored) => {
  expect(await carried(parcelFor('webhook'), stored)).toEqual({ sent: [], reported: ['gone'] });
});

test('a parcel that came with a job goes where the job said, whatever is stored', async () => {
  const { sent } = await carried(parcelFor(null), null);
  expect(sent).toEqual([{ url: 'https://hooks.example/then', house: undefined }]);
});

test('a parcel that came with a job is given up once its account is being deleted', async () => {
  expect(await carried(parcelFor(null), null, true)).toEqual({ sent: [], reported: ['gone'] });
});

test('a message of a parcel that its outbox gave up sends nothing', async () => {
  expect(await carried(null, STORED)).toEqual({ sent: [], reported: [] });
});

test('a batch does not wait for a receiver that is slow, when somebody takes over what is under way', async () => {
  const answer = Promise.withResolvers<SendOutcome>();
  const report = vi.fn(async () => undefined);
  const ports = {
    clock: () => 2_000,
    outboxes: { at: () => ({ lease: async () => ({ parcel: parcelFor('webhook'), token: 1 }), report }) },
    webhooks: { get: async () => STORED },
    courier: { post: () => answer.promise },
  } as unknown as Parameters<typeof consumeParcels>[0];
  const ack = vi.fn();
  const later = vi.fn();
  const body = { accountId: 'acme', destination: 'webhook', parcelId: 'parcel', version: 1 };
  await consumeParcels(ports, [{ body, attempts: 1, ack, retry: () => undefined }], later);
  expect(ack).toHaveBeenCalledOnce();
  expect(report).not.toHaveBeenCalled();
  answer.resolve(DELIVERED);
  await later.mock.calls[0]?.[0];
  expect(report).toHaveBeenCalledOnce();
});
