import { describe, expect, test } from 'vitest';
import { fieldMetadata } from '../../../../src/http/llamacloud/field-metadata';
import { readDefinition } from '../../../../src/jobs/choose-schema';
import type { DocumentResult } from '../../../../src/jobs/get-result';
import type { Cell } from '../../../../src/schema/cell';
import type { JsonObject, JsonValue } from '../../../../src/schema/json';

const cell = (path: Cell['path'], value: JsonValue, text: string, changes: Partial<Cell> = {}): Cell => ({
  path,
  value,
  confidence: 0.8,
  citations: [{ page: 2, box: { x: 10, y: 20.126, width: 30, height: 9 }, text, locator: null, attachment: null }],
  filledBy: 'resolve',
  source: 'label',
  flags: [],
  ...changes,
});

type Read = Pick<DocumentResult, 'values' | 'cells' | 'corrections' | 'pageSizes'>;

const resultOf = (values: JsonObject, cells: readonly Cell[], changes: Partial<Read> = {}): DocumentResult => ({
  ...({ corrections: [], pageSizes: [{ number: 2, width: 595, height: 842 }] } as const),
  values,
  cells,
  extraction: undefined as never,
  fieldConfidence: new Map(),
  confidence: null,
  elapsedMs: null,
  pages: 1,
  notices: [],
  product: null,
  ...changes,
});

const { node: SCHEMA } = readDefinition({
  number: 'string',
  reasoning: 'string',
  seller: { name: 'string', city: 'string' },
  tags: ['string'],
  rows: [{ price: 'number', unit: 'string' }],
});

const VALUES = {
  number: 'T-1',
  reasoning: null,
  seller: { name: null, city: 'Elm' },
  tags: ['a', 'b'],
  rows: [
    { price: 5, unit: null },
    { price: null, unit: null },
  ],
};

const CELLS = [
  cell(['number'], 'T-1', 'No. T-1'),
  cell(['seller', 'city'], 'Elm', 'Elm'),
  cell(['tags', 0], 'a', 'a'),
  cell(['tags', 1], 'b', 'b'),
  cell(['rows', 0, 'price'], 5, '5,00', {
    filledBy: 'reread',
    source: 'table',
    flags: [{ code: 'sum-mismatch', message: 'The rows do not add up.' }],
  }),
];

const NONE = { citations: false, confidence: false, reasoning: false };
const scores = { extraction_confidence: 0.8, confidence: 0.8 };
const citation = (text: string) => [
  {
    page: 2,
    matching_text: text,
    bounding_boxes: [{ x: 10, y: 20.13, w: 30, h: 9 }],
    page_dimensions: { width: 595, height: 842 },
  },
];

describe('the metadata of fields', () => {
  const tree = (extensions: Partial<typeof NONE>, result = resultOf(VALUES, CELLS)) =>
    fieldMetadata(result, SCHEMA, { ...NONE, ...extensions }, []);

  test('mirrors the data, with no entry where there is no value', () => {
    expect(tree({ confidence: true })).toEqual({
      number: scores,
      seller: { city: scores },
      tags: [scores, scores],
      rows: [{ price: scores }, {}],
    });
  });

  test('holds what was asked for and nothing else', () => {
    expect(tree({})).toEqual({});
    expect(tree({ citations: true })).toMatchObject({ number: { citation: citation('No. T-1') } });
    expect(tree({ reasoning: true })).toEqual({
      number: { reasoning: 'VERBATIM EXTRACTION; found by label' },
      seller: { city: { reasoning: 'VERBATIM EXTRACTION; found by label' } },
      tags: [
        { reasoning: 'VERBATIM EXTRACTION; found by label' },
        { reasoning: 'VERBATIM EXTRACTION; found by label' },
      ],
      rows: [
        {
          price: {
            reasoning: 'VERBATIM EXTRACTION; found by table, read again; The rows do not add up.',
          },
        },
        {},
      ],
    });
    const date = resultOf({ number: '2026-03-04' }, [cell(['number'], '2026-03-04', '4 March 2026')]);
    expect(tree({ reasoning: true }, date)).toEqual({
      number: { reasoning: 'Written as the schema asks; printed as "4 March 2026"; found by label' },
    });
  });

  test('leaves out a page size that is not known', () => {
    const [{ page_dimensions: _, ...unsized } = { page_dimensions: 0 }] = citation('No. T-1');
    const result = resultOf(VALUES, CELLS, { pageSizes: [] });
    expect(tree({ citations: true }, result)).toMatchObject({ number: { citation: [unsized] } });
    expect(JSON.stringify(tree({ citations: true }, result))).not.toContain('page_dimensions');
  });

  test('says what a person corrected, also a whole list', () => {
    const corrections = ['seller.city', 'rows'].map((field) => ({ field, value: null, reason: null, at: 1 }));
    const values = { ...VALUES, seller: { name: null, city: 'Oak' }, rows: [{ price: 6, unit: 'kg' }] };
    const sure = { extraction_confidence: 1, confidence: 1, reasoning: 'CORRECTED BY HAND' };
    const corrected = resultOf(values, CELLS, { corrections });
    expect(tree({ citations: true, confidence: true, reasoning: true }, corrected)).toMatchObject({
      seller: { city: sure },
      rows: [{ price: sure, unit: sure }],
    });
  });

  test('tells a field that is called like a part of an entry from that part', () => {
    const result = resultOf({ reasoning: 'because' }, [cell(['reasoning'], 'because', 'because')]);
    expect(tree({ confidence: true }, result)).toEqual({ reasoning: scores });
  });

  test('of many entries is a list in parallel, an empty object for an empty one', () => {
    const { node } = readDefinition({ pages: [{ total: 'number' }] });
    const pages = [{ total: null }, { total: 7 }];
    const result = resultOf({ pages }, [cell(['pages', 1, 'total'], 7, '7')]);
    const of = (extensions: Partial<typeof NONE>) => fieldMetadata(result, node, { ...NONE, ...extensions }, ['pages']);
    expect(of({ confidence: true })).toEqual([{}, { total: scores }]);
    expect(of({})).toEqual([{}, {}]);
    expect(fieldMetadata(resultOf({ pages: [] }, []), node, NONE, ['pages'])).toEqual([]);
  });
});
