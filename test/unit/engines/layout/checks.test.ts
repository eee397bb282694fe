import { describe, expect, test } from 'vitest';
import { rereadCells } from '../../../../src/engines/layout/reread';
import { validateCells } from '../../../../src/engines/layout/validate';
import type { Cell } from '../../../../src/schema/cell';
import type { JsonValue } from '../../../../src/schema/json';
import { schemaOf } from '../ask';
import { paper } from '../paper';

const schema = schemaOf({
  total_net: 'number',
  total_tax: 'number',
  total_gross: 'number',
  invoice_date: 'date',
  due_date: 'date',
  iban: 'string',
  items: [{ quantity: 'number', unit_price: 'number', amount: 'number' }],
});

function cell(path: readonly (string | number)[], value: JsonValue, confidence = 0.8): Cell {
  const citation = {
    page: 1,
    box: { x: 0, y: 0, width: 1, height: 1 },
    text: String(value),
    locator: null,
    attachment: null,
  };
  return { path, value, confidence, citations: [citation], filledBy: 'resolve', source: 'label', flags: [] };
}

function judged(cells: readonly Cell[]): unknown {
  return validateCells(schema, cells).map((one) => [
    one.path.join('.'),
    one.confidence,
    one.flags.map((flag) => flag.code),
  ]);
}

describe('validate', () => {
  test('totals that add up are surer', () => {
    expect(judged([cell(['total_net'], 100), cell(['total_tax'], 20), cell(['total_gross'], 120)])).toEqual([
      ['total_net', 0.867, []],
      ['total_tax', 0.867, []],
      ['total_gross', 0.867, []],
    ]);
  });
  test('totals that do not add up are flagged, all three', () => {
    expect(judged([cell(['total_net'], 100), cell(['total_tax'], 20), cell(['total_gross'], 130)])).toEqual([
      ['total_net', 0.68, ['sum-mismatch']],
      ['total_tax', 0.68, ['sum-mismatch']],
      ['total_gross', 0.68, ['sum-mismatch']],
    ]);
  });
  test('items prove the net total and themselves', () => {
    const row = [
      cell(['items', 0, 'quantity'], 2),
      cell(['items', 0, 'unit_price'], 50),
      cell(['items', 0, 'amount'], 100),
    ];
    expect(judged([cell(['total_net'], 100), ...row])).toEqual([
      ['total_net', 0.867, []],
      ['items.0.quantity', 0.867, []],
      ['items.0.unit_price', 0.867, []],
      ['items.0.amount', 0.911, []],
    ]);
  });
  test('a row that does not multiply out is flagged at its amount', () => {
    const row = [
      cell(['items', 0, 'quantity'], 2),
      cell(['items', 0, 'unit_price'], 50),
      cell(['items', 0, 'amount'], 90),
    ];
    expect(judged(row)).toEqual([
      ['items.0.quantity', 0.8, []],
      ['items.0.unit_price', 0.8, []],
      ['items.0.amount', 0.744, ['sum-mismatch']],
    ]);
  });
  test('an invoice is not due before it is issued', () => {
    expect(judged([cell(['invoice_date'], '2024-03-05'), cell(['due_date'], '2024-02-05')])).toEqual([
      ['invoice_date', 0.64, ['date-order']],
      ['due_date', 0.64, ['date-order']],
    ]);
  });
  test('an IBAN is judged by its check number', () => {
    expect(judged([cell(['iban'], 'DE89370400440532013000')])).toEqual([['iban', 0.867, []]]);
    expect(judged([cell(['iban'], 'DE88370400440532013000')])).toEqual([['iban', 0.6, ['check-number']]]);
  });
  test('what the schema refuses or does not have is dropped', () => {
    expect(
      judged([
        cell(['total_net'], 'much'),
        cell(['nowhere'], 1),
        cell(['items', 0], 1),
        cell(['invoice_date'], '31.12.2024'),
      ]),
    ).toEqual([]);
  });
  test('validating twice flags once', () => {
    const once = validateCells(schema, [cell(['invoice_date'], '2024-03-05'), cell(['due_date'], '2024-02-05')]);
    expect(validateCells(schema, once).map((one) => one.flags.length)).toEqual([1, 1]);
  });
});

describe('reread', () => {
  const document = paper([[[36, 100, 'Invoice date: 05.03.2024']]]);
  const reread = (cells: readonly Cell[]): readonly Cell[] =>
    rereadCells({ document, schema, instructions: null, cells });

  test('leaves sure cells alone', () => {
    const sure = cell(['invoice_date'], '2024-01-01', 0.9);
    expect(reread([sure])).toEqual([sure]);
  });
  test('puts a clearly surer reading in the place of an unsure one', () => {
    expect(reread([cell(['invoice_date'], '2024-01-01', 0.6)])).toMatchObject([
      { value: '2024-03-05', filledBy: 'reread', flags: [] },
    ]);
  });
  test('keeps what stays unsure and drops what is hopeless', () => {
    const unsure = cell(['total_net'], 5, 0.6);
    expect(reread([unsure])).toEqual([unsure]);
    expect(reread([cell(['total_net'], 5, 0.2)])).toEqual([]);
  });
});
