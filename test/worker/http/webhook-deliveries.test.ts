/** What is told of deliveries, as their outboxes left it in the log. That they are sent is shown where there is a receiver. */

import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { createPorts } from '../../../src/bindings';
import { DeliveryDetail, DeliveryList, SigningSecret } from '../../../src/http/talonic/delivery-wire';
import { Webhook } from '../../../src/http/talonic/webhook-wire';
import type { DeliveryRecord } from '../../../src/jobs/webhooks/delivery';
import { DELIVERED_AT as AT, deliveryFor } from '../../support/delivery-records';
import { type Account, newAccount } from './account';

const URL_GIVEN = 'https://hooks.example.com/in';

const webhookOf = async (account: Account, json: object = {}): Promise<Webhook> => {
  const made = await account.call('POST', '/v1/webhooks', { json: { url: URL_GIVEN, ...json } });
  expect(made.status).toBe(201);
  return Webhook.strict().parse(made.body);
};

async function logged(account: Account, changes: Partial<DeliveryRecord> = {}): Promise<DeliveryRecord> {
  const record = deliveryFor(account.id, changes);
  await createPorts(env).deliveries.put([record]);
  return record;
}

describe('a delivery', () => {
  test('tells where it went, how often it was tried and what came of it', async () => {
    const account = await newAccount();
    const { id, announcementId, jobId } = await logged(account);
    const { body } = await account.call('GET', `/v1/webhook-deliveries/${id}`);
    expect(DeliveryDetail.strict().parse(body)).toEqual({
      id,
      event_id: announcementId,
      event: 'job.completed',
      status: 'failed',
      webhook_id: null,
      job_id: jobId,
      url: URL_GIVEN,
      dialect: 'talonic',
      attempt_count: 2,
      next_attempt_at: null,
      created_at: new Date(AT).toISOString(),
      completed_at: new Date(AT + 200).toISOString(),
      links: {
        self: `/v1/webhook-deliveries/${id}`,
        redeliver: `/v1/webhook-deliveries/${id}/redeliver`,
        job: `/v1/jobs/${jobId}`,
      },
      attempts: [
        {
          at: new Date(AT + 100).toISOString(),
          outcome: 'timeout',
          status_code: null,
          message: 'No answer within 30 s',
          duration_ms: 30_000,
        },
        {
          at: new Date(AT + 200).toISOString(),
          outcome: 'status',
          status_code: 500,
          message: 'It answered 500',
          duration_ms: 12,
        },
      ],
    });
  });

  test('is found by status, event, job and webhook', async () => {
    const account = await newAccount();
    const { id: webhookId } = await webhookOf(account);
    const dead = await logged(account);
    const foreign = { family: 'llamacloud', kind: 'job.failed', eventType: 'extract.error' } as const;
    const error = await logged(account, { ...foreign, createdAt: AT + 1 });
    const waits = await logged(account, { status: 'pending', webhookId, nextAt: AT + 900, createdAt: AT + 2 });
    const found = async (path: string) => {
      const { status, body } = await account.call('GET', path);
      expect([path, status]).toEqual([path, 200]);
      return DeliveryList.strict()
        .parse(body)
        .data.map(({ id }) => id);
    };
    const all = '/v1/webhook-deliveries';
    expect(await found(all)).toEqual([waits.id, error.id, dead.id]);
    expect(await found(`${all}?status=failed&order=asc`)).toEqual([dead.id, error.id]);
    expect(await found(`${all}?event=job.failed`)).toEqual([error.id]);
    expect(await found(`${all}?job_id=${dead.jobId}`)).toEqual([dead.id]);
    expect(await found(`${all}?webhook_id=${webhookId}`)).toEqual([waits.id]);
    expect(await found(`/v1/webhooks/${webhookId}/deliveries`)).toEqual([waits.id]);
    expect(await found(`/v1/webhooks/${webhookId}/deliveries?status=delivered`)).toEqual([]);
  });

  test.each([
    ['status=lost', 'status: must be one of pending, delivered, failed'],
    ['event=job.slept', 'event: must be one of'],
    ['job_id=x', 'job_id: must be a UUID'],
  ])('is not looked for by %s', async (query, message) => {
    const account = await newAccount();
    const refused = await account.call<{ message: string }>('GET', `/v1/webhook-deliveries?${query}`);
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining(message)]);
  });

  test('cannot be sent again when its webhook is switched off or gone, or when nobody keeps it any more', async () => {
    const account = await newAccount();
    const { id: webhookId } = await webhookOf(account, { is_active: false });
    const reasonOf = async (changes: Partial<DeliveryRecord>) => {
      const { id } = await logged(account, changes);
      const { status, body } = await account.call<{ message: string }>(
        'POST',
        `/v1/webhook-deliveries/${id}/redeliver`,
      );
      return [status, body.message];
    };
    expect(await reasonOf({ webhookId })).toEqual([409, expect.stringContaining('switched off')]);
    expect(await reasonOf({ webhookId: crypto.randomUUID() })).toEqual([409, expect.stringContaining('was deleted')]);
    expect(await reasonOf({})).toEqual([409, expect.stringContaining('not kept any more')]);
  });
});

describe('a webhook', () => {
  test('that is sent to this server itself sets nothing off, whatever key it has with it', async () => {
    const account = await newAccount();
    const { id } = await webhookOf(account);
    const headers = { 'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,b' };
    const { status, body } = await account.call('POST', `/v1/webhooks/${id}/test`, { headers });
    expect([status, body]).toMatchObject([403, { message: expect.stringContaining('This is a webhook') }]);
    for (const [path, more] of [
      ['/retab/v1/jobs', { 'api-key': account.key }],
      ['/llamacloud/api/v2/extract', {}],
    ] as const)
      expect((await account.call('POST', path, { headers: { ...headers, ...more }, json: {} })).status).toBe(403);
    expect((await account.call('GET', '/v1/webhook-deliveries')).body).toMatchObject({ data: [] });
  });

  test('tells its secret once, and since when and why it was switched off', async () => {
    const account = await newAccount();
    const { secret, ...webhook } = await webhookOf(account);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const path = `/v1/webhooks/${webhook.id}`;
    expect((await account.call('GET', path)).body).toEqual(webhook);
    const disabled = { at: AT, reason: 'Nothing has arrived there for 72 hours, though it was tried' };
    await createPorts(env).webhooks.disable(account.id, 'talonic', webhook.id, disabled);
    expect((await account.call('GET', path)).body).toMatchObject({
      is_active: false,
      disabled: { at: new Date(AT).toISOString(), reason: disabled.reason },
    });
    for (const act of ['test', 'replay']) {
      const refused = await account.call<{ message: string }>('POST', `${path}/${act}`);
      expect([refused.status, refused.body.message]).toEqual([409, expect.stringContaining(disabled.reason)]);
    }
    const again = await account.call('PATCH', path, { json: { is_active: true } });
    expect(again.body).toMatchObject({ is_active: true, disabled: null });
  });

  test('of another dialect is tested and sent again what was given up by the same calls', async () => {
    const account = await newAccount();
    const made = async (path: string, json: object, headers = {}) =>
      (await account.call<{ id: string }>('POST', path, { json, headers })).body.id;
    const retab = await made('/retab/v1/webhooks', { url: URL_GIVEN }, { 'api-key': account.key });
    const llama = await made('/api/v1/beta/webhook-configs', { webhook_url: URL_GIVEN });
    for (const id of [retab, llama]) {
      const path = `/v1/webhooks/${id}`;
      expect((await account.call('GET', `${path}/deliveries`)).body).toMatchObject({ data: [] });
      const replayed = await account.call('POST', `${path}/replay`);
      expect([replayed.status, replayed.body]).toEqual([202, { webhook_id: id, replayed: 0 }]);
      expect((await account.call('GET', path)).status).toBe(404);
    }
    expect((await account.call('POST', `/v1/webhooks/${retab}/test`)).status).toBe(202);
    const untold = await account.call<{ message: string }>('POST', `/v1/webhooks/${llama}/test`);
    expect([untold.status, untold.body.message]).toEqual([400, expect.stringContaining('has no event for a test')]);
    const other = await newAccount();
    expect((await other.call('POST', `/v1/webhooks/${retab}/test`)).status).toBe(404);
  });

  test('is one of a hundred at most that are switched on', async () => {
    const account = await newAccount();
    const one = await webhookOf(account, { is_active: false });
    const { webhooks } = createPorts(env);
    const record = await webhooks.get(account.id, 'talonic', one.id);
    if (record === null) throw new Error('it was made');
    for (let number = 0; number < 100; number++)
      await webhooks.add({ ...record, id: crypto.randomUUID(), isActive: true });
    const json = { url: URL_GIVEN };
    const refused = await account.call<{ message: string }>('POST', '/v1/webhooks', { json });
    expect([refused.status, refused.body.message]).toEqual([409, expect.stringContaining('100 webhooks')]);
    const path = `/v1/webhooks/${one.id}`;
    expect((await account.call('PATCH', path, { json: { is_active: true } })).status).toBe(409);
    expect((await account.call('PATCH', path, { json: { events: ['job.failed'] } })).status).toBe(200);
  });

  test('without a secret of its own is signed with that of the account, which those who may do everything can read', async () => {
    const account = await newAccount();
    const read = async () =>
      SigningSecret.parse((await account.call('GET', '/v1/webhooks/signing-secret')).body).secret;
    const secret = await read();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await read()).toBe(secret);
  });
});
