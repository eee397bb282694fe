import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../src/jobs/digest';
import { createD1KeyIndex } from '../../../src/stores/d1/key-index';

const rows = async (table: string) => (await env.DB.prepare(`select * from ${table}`).all()).results;

describe('the key index', () => {
  test('knows nobody without a bootstrap key', async () => {
    const index = createD1KeyIndex(env.DB, '', () => 7);
    expect(await index.callerOf(await sha256Hex('k'))).toBeNull();
    expect(await index.callerOf('')).toBeNull();
    expect(await rows('api_keys')).toMatchObject([]);
  });

  test('makes the local account and its key on first use, once', async () => {
    const sha256 = await sha256Hex('k');
    const index = createD1KeyIndex(env.DB, sha256.toUpperCase(), () => 7);
    expect(await index.callerOf(await sha256Hex('other'))).toBeNull();
    const caller = { accountId: 'local', keyId: `key_${sha256.slice(0, 16)}` };
    expect(await Promise.all([1, 2, 3].map(() => index.callerOf(sha256)))).toEqual([caller, caller, caller]);
    expect(await rows('accounts')).toEqual([{ id: 'local', name: 'local', created_at: 7 }]);
    expect(await rows('api_keys')).toMatchObject([
      { sha256, id: caller.keyId, account_id: 'local', created_at: 7, revoked_at: null },
    ]);
  });

  test('keeps a revoked key revoked, a bootstrap key too', async () => {
    const sha256 = await sha256Hex('k');
    const index = createD1KeyIndex(env.DB, sha256, () => 7);
    await index.callerOf(sha256);
    await env.DB.prepare('update api_keys set revoked_at = 9').run();
    expect(await index.callerOf(sha256)).toBeNull();
  });
});
