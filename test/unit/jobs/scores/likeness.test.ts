import { describe, expect, it } from 'vitest';
import { likeness } from '../../../../src/jobs/scores/likeness';
import type { JsonValue } from '../../../../src/schema/json';

describe('two values mean the same', () => {
  it.each<[string, JsonValue, JsonValue]>([
    ['nothing in two ways', null, ''],
    ['nothing in a list and in an object', [], { name: null }],
    ['texts in other case and blanks', 'Muster  GmbH\n& Co', 'muster gmbh & co'],
    ['letters put together in two ways', 'Zürich', 'Zu\u0308rich'],
    ['numbers, one of them written', 1234.5, '1,234.50'],
    ['numbers that were rounded in writing', 0.1 + 0.2, 0.3],
    ['days in two ways', '2026-03-05', '5.3.2026'],
    ['truths, one of them written', true, 'true'],
    ['objects whatever the order of their names', { a: 1, b: 'X' }, { b: 'x', a: 1 }],
  ])('%s', (_, one, other) => {
    expect(likeness(one, other)).toBe(1);
    expect(likeness(other, one)).toBe(1);
  });
});

describe('two values do not mean the same', () => {
  it.each<[string, JsonValue, JsonValue, number]>([
    ['nothing and something', null, 'a', 0],
    ['numbers by how far they are apart', 100, 90, 0.9],
    ['numbers of which one is zero', 0, 5, 0],
    ['numbers of different signs', -5, 5, 0],
    ['a number and no number', 5, 'five', 0],
    ['truths', true, false, 0],
    ['texts by the letters to be changed', 'INV-100', 'INV-108', 6 / 7],
    ['texts that share nothing', 'abc', 'xyz', 0],
    ['days', '2026-03-05', '2026-03-06', 0.9],
  ])('%s', (_, one, other, expected) => {
    expect(likeness(one, other)).toBeCloseTo(expected, 10);
    expect(likeness(other, one)).toBeCloseTo(expected, 10);
  });

  it('numbers that are close are still not the same', () => {
    expect(likeness(1_000_000, 1_000_001)).toBeLessThan(1);
  });

  it('long texts that differ in a letter are still not the same, and quickly told', () => {
    const text = 'lorem ipsum '.repeat(10_000);
    const alike = likeness(text, `${text}x`);
    expect(alike).toBeGreaterThan(0.99);
    expect(alike).toBeLessThan(1);
  });
});
