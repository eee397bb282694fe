import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../src/jobs/digest';
import type { KeyRecord } from '../../../src/jobs/key';
import { SCOPES } from '../../../src/jobs/scope';
import { createD1KeyIndex } from '../../../src/stores/d1/key-index';
import { plansOf } from './plan';

const rows = async (table: string) => (await env.DB.prepare(`select * from ${table}`).all()).results;

const index = (now = 7, bootstrap = '') => createD1KeyIndex(env.DB, bootstrap, () => now);

const record = (id: string, given: Partial<KeyRecord> = {}): KeyRecord => ({
  id,
  accountId: 'a',
  name: 'Robot',
  scopes: ['read', 'extract'],
  prefix: 'tlnc_live_abcd',
  createdAt: 5,
  expiresAt: null,
  lastUsedAt: null,
  rotatedAt: null,
  revokedAt: null,
  ...given,
});

const secret = (name: string) => ({ sha256: `sha-${name}`, prefix: `tlnc_live_${name}` });

const holder = (keyId: string) => ({ accountId: 'a', keyId, scopes: ['read', 'extract'] });

const WINDOW = { limit: 2, after: null, order: 'desc', offset: 0 } as const;

describe('the bootstrap key', () => {
  test('is nobody when there is none', async () => {
    expect(await index().callerOf(await sha256Hex('k'))).toBeNull();
    expect(await index().callerOf('')).toBeNull();
    expect(await rows('api_keys')).toEqual([]);
  });

  test('makes the local account and its key on first use, once', async () => {
    const sha256 = await sha256Hex('k');
    const keys = index(7, sha256.toUpperCase());
    expect(await keys.callerOf(await sha256Hex('other'))).toBeNull();
    const caller = { accountId: 'local', keyId: `key_${sha256.slice(0, 16)}`, scopes: SCOPES };
    expect(await Promise.all([1, 2, 3].map(() => keys.callerOf(sha256)))).toEqual([caller, caller, caller]);
    expect(await rows('accounts')).toMatchObject([{ id: 'local', name: 'local', created_at: 7 }]);
    expect(await rows('api_keys')).toMatchObject([
      { sha256, id: caller.keyId, account_id: 'local', created_at: 7, revoked_at: null, prefix: null },
    ]);
  });

  test('stays revoked when it was, and ended when another secret took its place', async () => {
    const sha256 = await sha256Hex('k');
    const keys = index(7, sha256);
    const { keyId } = (await keys.callerOf(sha256)) ?? { keyId: '' };
    await keys.rotate('local', keyId, secret('new'), 8, 8);
    expect(await index(8, sha256).callerOf(sha256)).toBeNull();
    expect(await index(8, sha256).callerOf('sha-new')).toMatchObject({ keyId });
    await keys.revoke('local', keyId, 9);
    expect(await index(9, sha256).callerOf('sha-new')).toBeNull();
    expect(await index(9, sha256).callerOf(sha256)).toBeNull();
  });
});

describe('the key index', () => {
  test('lets a key in until it is revoked, and tells it apart from the keys of other accounts', async () => {
    await index().add(record('k-1'), secret('1'));
    expect(await index().callerOf('sha-1')).toEqual(holder('k-1'));
    expect(await index().get('b', 'k-1')).toBeNull();
    expect(await index().revoke('b', 'k-1', 8)).toBe(false);
    expect(await index().callerOf('sha-1')).toEqual(holder('k-1'));
    expect(await index().revoke('a', 'k-1', 8)).toBe(true);
    expect(await index().revoke('a', 'k-1', 9)).toBe(false);
    expect(await index().callerOf('sha-1')).toBeNull();
    expect(await index().get('a', 'k-1')).toMatchObject({ revokedAt: 8 });
  });

  test('lets a key in up to its end, not from then on', async () => {
    await index().add(record('k-1', { expiresAt: 100 }), secret('1'));
    expect(await index(99).callerOf('sha-1')).toEqual(holder('k-1'));
    expect(await index(100).callerOf('sha-1')).toBeNull();
  });

  test('has one key for all secrets that it had, each good for as long as was said', async () => {
    await index().add(record('k-1'), secret('1'));
    expect(await index().rotate('a', 'k-1', secret('2'), 10, 60)).toBe(true);
    expect(await index().rotate('a', 'k-1', secret('3'), 20, 20)).toBe(true);
    const letIn = async (now: number) => {
      const each = ['sha-1', 'sha-2', 'sha-3'].map((sha256) => index(now).callerOf(sha256));
      return (await Promise.all(each)).map((caller) => caller?.keyId ?? null);
    };
    expect(await letIn(59)).toEqual(['k-1', null, 'k-1']);
    expect(await letIn(60)).toEqual([null, null, 'k-1']);
    const listed = await index().list('a', WINDOW);
    expect(listed).toMatchObject({
      total: 1,
      items: [{ id: 'k-1', prefix: 'tlnc_live_3', rotatedAt: 20, createdAt: 5 }],
    });
    await index().revoke('a', 'k-1', 30);
    expect(await letIn(31)).toEqual([null, null, null]);
    expect(await index().rotate('a', 'k-1', secret('4'), 40, 40)).toBe(false);
    expect(await index().callerOf('sha-4')).toBeNull();
  });

  test('lets an old secret live no longer than the key', async () => {
    await index().add(record('k-1', { expiresAt: 50 }), secret('1'));
    await index().rotate('a', 'k-1', secret('2'), 10, 1_000);
    expect(await index(50).callerOf('sha-1')).toBeNull();
    expect(await index().get('a', 'k-1')).toMatchObject({ expiresAt: 50 });
  });

  test('writes when a key was last used at most once a minute', async () => {
    await index().add(record('k-1'), secret('1'));
    const usedAt = async (now: number) => {
      await index(now).callerOf('sha-1');
      return (await index().get('a', 'k-1'))?.lastUsedAt;
    };
    expect(await usedAt(1_000)).toBe(1_000);
    expect(await usedAt(60_999)).toBe(1_000);
    expect(await usedAt(61_000)).toBe(61_000);
  });

  test('lists the keys of an account page by page, by an index', async () => {
    for (const number of [1, 2, 3]) await index().add(record(`k-${number}`), secret(String(number)));
    await index().add(record('k-4', { accountId: 'b' }), secret('4'));
    const { items, total, next } = await index().list('a', WINDOW);
    expect([items.map(({ id }) => id), total]).toEqual([['k-3', 'k-2'], 3]);
    const rest = await index().list('a', { ...WINDOW, after: next });
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([['k-1'], null]);
    const plans = await plansOf(async (d1) => {
      const keys = createD1KeyIndex(d1, '', () => 7);
      await keys.callerOf('sha-1');
      await keys.get('a', 'k-1');
      await keys.list('a', { ...WINDOW, after: next });
      await keys.rotate('a', 'k-1', secret('5'), 8, 8);
      await keys.revoke('a', 'k-1', 8);
    });
    expect(plans.filter((plan) => !/^SEARCH api_keys USING (COVERING )?INDEX/.test(plan))).toEqual([]);
  });
});
