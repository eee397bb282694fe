import { expect, test } from 'vitest';
import { authenticate } from '../../../src/jobs/authenticate';

const caller = { accountId: 'a', keyId: 'k' };

test('a key is looked up by its SHA-256 alone', async () => {
  const asked: string[] = [];
  const keys = {
    async callerOf(sha256: string) {
      asked.push(sha256);
      return caller;
    },
  };
  expect(await authenticate({ keys }, 'abc')).toEqual(caller);
  // The first test vector of FIPS 180-2.
  expect(asked).toEqual(['ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad']);
});

test.each([null, 'unknown'])('the key %o is nobody', async (key) => {
  const keys = { callerOf: async () => null };
  await expect(authenticate({ keys }, key)).rejects.toMatchObject({ code: 'unauthorized' });
});
