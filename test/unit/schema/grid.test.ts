import { describe, expect, test } from 'vitest';
import { assemble, cellKey, fieldConfidence, filledFields, overallConfidence } from '../../../src/schema/assemble';
import type { Cell } from '../../../src/schema/cell';
import type { JsonValue } from '../../../src/schema/json';
import { normaliseSchema } from '../../../src/schema/normalise';
import { titleOf } from '../../../src/schema/title';
import { fieldCount, fields } from '../../../src/schema/walk';

const normalised = normaliseSchema({
  number: 'string',
  seller: { name: 'string', 'tax.id': 'string' },
  tags: ['string'],
  items: [{ text: 'string', price: 'number' }],
});
if (!normalised.ok) throw new Error(normalised.problem);
const schema = normalised.schema;

function cell(path: readonly (string | number)[], value: JsonValue, confidence = 1): Cell {
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const citation = { page: 1, box, text: String(value), locator: null, attachment: null };
  return { path, value, confidence, citations: [citation], filledBy: 'resolve', source: 'label', flags: [] };
}

const cells = [
  cell(['items', 7, 'price'], 2, 0.5),
  cell(['items', 1, 'text'], 'one', 0.9),
  cell(['items', 1, 'price'], 1, 0.7),
  cell(['seller', 'name'], 'Ann', 0.9),
  cell(['tags', 0], 'x', 1),
  cell(['nowhere'], 'x', 1),
];

describe('the grid', () => {
  test('has one field for every scalar and array behind objects', () => {
    expect(fields(schema).map((field) => field.key)).toEqual([
      'number',
      'seller.name',
      'seller.tax.id',
      'tags',
      'items',
    ]);
    expect(fieldCount(schema)).toBe(5);
  });

  test('assembles values in schema order, null and [] where there is no cell', () => {
    expect(assemble(schema, cells)).toEqual({
      number: null,
      seller: { name: 'Ann', 'tax.id': null },
      tags: ['x'],
      items: [
        { text: 'one', price: 1 },
        { text: null, price: 2 },
      ],
    });
    expect(assemble(schema, [])).toEqual({ number: null, seller: { name: null, 'tax.id': null }, tags: [], items: [] });
  });

  test('counts a field as filled by any cell beneath it, with the mean of their confidence', () => {
    expect([...filledFields(schema, cells)]).toEqual(['seller.name', 'tags', 'items']);
    expect([...fieldConfidence(schema, cells)].map(([key, value]) => [key, Number(value.toFixed(6))])).toEqual([
      ['seller.name', 0.9],
      ['tags', 1],
      ['items', 0.7],
    ]);
    expect(overallConfidence(schema, cells)).toBeCloseTo(0.8667, 3);
    expect(overallConfidence(schema, [])).toBe(0);
  });

  test.each([
    [['line_items', 0, 'amount'], 'line_items[0].amount'],
    [['seller', 'name'], 'seller.name'],
    [['tags', 12], 'tags[12]'],
  ])('writes the key of %j', (path, key) => {
    expect(cellKey(path)).toBe(key);
  });

  test.each([
    ['invoice_number', 'Invoice number'],
    ['invoiceNumber', 'Invoice number'],
    ['VATId', 'VAT id'],
    ['IBAN', 'IBAN'],
    ['x', 'X'],
    ['__', '__'],
  ])('titles %s', (name, title) => {
    expect(titleOf(name)).toBe(title);
  });
});
