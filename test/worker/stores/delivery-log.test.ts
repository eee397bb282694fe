import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { describe, expect, test } from 'vitest';
import type { DeliveryRecord } from '../../../src/jobs/webhooks/delivery';
import type { DeliveryFilter } from '../../../src/jobs/webhooks/delivery-log';
import { createD1DeliveryLog, pruneQuery } from '../../../src/stores/d1/delivery-log';
import { createD1SigningSecrets } from '../../../src/stores/d1/signing-secrets';
import { planOf, plansOf } from './plan';

const deliveryOf = (number: number, changes: Partial<DeliveryRecord> = {}): DeliveryRecord => ({
  id: `delivery-${number}`,
  announcementId: `announcement-${number}`,
  accountId: 'a',
  destination: 'webhook-1',
  jobId: `job-${number}`,
  kind: 'job.completed',
  webhookId: 'webhook-1',
  family: 'talonic',
  url: 'https://hooks.example.com/in',
  eventType: 'job.completed',
  status: 'pending',
  tries: 1,
  latest: [{ at: number, problem: 'status', status: 500, message: 'It answered 500', elapsedMs: 12 }],
  nextAt: number + 5,
  createdAt: number,
  endedAt: null,
  revision: 2,
  ...changes,
});

const ALL: DeliveryFilter = {
  limit: 20,
  after: null,
  order: 'desc',
  offset: 0,
  webhookId: null,
  jobId: null,
  statuses: null,
  kinds: null,
};

const log = () => createD1DeliveryLog(env.DB);
const idsOf = async (filter: Partial<DeliveryFilter>) =>
  (await log().list('a', { ...ALL, ...filter })).items.map(({ id }) => id);

describe('the log of deliveries in D1', () => {
  test('shows how each fared last, for its account alone, however late an older report comes', async () => {
    const delivered = deliveryOf(1, { status: 'delivered', tries: 2, nextAt: null, endedAt: 9, revision: 3 });
    await log().put([deliveryOf(1)]);
    await log().put([delivered]);
    await log().put([deliveryOf(1), deliveryOf(1, { accountId: 'b', revision: 9 })]);
    expect(await log().get('a', 'delivery-1')).toEqual(delivered);
    expect(await log().get('b', 'delivery-1')).toBeNull();
  });

  test('takes any number at once, and lists them by webhook, job, status and kind', async () => {
    const many = Array.from({ length: 23 }, (_, number) => deliveryOf(number));
    await log().put(many);
    await log().put([
      deliveryOf(30, { webhookId: null, jobId: 'job-1', status: 'dead' }),
      deliveryOf(31, { webhookId: 'webhook-2', kind: 'job.failed' }),
    ]);
    expect((await log().list('a', ALL)).total).toBe(25);
    expect(await idsOf({ webhookId: 'webhook-2' })).toEqual(['delivery-31']);
    expect(await idsOf({ jobId: 'job-1' })).toEqual(['delivery-30', 'delivery-1']);
    expect(await idsOf({ statuses: ['dead'] })).toEqual(['delivery-30']);
    expect(await idsOf({ kinds: ['job.failed', 'job.expired'] })).toEqual(['delivery-31']);
    expect(await idsOf({ limit: 1, after: { createdAt: 30, id: 'delivery-30' } })).toEqual(['delivery-22']);
  });

  test('forgets what is old of every account, so many at a time', async () => {
    const accounts = ['a', 'b', 'c'].flatMap((accountId, of) =>
      [1, 2, 30].map((number) => deliveryOf(number, { id: `${of}-${number}`, accountId })),
    );
    await log().put(accounts);
    expect([await log().prune(10, 4), await log().prune(10, 4), await log().prune(10, 4)]).toEqual([4, 2, 0]);
    expect(await idsOf({})).toEqual(['0-30']);
  });

  test.each<Partial<DeliveryFilter>>([
    {},
    { webhookId: 'w' },
    { jobId: 'j' },
    { statuses: ['dead'], kinds: ['job.failed'] },
    { after: { createdAt: 5, id: 'x' }, order: 'asc' },
  ])('is listed from an index: by %j', async (filter) => {
    for (const plan of await plansOf((d1) => createD1DeliveryLog(d1).list('a', { ...ALL, ...filter })))
      expect(plan).toMatch(/^SEARCH deliveries USING (COVERING )?INDEX deliveries_by_\w+ \(account_id=\?[^\n]*$/);
  });

  test('is pruned from an index, account by account', async () => {
    const plan = await planOf(pruneQuery(drizzle(env.DB), 5, 10));
    expect(plan).toContain('SEARCH old USING COVERING INDEX deliveries_by_time (account_id=? AND created_at<?)');
    expect(plan).not.toContain('SCAN deliveries');
  });
});

describe('the secret of an account', () => {
  test('is made once, and another for another account', async () => {
    let made = 0;
    const secrets = createD1SigningSecrets(
      env.DB,
      () => `whsec_${++made}`,
      () => 5,
    );
    const [first, second] = await Promise.all([secrets.of('a'), secrets.of('a')]);
    expect(second).toBe(first);
    expect(await secrets.of('a')).toBe(first);
    expect(await secrets.of('b')).not.toBe(first);
  });
});
