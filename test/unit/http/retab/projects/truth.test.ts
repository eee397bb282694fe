import { describe, expect, it } from 'vitest';
import { acceptTruth, scoreOf } from '../../../../../src/http/retab/projects/truth';
import type { Measured } from '../../../../../src/jobs/projects/project';
import type { JsonObject } from '../../../../../src/schema/json';

describe('what is expected of a document', () => {
  it.each<[string, Measured, JsonObject]>([
    ['may be nothing', 'split', {}],
    ['may be any values', 'extract', { total: 1, items: [] }],
    ['is which pages are of which kind', 'split', { splits: [{ name: 'invoice', pages: [1], likelihood: 0.5 }] }],
    ['is a kind', 'classify', { classification: 'invoice', reasoning: 'it says so' }],
  ])('%s', (_, operation, truth) => {
    expect(acceptTruth(operation, truth)).toBe(truth);
  });

  it.each<[string, Measured, JsonObject, string]>([
    ['pages by name', 'split', { invoice: [1] }, 'splits'],
    ['a kind without pages', 'split', { splits: [{ name: 'invoice' }] }, 'splits'],
    ['half a page', 'split', { splits: [{ name: 'invoice', pages: [1.5] }] }, 'splits'],
    ['no kind', 'classify', { classification: null }, 'classification'],
  ])('is not %s', (_, operation, truth, name) => {
    const field = `prediction_data.prediction.${name}`;
    expect(() => acceptTruth(operation, truth)).toThrow(
      expect.objectContaining({ code: 'invalid-request', details: { field } }),
    );
  });
});

describe('a score', () => {
  /** What each comparison is about, and how it went. */
  const told = (operation: Measured, truth: JsonObject, found: JsonObject): string[] =>
    scoreOf(operation, truth, found).comparisons.map(({ key, judgement }) => `${key}: ${judgement}`);

  it('of values is by field', () => {
    expect(told('extract', { total: 1, tax: 2 }, { total: 1, tax: 3 })).toEqual([
      'total: true-positive',
      'tax: mismatch',
    ]);
  });

  it('of a bundle is by page', () => {
    const truth = { splits: [{ name: 'invoice', pages: [1, 2] }] };
    const found = {
      splits: [
        { name: 'invoice', pages: [1] },
        { name: 'terms', pages: [2] },
      ],
    };
    expect(told('split', truth, found)).toEqual(['page 1: true-positive', 'page 2: mismatch']);
    expect(told('split', truth, {})).toEqual(['page 1: false-negative', 'page 2: false-negative']);
  });

  it('of a kind is of its name alone', () => {
    const truth = { classification: 'invoice', reasoning: 'it says so' };
    expect(told('classify', truth, { classification: 'Invoice', reasoning: 'a total' })).toEqual([
      'classification: true-positive',
    ]);
    expect(told('classify', truth, {})).toEqual(['classification: false-negative']);
  });
});
