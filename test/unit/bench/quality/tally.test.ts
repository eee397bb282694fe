import { describe, expect, it } from 'vitest';
import { judgeDocument } from '../../../../bench/quality/judge-document.mjs';
import { reliabilityOf } from '../../../../bench/quality/reliability.mjs';
import { macroOf, tally } from '../../../../bench/quality/tally.mjs';

const schema = {
  type: 'object',
  properties: {
    a: { type: 'string' },
    b: { type: 'string' },
    none: { type: 'string' },
    list: { type: 'array', items: { type: 'object', properties: { n: { type: 'number' } } } },
  },
};
const expected = { a: 'x', b: 'y', none: null, list: [{ n: 1 }, { n: 2 }] };

const judged = (found: object, more: object = {}) => ({
  verdict: judgeDocument({ schema, expected }, found),
  cells: [],
  ceiling: null,
  pages: 2,
  elapsedMs: 100,
  error: null,
  ...more,
});

describe('tally', () => {
  it('shares out what was found, what was wrong and what was made up', () => {
    const figures = tally([
      judged({ a: 'x', b: 'z', none: 'made up', list: [{ n: 1 }] }),
      judged({ a: 'x', b: 'y', list: [{ n: 1 }, { n: 2 }] }, { pages: 3, elapsedMs: 400 }),
    ]);
    const cellF1 = (2 / 3 + 1) / 2;
    expect(figures).toMatchObject({
      documents: 2,
      unanswered: 0,
      document: ((1 + 0 + 2 / 3) / 3 + 1) / 2,
      exact: 0.75,
      fill: 1,
      cellF1,
      rowF1: cellF1,
      wrong: 2 / 8,
      invented: 0.5,
      msPerPage: 100,
      ceiling: null,
    });
  });

  it('has the mean ceiling of documents that all have one', () => {
    expect(tally([judged({}, { ceiling: 0.5 }), judged({}, { ceiling: 1 })]).ceiling).toBe(0.75);
  });
});

describe('macroOf', () => {
  it('is the mean over kinds that have the figure', () => {
    const kinds = { one: { document: 1, cellF1: null }, two: { document: 0.5, cellF1: 0.2 } };
    expect(macroOf(kinds)).toMatchObject({ document: 0.75, cellF1: 0.2, rowF1: null });
  });
});

describe('reliabilityOf', () => {
  it('compares confidence with the share right in each tenth', () => {
    const cells = [
      { confidence: 0.95, right: true },
      { confidence: 0.91, right: false },
      { confidence: 0.6, right: true },
      { confidence: 1, right: true },
    ];
    const { bins, ece, sure } = reliabilityOf(cells);
    expect(bins.filter(({ cells: count }) => count > 0)).toEqual([
      { from: 0.6, cells: 1, confidence: 0.6, right: 1 },
      { from: 0.9, cells: 3, confidence: (0.95 + 0.91 + 1) / 3, right: 2 / 3 },
    ]);
    expect(ece).toBeCloseTo((0.4 + 3 * ((0.95 + 0.91 + 1) / 3 - 2 / 3)) / 4);
    expect(sure).toMatchObject({ cells: 3, right: 2 / 3 });
  });

  it('knows nothing of no cells', () => {
    expect(reliabilityOf([]).ece).toBeNull();
  });
});
