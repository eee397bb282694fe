import { expect, it } from 'vitest';
import { comparePages } from '../../../../src/jobs/scores/compare-pages';

const INVOICE = { name: 'invoice', pages: [1, 2] };
const TERMS = { name: 'terms', pages: [3] };

it('pages are compared by the kind they are assigned to', () => {
  const found = [
    { name: 'invoice', pages: [1] },
    { name: 'terms', pages: [2, 4] },
  ];
  const { comparisons, similarities } = comparePages([INVOICE, TERMS], found);
  expect(comparisons.map(({ key, field, judgement }) => [key, field, judgement])).toEqual([
    ['page 1', 'invoice', 'true-positive'],
    ['page 2', 'invoice', 'mismatch'],
    ['page 3', 'terms', 'false-negative'],
    ['page 4', 'terms', 'false-positive'],
  ]);
  expect([...similarities]).toEqual([
    ['invoice', 0.5],
    ['terms', 0],
  ]);
});

it('kinds without pages are alike where neither has any', () => {
  const empty = { name: 'letter', pages: [] };
  expect([...comparePages([INVOICE, empty], [INVOICE, empty]).similarities]).toEqual([
    ['invoice', 1],
    ['letter', 1],
  ]);
});
