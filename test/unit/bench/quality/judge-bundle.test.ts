import { expect, test } from 'vitest';
import { judgeBundle } from '../../../../bench/quality/operations/judge-bundle.mjs';
import { operationLines } from '../../../../bench/quality/operations/measure-operations.mjs';

const BUNDLE = [
  { id: 'a', kind: 'invoice-scan' },
  { id: 'b', kind: 'contract' },
  { id: 'c', kind: 'einvoice' },
];
const PAGES = [2, 1, 1];
const KINDS = [{ name: 'invoice', key: 'invoice number' }, { name: 'contract' }];
const part = (...pages: readonly number[]) => ({ pages });

test('pages are right in the subdocument of their kind, beginnings where a partition begins', () => {
  const splits = [
    { name: 'invoice', pages: [1, 2, 4], partitions: [part(1, 2), part(4)] },
    { name: 'contract', pages: [3], partitions: [] },
  ];
  expect(judgeBundle(1, BUNDLE, PAGES, splits, KINDS)).toEqual({
    pages: { right: 4, of: 4, notes: [] },
    beginnings: { right: 4, of: 4, notes: [] },
  });
});

test('what is taken for something else, cut or not cut is told with its page', () => {
  const splits = [
    { name: 'invoice', pages: [1, 2, 3], partitions: [part(1), part(2, 3)] },
    { name: 'contract', pages: [], partitions: [] },
  ];
  expect(judgeBundle(7, BUNDLE, PAGES, splits, KINDS)).toEqual({
    pages: {
      right: 2,
      of: 4,
      notes: ['bundle 7 page 3 (b) is contract, taken for invoice', 'bundle 7 page 4 (c) is invoice, taken for none'],
    },
    beginnings: {
      right: 2,
      of: 4,
      notes: ['bundle 7 page 4 (c): its beginning is not seen', 'bundle 7 page 2 (a): nothing begins here'],
    },
  });
});

test('a measure that falls short is marked, and what is wrong is told on demand', () => {
  const rows = [
    { measure: 'split', of: 20, figure: 0.9, least: 0.95, notes: ['page 3'] },
    { measure: 'classify', of: 4, figure: 1, least: null, notes: [] },
    { measure: 'forms', of: 0, figure: null, least: 0.9, notes: [] },
  ];
  expect(operationLines(rows, true)).toEqual([
    'what is right      %  least %  of',
    '─────────────  ─────  ───────  ──  ───────',
    'split           90.0     95.0  20  too few',
    'classify       100.0        -   4',
    'forms              -     90.0   0',
    '',
    'split: page 3',
  ]);
  expect(operationLines(rows, false).length).toBe(5);
});
