import { describe, expect, it } from 'vitest';
import { judgeDocument } from '../../../../bench/quality/judge-document.mjs';

const schema = {
  type: 'object',
  properties: {
    number: { type: 'string' },
    issued: { type: 'string', format: 'date' },
    policy: { type: 'string' },
    seller: { type: 'object', properties: { name: { type: 'string' } } },
    items: {
      type: 'array',
      items: { type: 'object', properties: { what: { type: 'string' }, amount: { type: 'number' } } },
    },
    tags: { type: 'array', items: { type: 'string' } },
  },
};
const expected = {
  number: 'A-17',
  policy: null,
  seller: { name: 'Nord AG' },
  items: [
    { what: 'Bolt', amount: 3 },
    { what: 'Nut', amount: 4 },
  ],
};

describe('judgeDocument', () => {
  it('gives a document that is read as expected the full score', () => {
    const verdict = judgeDocument({ schema, expected }, expected);
    expect({ score: verdict.score, errors: verdict.errors }).toEqual({ score: 1, errors: [] });
  });

  it('says of every value given whether it is right, rows by their partners', () => {
    const found = {
      number: 'B',
      issued: '2031-01-01',
      policy: 'P-1',
      seller: { name: 'NORD AG' },
      items: [
        { what: 'Nut', amount: 4 },
        { what: 'Bolt', amount: 5 },
      ],
    };
    const verdict = judgeDocument({ schema, expected }, found);
    expect(verdict.score).toBeCloseTo((0 + 1 + 0.75) / 3);
    expect(verdict.cells).toEqual([
      { path: ['number'], right: false },
      { path: ['policy'], right: false },
      { path: ['seller', 'name'], right: true },
      { path: ['items', 0, 'what'], right: true },
      { path: ['items', 0, 'amount'], right: true },
      { path: ['items', 1, 'what'], right: true },
      { path: ['items', 1, 'amount'], right: false },
    ]);
    expect(verdict.errors).toEqual([
      { field: 'number', expected: 'A-17', got: 'B' },
      { field: 'policy', expected: null, got: 'P-1' },
    ]);
  });

  it('takes any of the accepted values', () => {
    const verdict = judgeDocument(
      { schema, expected: { number: 'A-17' }, accept: { number: ['17'] } },
      { number: '17' },
    );
    expect(verdict.score).toBe(1);
  });

  it('counts each value of a list that should be empty', () => {
    const verdict = judgeDocument({ schema, expected: { items: [] } }, { items: [{ what: 'Bolt', amount: null }] });
    expect(verdict.cells).toEqual([{ path: ['items', 0, 'what'], right: false }]);
  });

  it('does not take two spellings for two items of a list of texts', () => {
    const verdict = judgeDocument(
      { schema, expected: { tags: ['Organic', 'Vegan'] } },
      { tags: ['organic', 'Organic'] },
    );
    expect(verdict.score).toBeCloseTo(0.5);
    expect(verdict.cells.filter(({ right }: { right: boolean }) => right)).toHaveLength(1);
  });

  it('gives nothing for a document without an answer', () => {
    expect(judgeDocument({ schema, expected }, null)).toMatchObject({ score: 0, cells: [] });
  });
});
