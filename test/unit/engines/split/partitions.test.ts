import { describe, expect, test } from 'vitest';
import type { KeySighting } from '../../../../src/engines/split/key-sightings';
import { partitionsOf } from '../../../../src/engines/split/partitions';

const seen = (page: number, value: string, place: Partial<KeySighting> = {}): KeySighting => ({
  page,
  value,
  key: value.toLowerCase(),
  top: 0.15,
  blockTop: 0.1,
  rowsAbove: 1,
  score: 0.9,
  ...place,
});

const found = (stretches: readonly (readonly number[])[], ...sightings: readonly KeySighting[]) => {
  const byPage = new Map<number, KeySighting[]>();
  for (const one of sightings) byPage.set(one.page, [...(byPage.get(one.page) ?? []), one]);
  return partitionsOf(stretches, byPage);
};

const whole = { firstPageStart: 0, lastPageEnd: 1 };

describe('documents of one kind', () => {
  test('are told apart by their key; pages without one belong to the document before', () => {
    expect(found([[1, 2, 3, 4]], seen(1, 'A'), seen(3, 'B'))).toEqual([
      { key: 'A', pages: [1, 2], ...whole },
      { key: 'B', pages: [3, 4], ...whole },
    ]);
  });

  test('that begin amid a page share it', () => {
    expect(found([[5, 6]], seen(5, 'A'), seen(6, 'B', { top: 0.55, blockTop: 0.5, rowsAbove: 20 }))).toEqual([
      { key: 'A', pages: [5, 6], firstPageStart: 0, lastPageEnd: 0.5 },
      { key: 'B', pages: [6], firstPageStart: 0.5, lastPageEnd: 1 },
    ]);
  });

  test('may be several on one page', () => {
    expect(found([[1]], seen(1, 'A'), seen(1, 'B', { top: 0.6, blockTop: 0.55, rowsAbove: 30 }))).toEqual([
      { key: 'A', pages: [1], firstPageStart: 0, lastPageEnd: 0.55 },
      { key: 'B', pages: [1], firstPageStart: 0.55, lastPageEnd: 1 },
    ]);
  });

  test('that name the same key are one', () => {
    expect(found([[1], [4, 5]], seen(1, 'A'), seen(4, 'A'))).toEqual([{ key: 'A', pages: [1, 4, 5], ...whole }]);
  });

  test('without a key are told apart by where they begin', () => {
    expect(found([[1], [2, 3]])).toEqual([
      { key: '', pages: [1], ...whole },
      { key: '', pages: [2, 3], ...whole },
    ]);
  });

  test('are not cut by another value that is less sure', () => {
    expect(found([[1, 2]], seen(1, 'A'), seen(2, 'B', { score: 0.6 }))).toEqual([
      { key: 'A', pages: [1, 2], ...whole },
    ]);
  });
});
