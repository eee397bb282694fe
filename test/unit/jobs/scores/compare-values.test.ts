import { describe, expect, it } from 'vitest';
import { compareValues } from '../../../../src/jobs/scores/compare-values';
import type { JsonObject } from '../../../../src/schema/json';

/** Key, field and judgement of each comparison. */
const told = (expected: JsonObject, found: JsonObject): string[] =>
  compareValues(expected, found).comparisons.map(({ key, field, judgement }) =>
    key === field ? `${key}: ${judgement}` : `${key} (${field}): ${judgement}`,
  );

describe('values', () => {
  it.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['that are right', { total: 12.5 }, { total: 12.5 }, ['total: true-positive']],
    ['that are rightly empty', { total: null }, { total: null }, ['total: true-negative']],
    ['that are wrong', { total: 12.5 }, { total: 13 }, ['total: mismatch']],
    ['that are missing', { total: 12.5 }, {}, ['total: false-negative']],
    ['that nobody expected', { total: null }, { total: 12.5 }, ['total: false-positive']],
    ['about which nothing is said', { total: 1 }, { total: 1, tax: 5 }, ['total: true-positive']],
    [
      'of objects',
      { seller: { name: 'A', city: 'B' } },
      { seller: { name: 'a' } },
      ['seller.name: true-positive', 'seller.city: false-negative'],
    ],
    ['of an object that is missing', { seller: { name: 'A' } }, { seller: null }, ['seller.name: false-negative']],
    ['of a name that every object has', { toString: 'a' }, {}, ['toString: false-negative']],
    ['of empty lists', { items: [] }, { items: [] }, ['items: true-negative']],
    [
      'of lists of plain values',
      { tags: ['a', 'b'] },
      { tags: ['b'] },
      ['tags.0 (tags.*): false-negative', 'tags.1 (tags.*): true-positive'],
    ],
    ['of a list where a plain value was found', { tags: ['a'] }, { tags: 'a' }, ['tags: mismatch']],
  ])('%s', (_, expected, found, comparisons) => {
    expect(told(expected, found)).toEqual(comparisons);
  });

  it('of items are compared wherever the item stands, and of further items all that they say', () => {
    const expected = {
      items: [
        { name: 'Bolt', price: 1 },
        { name: 'Nut', price: 2 },
      ],
    };
    const found = {
      items: [
        { name: 'Nut', price: 2 },
        { name: 'Washer', price: 9 },
        { name: 'Bolt', price: 3 },
      ],
    };
    expect(told(expected, found)).toEqual([
      'items.0.name (items.*.name): true-positive',
      'items.0.price (items.*.price): mismatch',
      'items.1.name (items.*.name): true-positive',
      'items.1.price (items.*.price): true-positive',
      'items.2.name (items.*.name): false-positive',
      'items.2.price (items.*.price): false-positive',
    ]);
    expect([...compareValues(expected, found).places]).toEqual([
      ['items.0', 'items.2'],
      ['items.1', 'items.0'],
    ]);
  });

  it('say how alike they are', () => {
    const { similarities, comparisons } = compareValues(
      { number: 'INV-1', total: 100 },
      { number: 'INV-2', total: 90 },
    );
    expect([...similarities]).toEqual([
      ['number', 0.8],
      ['total', 0.9],
    ]);
    expect(comparisons[1]).toEqual({
      key: 'total',
      field: 'total',
      expected: 100,
      found: 90,
      similarity: 0.9,
      judgement: 'mismatch',
    });
  });
});
