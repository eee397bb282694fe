import { describe, expect, it } from 'vitest';
import { likeness } from '../../../../src/jobs/scores/likeness';
import { pairItems } from '../../../../src/jobs/scores/pair-items';
import type { JsonValue } from '../../../../src/schema/json';

const pair = (expected: readonly JsonValue[], found: readonly JsonValue[]) => pairItems(expected, found, likeness);

describe('items of two lists', () => {
  it.each<[string, readonly JsonValue[], readonly JsonValue[], readonly (number | null)[]]>([
    ['that are the same', ['a', 'b'], ['a', 'b'], [0, 1]],
    ['in another order', ['a', 'b', 'c'], ['c', 'a', 'b'], [1, 2, 0]],
    ['of which one is missing', ['alpha', 'beta', 'gamma'], ['alpha', 'gamma'], [0, null, 1]],
    ['of which there is one more', ['beta'], ['alpha', 'beta'], [1]],
    ['that are the same twice', ['a', 'a'], ['a', 'b', 'a'], [0, 2]],
    ['that are nearly the same', ['Bolt M8', 'Nut M8'], ['Nut M9', 'Bolt M9'], [1, 0]],
    ['that have nothing in common', ['xyz'], ['abc'], [null]],
    ['of which one is empty', [], ['a'], []],
  ])('%s', (_, expected, found, matched) => {
    expect(pair(expected, found)).toEqual(matched);
  });

  it('are matched in their order where there are too many to look at every pair', () => {
    const items = (word: string) => Array.from({ length: 300 }, (_, index) => `${word} ${index}`);
    expect(pair(items('expected'), items('found'))).toEqual(Array.from({ length: 300 }, (_, index) => index));
  });

  it('stand for one item each at most', () => {
    const matched = pair(['aaaa', 'aaab', 'aabb'], ['aaaa', 'aaaa']);
    const places = matched.filter((place) => place !== null);
    expect(new Set(places).size).toBe(places.length);
  });
});
