import { expect, test } from 'vitest';
import { readDefinition } from '../../../src/jobs/choose-schema';
import { fieldIdOf, tierOf } from '../../../src/jobs/field';
import { fieldColumns, MAX_VALUE_TEXT, readScalar, readValue } from '../../../src/jobs/field-entries';
import type { JsonValue } from '../../../src/schema/json';

const { node } = readDefinition({
  type: 'object',
  properties: {
    orderNumber: { type: 'string', description: 'As printed' },
    order_number: { type: 'integer' },
    '§': { type: 'string' },
    seller: { type: 'object', properties: { VAT: { type: 'object', properties: { id: { type: 'string' } } } } },
    lines: {
      type: 'array',
      items: { type: 'object', properties: { what: { type: 'string' }, price: { type: 'number' } } },
    },
  },
});

test('the columns of a schema are fields under one spelling, two alike are one', () => {
  const columns = fieldColumns(node);
  expect(columns.map(({ canonicalName, type, group, paths }) => [canonicalName, type, group, paths])).toEqual([
    ['order_number', 'string', null, [['orderNumber'], ['order_number']]],
    ['seller_vat_id', 'string', 'seller_vat', [['seller', 'VAT', 'id']]],
    ['lines', 'array', null, [['lines']]],
  ]);
  expect(columns[0]).toMatchObject({ title: 'Order number', description: 'As printed' });
});

test('of two places of one field the first with a value counts', () => {
  const [column] = fieldColumns(node);
  if (column === undefined) throw new Error('the schema has an order number');
  expect(readValue({ orderNumber: null, order_number: 7 }, column)).toEqual({ text: '7', number: 7, time: null });
  expect(readValue({ orderNumber: 'A-1', order_number: 7 }, column).text).toBe('A-1');
  expect(readValue({}, column)).toEqual({ text: null, number: null, time: null });
});

test('what a schema says of a field at length is kept as far as a value is', () => {
  const long = { type: 'string', title: 't'.repeat(3000), description: `d${'\u{1f600}'.repeat(3000)}` };
  const [column] = fieldColumns(readDefinition({ type: 'object', properties: { a: long } }).node);
  expect(column?.title).toBe('t'.repeat(MAX_VALUE_TEXT));
  expect(column?.description).toBe(`d${'\u{1f600}'.repeat(MAX_VALUE_TEXT / 2 - 1)}\ufffd`);
});

test.each<[JsonValue, unknown]>([
  [null, { text: null, number: null, time: null }],
  ['', { text: null, number: null, time: null }],
  [12.5, { text: '12.5', number: 12.5, time: null }],
  [true, { text: 'true', number: null, time: null }],
  ['12,50 EUR', { text: '12,50 EUR', number: 12.5, time: null }],
  ['2026-03-04', { text: '2026-03-04', number: null, time: Date.UTC(2026, 2, 4) }],
  [{ a: 1 }, { text: '{"a":1}', number: null, time: null }],
  ['x'.repeat(MAX_VALUE_TEXT + 1), { text: 'x'.repeat(MAX_VALUE_TEXT), number: null, time: null }],
  [
    `${'x'.repeat(MAX_VALUE_TEXT - 1)}😀`,
    { text: `${'x'.repeat(MAX_VALUE_TEXT - 1)}\ufffd`, number: null, time: null },
  ],
])('the value %j is read in every way it can be compared', (value, readings) => {
  expect(readScalar(value)).toEqual(readings);
});

test('a list is the number of its entries and the text of all that is in them', () => {
  const [, , lines] = fieldColumns(node);
  if (lines === undefined) throw new Error('the schema has no lines');
  const values = {
    lines: [
      { what: 'Bolt', price: 2 },
      { what: 'Nut', price: null },
    ],
  };
  expect(readValue(values, lines)).toEqual({ text: 'Bolt, 2, Nut', number: 2, time: null });
  expect(readValue({ lines: [] }, lines)).toEqual({ text: null, number: null, time: null });
});

test('a field has one id in an account and another one in every other', async () => {
  expect(await fieldIdOf('a', 'total')).toBe(await fieldIdOf('a', 'total'));
  expect(
    new Set(await Promise.all([fieldIdOf('a', 'total'), fieldIdOf('b', 'total'), fieldIdOf('a', 'date')])).size,
  ).toBe(3);
});

test('a field proves itself by the documents that have it', () => {
  expect([0, 4, 5, 19, 20].map(tierOf)).toEqual(['emerging', 'emerging', 'established', 'established', 'core']);
});
