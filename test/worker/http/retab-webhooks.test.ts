import { describe, expect, test } from 'vitest';
import { Deleted } from '../../../src/http/retab/paging';
import { Webhook } from '../../../src/http/retab/webhook-wire';
import { newRetabClient, type RetabClient } from './retab-client';

const URL_GIVEN = 'https://hooks.example.com/in?a=1';
const AT = '/v1/webhooks';

async function created(client: RetabClient, json: object = {}): Promise<Webhook> {
  const { status, body } = await client.call('POST', AT, { json: { url: URL_GIVEN, ...json } });
  expect([status, body]).toEqual([200, expect.any(Object)]);
  return Webhook.strict().parse(body);
}

describe('a webhook in the manner of Retab', () => {
  test('hears of the ends of jobs unless it says more; its secret is told once', async () => {
    const client = await newRetabClient();
    const { secret, ...webhook } = await created(client);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhook).toEqual({
      id: expect.any(String),
      object: 'webhook',
      url: URL_GIVEN,
      events: ['job.completed', 'job.failed', 'job.cancelled'],
      headers: {},
      enabled: true,
      disabled: null,
      organization_id: client.account.id,
      created_at: expect.any(String),
      updated_at: webhook.created_at,
    });
    expect((await client.call('GET', `${AT}/${webhook.id}`)).body).toEqual(webhook);
    expect((await created(client, { secret: 'a quiet word' })).secret).toBeUndefined();
  });

  test('is the same under the same idempotency key, its secret too until it is changed', async () => {
    const client = await newRetabClient();
    const send = () =>
      client.call<Webhook>('POST', AT, { json: { url: URL_GIVEN }, headers: { 'idempotency-key': 'k' } });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    await client.call('PATCH', `${AT}/${first.body.id}`, { json: { secret: 'a word of our own' } });
    expect((await send()).body).not.toHaveProperty('secret');
  });

  test('is changed by either verb, listed page after page, and deleted', async () => {
    const client = await newRetabClient();
    const ids: string[] = [];
    for (const _ of [1, 2, 3]) ids.unshift((await created(client)).id);
    for (const [method, enabled] of [
      ['PATCH', false],
      ['PUT', true],
    ] as const) {
      const { body } = await client.call<Webhook>(method, `${AT}/${ids[0]}`, { json: { enabled } });
      expect(body).toMatchObject({ enabled, url: URL_GIVEN });
    }
    const first = await client.call<{ data: Webhook[]; list_metadata: object }>('GET', `${AT}?limit=2`);
    expect(first.body.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(first.body.list_metadata).toEqual({ before: null, after: ids[1] });
    const second = await client.call<{ data: Webhook[] }>('GET', `${AT}?limit=2&after=${ids[1]}`);
    expect(second.body.data.map(({ id }) => id)).toEqual(ids.slice(2));
    const back = await client.call<{ data: Webhook[] }>('GET', `${AT}?limit=2&before=${ids[2]}`);
    expect(back.body.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const gone = await client.call('DELETE', `${AT}/${ids[0]}`);
    expect(Deleted.parse(gone.body)).toEqual({ success: true, id: ids[0] });
    expect((await client.call('GET', `${AT}/${ids[0]}`)).status).toBe(404);
  });

  test('is none of those that were made in another dialect', async () => {
    const client = await newRetabClient();
    const other = await client.account.call<{ id: string }>('POST', '/talonic/v1/webhooks', {
      json: { url: URL_GIVEN },
    });
    expect(other.status).toBe(201);
    expect((await client.call('GET', `${AT}/${other.body.id}`)).status).toBe(404);
    expect((await client.call<{ data: [] }>('GET', AT)).body.data).toEqual([]);
  });

  test.each<[object, string]>([
    [{ url: 'nowhere' }, 'url'],
    [{ url: URL_GIVEN, events: [] }, 'events'],
    [{ url: URL_GIVEN, events: ['job.slept'] }, 'events[0]'],
    [{ url: URL_GIVEN, secret: 'short' }, 'secret'],
    [{ url: URL_GIVEN, enabled: 'yes' }, 'enabled'],
  ])('asked for with %j is refused: %s', async (json, field) => {
    const client = await newRetabClient();
    const { status, body } = await client.call('POST', AT, { json });
    expect([status, body]).toMatchObject([422, { detail: { code: 'invalid_request', details: { field } } }]);
  });
});
