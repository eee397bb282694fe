import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNestedDeeper } from '../../../src/http/nesting';

/** By walking it. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('the nesting of JSON', () => {
  test('is that of the value it is of', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 6 })), (value) => {
        const [text, depth] = [JSON.stringify(value), depthOf(value)];
        expect([depth, depth - 1].map((levels) => isNestedDeeper(text, levels))).toEqual([false, true]);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  test.each(['"[[[["', '"\\"[[[["', '"\\\\\\"[["', '{"[[\\\\": "{{"}', '"[[', '"[[\\"', ''])(
    'brackets of a string are none: %s',
    (text) => {
      expect(isNestedDeeper(text, 1)).toBe(false);
    },
  );

  test('is found at once in a text that is nothing but brackets', () => {
    expect(isNestedDeeper('['.repeat(1_000_000), 999_999)).toBe(true);
    expect(isNestedDeeper('['.repeat(1_000_000), 1_000_000)).toBe(false);
    expect(isNestedDeeper(`"\\\\"${'[]'.repeat(1_000_000)}`, 1)).toBe(false);
  });
});
