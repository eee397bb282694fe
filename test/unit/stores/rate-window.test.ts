import { describe, expect, test } from 'vitest';
import { takeFrom } from '../../../src/stores/durable/rate-window';

const MINUTE = 1_800_000_000_000;

describe('the window of a minute', () => {
  test('opens at the whole minute', () => {
    expect(takeFrom(null, 5, MINUTE + 30_000)).toEqual({
      window: { startedAt: MINUTE, used: 1 },
      allowance: { allowed: true, limit: 5, remaining: 4, resetAt: MINUTE + 60_000 },
    });
  });

  test('refuses past the limit and counts no refusals', () => {
    const full = { startedAt: MINUTE, used: 5 };
    expect(takeFrom(full, 5, MINUTE + 59_999)).toEqual({
      window: full,
      allowance: { allowed: false, limit: 5, remaining: 0, resetAt: MINUTE + 60_000 },
    });
  });

  test('is followed by a new one', () => {
    const full = { startedAt: MINUTE, used: 5 };
    expect(takeFrom(full, 5, MINUTE + 60_000)).toEqual({
      window: { startedAt: MINUTE + 60_000, used: 1 },
      allowance: { allowed: true, limit: 5, remaining: 4, resetAt: MINUTE + 120_000 },
    });
  });

  test('stays for a clock that is behind', () => {
    const window = { startedAt: MINUTE + 60_000, used: 1 };
    expect(takeFrom(window, 5, MINUTE + 59_000).window).toEqual({ startedAt: MINUTE + 60_000, used: 2 });
  });

  test('lets nobody in when the limit was lowered below what was used', () => {
    expect(takeFrom({ startedAt: MINUTE, used: 5 }, 3, MINUTE).allowance).toEqual({
      allowed: false,
      limit: 3,
      remaining: 0,
      resetAt: MINUTE + 60_000,
    });
  });
});
