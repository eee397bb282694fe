import { expect, it } from 'vitest';
import { compareValues } from '../../../../src/jobs/scores/compare-values';
import { tally } from '../../../../src/jobs/scores/tally';

it('counts what is right, missing, wrong and made up over all documents', () => {
  const scores = [
    compareValues({ a: 'x', b: 'y', c: null }, { a: 'x', b: 'z', c: null }),
    compareValues({ a: 'x', b: 'y', c: null }, { a: 'x', b: null, c: 'made up' }),
  ];
  expect(tally(scores)).toEqual({
    documents: 2,
    compared: 6,
    accuracy: 3 / 6,
    similarity: 3 / 6,
    errors: 3 / 6,
    truePositives: 2 / 4,
    falseNegatives: 1 / 4,
    mismatches: 1 / 4,
    trueNegatives: 1 / 2,
    falsePositives: 1 / 2,
    accuracyByField: new Map([
      ['a', 1],
      ['b', 0],
      ['c', 0.5],
    ]),
    similarityByField: new Map([
      ['a', 1],
      ['b', 0],
      ['c', 0.5],
    ]),
  });
});

it('finds neither right nor wrong in nothing', () => {
  expect(tally([])).toMatchObject({ documents: 0, compared: 0, accuracy: 0, similarity: 0, errors: 0 });
  expect(tally([])).toMatchObject({ truePositives: 1, trueNegatives: 1, falsePositives: 0, falseNegatives: 0 });
});
