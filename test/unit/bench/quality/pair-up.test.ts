import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairUp } from '../../../../bench/quality/pair-up.mjs';

const weightOf = (weights: number[][], pairs: number[][]): number =>
  pairs.reduce((sum, [row = -1, column = -1]) => sum + (weights[row]?.[column] ?? Number.NaN), 0);

/** Tries everything. */
function best(weights: number[][], row = 0, taken: readonly number[] = []): number {
  const line = weights[row];
  if (line === undefined) return 0;
  const choices = line.flatMap((weight, column) =>
    taken.includes(column) ? [] : [weight + best(weights, row + 1, [...taken, column])],
  );
  return Math.max(best(weights, row + 1, taken), ...choices);
}

describe('pairUp', () => {
  it('gives up the best pair where two others are worth more', () => {
    expect(
      pairUp([
        [10, 9],
        [9, 1],
      ]),
    ).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('leaves rows alone when there are fewer columns', () => {
    expect(pairUp([[1], [3], [2]])).toEqual([[1, 0]]);
  });

  it('has nothing to pair where a side is empty', () => {
    expect([pairUp([]), pairUp([[], []])]).toEqual([[], []]);
  });

  it('finds as much as trying everything does', () => {
    const weights = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(9), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(weights, (given) => {
        expect(weightOf(given, pairUp(given))).toBe(best(given));
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});
