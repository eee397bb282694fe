import { expect, test } from 'vitest';
import { writeApiKey } from '../../../src/jobs/api-key';
import { authenticate } from '../../../src/jobs/authenticate';
import type { KeyHolder } from '../../../src/jobs/key';

const caller: KeyHolder = { accountId: 'a', keyId: 'k', scopes: ['read'] };

test('a key is looked up by its SHA-256 alone', async () => {
  const asked: string[] = [];
  const keys = {
    async callerOf(sha256: string) {
      asked.push(sha256);
      return caller;
    },
  };
  // The first test vector of FIPS 180-2.
  const keySha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await authenticate({ keys }, 'abc')).toEqual({ ...caller, keySha256 });
  expect(asked).toEqual([keySha256]);
});

test.each([null, 'unknown'])('the key %o is nobody', async (key) => {
  const keys = { callerOf: async () => null };
  await expect(authenticate({ keys }, key)).rejects.toMatchObject({ code: 'unauthorized' });
});

test('a key that lost a letter on the way is told so', async () => {
  const keys = { callerOf: async () => null };
  const key = writeApiKey('A'.repeat(43));
  await expect(authenticate({ keys }, key)).rejects.toThrow('not known here');
  await expect(authenticate({ keys }, key.replace('_AAAA', '_AAAB'))).rejects.toThrow('changed on the way');
});
