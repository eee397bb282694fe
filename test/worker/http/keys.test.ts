/** Keys as the Talonic dialect tells of them: made once, revoked at once, one account's business. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { AuditList } from '../../../src/http/talonic/audit-wire';
import { Key, KeyList, NewKey } from '../../../src/http/talonic/key-wire';
import { type Account, fetchWorker, newAccount } from './account';

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const statusWith = async (key: string, method = 'GET', path = '/v1/jobs') =>
  (await fetchWorker(path, { method, headers: bearer(key) })).status;

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('a key of an account', () => {
  let account: Account;
  beforeEach(async () => {
    account = await newAccount();
  });
  const make = async (json: unknown = {}): Promise<NewKey> => {
    const { status, body } = await account.call('POST', '/v1/keys', { json });
    expect([status, body]).toEqual([201, expect.anything()]);
    return NewKey.strict().parse(body);
  };

  test('is told once, and may read, write and extract unless said otherwise', async () => {
    const { key, ...told } = await make({ name: ' Robot ' });
    expect(key).toMatch(/^tlnc_live_[\w-]{49}$/);
    expect(told).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      account: account.id,
      name: 'Robot',
      scopes: ['read', 'write', 'extract'],
      prefix: key.slice(0, 14),
      created_at: expect.any(String),
      expires_at: null,
      last_used_at: null,
      rotated_at: null,
      revoked_at: null,
    });
    expect(await statusWith(key)).toBe(200);
    expect(await statusWith(key, 'GET', '/v1/keys')).toBe(403);
    const { body } = await account.call('GET', `/v1/keys/${told.id}`);
    expect(Key.strict().parse(body)).toEqual({ ...told, last_used_at: expect.any(String) });
    const listed = KeyList.parse((await account.call('GET', '/v1/keys?limit=1')).body);
    expect(listed).toMatchObject({ data: [body], pagination: { total: 2, has_more: true } });
    for (const table of ['api_keys', 'audit_entries'])
      expect(JSON.stringify((await env.DB.prepare(`select * from ${table}`).all()).results)).not.toContain(key);
  });

  test('is refused with the very next request after it was revoked, and revoking twice is once', async () => {
    const { id, key } = await make();
    expect(await statusWith(key)).toBe(200);
    const first = Key.parse((await account.call('DELETE', `/v1/keys/${id}`)).body);
    expect(first.revoked_at).not.toBeNull();
    expect(await statusWith(key)).toBe(401);
    const second = Key.parse((await account.call('DELETE', `/v1/keys/${id}`)).body);
    expect(second.revoked_at).toBe(first.revoked_at);
    expect((await account.call('POST', `/v1/keys/${id}/rotate`)).status).toBe(409);
  });

  test('gets another secret: the old one ends at once, or after the overlap', async () => {
    const made = await make({ scopes: ['read', 'extract'] });
    const rotate = async (json: unknown) =>
      NewKey.strict().parse((await account.call('POST', `/v1/keys/${made.id}/rotate`, { json })).body);
    const second = await rotate({ overlap_seconds: 60 });
    expect(second).toMatchObject({ id: made.id, scopes: ['read', 'extract'], rotated_at: expect.any(String) });
    expect(await Promise.all([made.key, second.key].map((key) => statusWith(key)))).toEqual([200, 200]);
    const third = await rotate({});
    const now = await Promise.all([made.key, second.key, third.key].map((key) => statusWith(key)));
    expect(now).toEqual([200, 401, 200]);
    await account.call('DELETE', `/v1/keys/${made.id}`);
    const then = await Promise.all([made.key, third.key].map((key) => statusWith(key)));
    expect(then).toEqual([401, 401]);
  });

  test.each([
    [{ scopes: [] }, 'scopes'],
    [{ scopes: ['root'] }, 'scopes[0]'],
    [{ scope: ['read'] }, 'scope'],
    [{ expires_at: '2020-01-01' }, 'expires_at'],
    [{ expires_at: 'tomorrow' }, 'expires_at'],
    [{ expires_at: '' }, 'expires_at'],
    [{ name: 'n'.repeat(101) }, 'name'],
    [{ account: 'A b' }, 'account'],
  ])('is not made of %j', async (json, field) => {
    const { status, body } = await account.call<{ message: string }>('POST', '/v1/keys', { json });
    expect([status, body.message]).toEqual([400, expect.stringContaining(field)]);
  });

  test.each([{ overlap_seconds: -1 }, { overlap_seconds: 2_592_001 }, { overlap_seconds: 1.5 }, { overlap: 5 }])(
    'is not rotated with %j',
    async (json) => {
      const { id } = await make();
      expect((await account.call('POST', `/v1/keys/${id}/rotate`, { json })).status).toBe(400);
    },
  );

  test('is nobody else’s: for another account it is not there, and no other account can be named', async () => {
    const { id } = await make();
    const stranger = await newAccount();
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/rotate'],
    ] as const) {
      const theirs = await stranger.call<{ message: string }>(method, `/v1/keys/${id}${path}`);
      const unknown = await stranger.call<{ message: string }>(method, `/v1/keys/${UNKNOWN}${path}`);
      expect([theirs.status, theirs.body.message.replace(id, UNKNOWN)]).toEqual([404, unknown.body.message]);
    }
    for (const path of ['/v1/keys', '/v1/audit', `/v1/keys/${id}`]) {
      const real = await stranger.call<{ message: string }>('GET', `${path}?account=${account.id}`);
      const made = await stranger.call<{ message: string }>('GET', `${path}?account=nobody`);
      expect([real.status, real.body.message]).toEqual([403, made.body.message]);
    }
    expect((await stranger.call('POST', '/v1/keys', { json: { account: account.id } })).status).toBe(403);
  });

  test('leaves a line in the log of its account for each change, and so does a webhook', async () => {
    const { id } = await make();
    await account.call('POST', `/v1/keys/${id}/rotate`);
    const revoked = await account.call('DELETE', `/v1/keys/${id}`);
    const json = { url: 'https://a.test/in' };
    const hook = (await account.call<{ id: string }>('POST', '/v1/webhooks', { json })).body.id;
    await account.call('PATCH', `/v1/webhooks/${hook}`, { json: { is_active: false } });
    await account.call('DELETE', `/v1/webhooks/${hook}`);
    const { data, pagination } = AuditList.parse((await account.call('GET', '/v1/audit')).body);
    expect(pagination.total).toBe(6);
    const told = data.map(({ action, subject_id, key_id }) => [action, subject_id, key_id]).sort();
    expect(told).toEqual([
      ['key.created', id, `key-${account.id}`],
      ['key.revoked', id, `key-${account.id}`],
      ['key.rotated', id, `key-${account.id}`],
      ['webhook.changed', hook, `key-${account.id}`],
      ['webhook.created', hook, `key-${account.id}`],
      ['webhook.deleted', hook, `key-${account.id}`],
    ]);
    const request = data.find(({ action }) => action === 'key.revoked')?.request_id;
    expect(request).toBe(revoked.headers.get('x-request-id'));
  });
});

describe('a key with an end', () => {
  test('is good for nothing from then on', async () => {
    const account = await newAccount();
    const json = { expires_at: '2999-01-01T00:00:00Z' };
    const { id, key } = NewKey.parse((await account.call('POST', '/v1/keys', { json })).body);
    expect(await statusWith(key)).toBe(200);
    await env.DB.prepare('update api_keys set expires_at = 1 where id = ?').bind(id).run();
    expect(await statusWith(key)).toBe(401);
  });
});

describe('the one who runs the server', () => {
  test('makes an account by naming it, and looks after its keys', async () => {
    const operator = await newAccount('local');
    const json = { account: 'acme', scopes: ['read', 'admin'] };
    const { id, key } = NewKey.parse((await operator.call('POST', '/v1/keys', { json })).body);
    expect((await env.DB.prepare("select id from accounts where id = 'acme'").all()).results).toHaveLength(1);
    const own = KeyList.parse(await (await fetchWorker('/v1/keys', { headers: bearer(key) })).json());
    expect(own.data.map((each) => [each.id, each.account])).toEqual([[id, 'acme']]);
    const path = `/v1/keys/${id}`;
    expect((await operator.call('GET', path)).status).toBe(404);
    expect((await operator.call('GET', `${path}?account=acme`)).status).toBe(200);
    expect((await operator.call('DELETE', `${path}?account=acme`)).status).toBe(200);
    expect(await statusWith(key, 'GET', '/v1/keys')).toBe(401);
    const noted = AuditList.parse((await operator.call('GET', '/v1/audit?account=acme')).body);
    expect(noted.data.map(({ action, key_id }) => `${action} ${key_id}`).sort()).toEqual([
      'key.created key-local',
      'key.revoked key-local',
    ]);
  });
});
