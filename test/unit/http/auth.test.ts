import { expect, test } from 'vitest';
import { admit, admitAnyone, demandScope } from '../../../src/http/auth';
import { sha256Hex } from '../../../src/jobs/digest';
import type { KeyHolder } from '../../../src/jobs/key';
import type { Allowance } from '../../../src/jobs/ports';

const caller: KeyHolder = { accountId: 'a', keyId: 'key-1', scopes: ['read'] };

/** One good key, "good"; every key may do `limit` things, and who was counted is written down. */
function door(limit: number): Parameters<typeof admit>[0] & { readonly counted: string[] } {
  const counted: string[] = [];
  return {
    counted,
    keys: { callerOf: async (sha256) => (sha256 === (await sha256Hex('good')) ? caller : null) },
    limiter: {
      async take(keyId): Promise<Allowance> {
        counted.push(keyId);
        return { allowed: counted.length <= limit, limit, remaining: 0, resetAt: 60_000 };
      },
    },
  };
}

test('a good key goes on as its caller', async () => {
  expect(await admit(door(1), 'good', 0)).toEqual({
    allowance: { allowed: true, limit: 1, remaining: 0, resetAt: 60_000 },
    caller: { ...caller, keySha256: await sha256Hex('good') },
  });
});

test.each([null, '', 'bad'])('the key %o is refused and counted among the anonymous', async (key) => {
  const ports = door(1);
  expect(await admit(ports, key, 0)).toMatchObject({ refusal: { code: 'unauthorized' } });
  expect(ports.counted).toEqual(['anonymous']);
});

test('a good key over its limit is told how long to wait', async () => {
  expect(await admit(door(0), 'good', 30_500)).toMatchObject({
    refusal: { code: 'rate-limited', details: { retryAfterSeconds: 30 } },
  });
});

test('guessing is stopped by the limit too', async () => {
  expect(await admit(door(0), 'bad', 0)).toMatchObject({ refusal: { code: 'rate-limited' } });
});

test('an error that is no refusal goes through', async () => {
  const keys = { callerOf: () => Promise.reject(new Error('no database')) };
  await expect(admit({ ...door(1), keys }, 'good', 0)).rejects.toThrow('no database');
});

test('who needs no key is not counted among those who guess one, and let in until the allowance is used up', async () => {
  const ports = door(1);
  expect(await admitAnyone(ports, 0)).toEqual({
    allowance: { allowed: true, limit: 1, remaining: 0, resetAt: 60_000 },
  });
  expect(await admitAnyone(ports, 59_000)).toMatchObject({
    refusal: { code: 'rate-limited', details: { retryAfterSeconds: 1 } },
  });
  expect(ports.counted).toEqual(['keyless', 'keyless']);
});

test('a key is good for what it says, and for nothing else', () => {
  const holder: KeyHolder = { ...caller, scopes: ['read', 'extract'] };
  demandScope(holder, 'extract');
  for (const needed of ['write', 'admin'] as const)
    expect(() => demandScope(holder, needed)).toThrow(
      expect.objectContaining({ code: 'forbidden', details: { requiredScopes: [needed] } }),
    );
});
