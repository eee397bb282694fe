import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMistyped, shownOf, writeApiKey } from '../../../src/jobs/api-key';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const token = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url'));

test('a key is its start, its token and six digits of the CRC-32 of both', () => {
  const key = writeApiKey('A'.repeat(43));
  expect(key).toMatch(/^tlnc_live_A{43}[0-9A-Za-z]{6}$/);
  const check = [...key.slice(-6)].reduce((sum, digit) => sum * 62 + DIGITS.indexOf(digit), 0);
  expect(check).toBe(crc32(key.slice(0, -6)));
  expect(shownOf(key)).toBe('tlnc_live_AAAA');
});

test('any one letter that is another one is seen, and no whole key is taken for a mistyped one', () => {
  const change = fc.record({ token, at: fc.integer({ min: 10, max: 58 }), by: fc.constantFrom('A', 'b', '7') });
  fc.assert(
    fc.property(change, ({ token, at, by }) => {
      const key = writeApiKey(token);
      const changed = key.slice(0, at) + by + key.slice(at + 1);
      return !isMistyped(key) && isMistyped(changed) === (changed !== key);
    }),
    { endOnFailure: true },
  );
});

test.each(['', 'tlnc_live_x', 'sk_something', `tlnc_live_${'A'.repeat(43)}`])('%o is another kind of key', (text) => {
  expect(isMistyped(text)).toBe(false);
});
