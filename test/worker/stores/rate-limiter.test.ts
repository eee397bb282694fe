import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { createRateLimiter } from '../../../src/stores/durable/rate-limiter';
import { PATIENCE } from '../../support/patience';

const MINUTE = 1_800_000_000_000;

describe('the rate limiter', () => {
  test('lets exactly the limit through when all come at once', async () => {
    const limiter = createRateLimiter(env.RATE_LIMITER, 10, () => MINUTE + 1, PATIENCE);
    const answers = await Promise.all(Array.from({ length: 25 }, () => limiter.take('k')));
    expect(answers.filter((answer) => answer.allowed).length).toBe(10);
    expect(answers.at(-1)).toEqual({ allowed: false, limit: 10, remaining: 0, resetAt: MINUTE + 60_000 });
    expect((await limiter.take('another')).remaining).toBe(9);
  });

  test('counts on after its object was put away', async () => {
    const limiter = createRateLimiter(env.RATE_LIMITER, 10, () => MINUTE + 1, PATIENCE);
    await limiter.take('kept');
    await evictDurableObject(env.RATE_LIMITER.getByName('kept'));
    expect((await limiter.take('kept')).remaining).toBe(8);
  });
});
