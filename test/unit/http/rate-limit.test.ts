import { expect, test } from 'vitest';
import { rateLimitHeaders, secondsUntilReset } from '../../../src/http/rate-limit';

const allowance = { allowed: true, limit: 60, remaining: 3, resetAt: 1_800_000_060_001 };

test('the headers are three integers, the reset in whole seconds after the reset', () => {
  expect([...rateLimitHeaders(allowance)]).toEqual([
    ['X-RateLimit-Limit', '60'],
    ['X-RateLimit-Remaining', '3'],
    ['X-RateLimit-Reset', '1800000061'],
  ]);
});

test.each([
  [1_800_000_000_000, 61],
  [1_800_000_060_000, 1],
  [1_800_000_090_000, 1],
])('at %i a caller is told to wait %i seconds', (now, seconds) => {
  expect(secondsUntilReset(allowance, now)).toBe(seconds);
});
