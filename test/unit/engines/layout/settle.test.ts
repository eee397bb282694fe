import { expect, test } from 'vitest';
import { settleBySums } from '../../../../src/engines/layout/checks/settle';
import { validateCells } from '../../../../src/engines/layout/validate';
import type { Cell } from '../../../../src/schema/cell';
import type { JsonValue } from '../../../../src/schema/json';
import { schemaOf } from '../ask';

const schema = schemaOf({
  total_net: 'number',
  total_tax: 'number',
  total_gross: 'number',
  tax_rate: 'number',
  seller_vat_id: 'string',
  items: [{ quantity: 'number', unit_price: 'number', amount: 'number' }],
});

function cell(path: readonly (string | number)[], value: JsonValue): Cell {
  const place = { page: 1, box: { x: 0, y: 0, width: 1, height: 1 }, locator: null, attachment: null };
  const citations = [{ ...place, text: String(value) }] as const;
  return { path, value, confidence: 0.8, citations, filledBy: 'resolve', source: 'label', flags: [] };
}

const values = (cells: readonly Cell[]): unknown =>
  cells.map((one) => [one.path.join('.'), one.value, one.flags.map((flag) => flag.code)]);

test('totals that add up only the other way round are exchanged', () => {
  const cells = [cell(['total_net'], 120), cell(['total_tax'], 20), cell(['total_gross'], 100)];
  expect(values(settleBySums(schema, cells))).toEqual([
    ['total_net', 100, []],
    ['total_tax', 20, []],
    ['total_gross', 120, []],
  ]);
});

const rows = (amount: number): Cell[] => [
  cell(['items', 0, 'quantity'], 2),
  cell(['items', 0, 'unit_price'], 50),
  cell(['items', 0, 'amount'], amount),
];

test('one misread digit is set right where product and total agree, and flagged', () => {
  expect(values(settleBySums(schema, [cell(['total_net'], 100), ...rows(180)]))).toEqual([
    ['total_net', 100, []],
    ['items.0.quantity', 2, []],
    ['items.0.unit_price', 50, []],
    ['items.0.amount', 100, ['digit-mended']],
  ]);
});

test('without a total that agrees, or with more than a digit between, a printed amount stands', () => {
  const unproven = [cell(['total_net'], 90), ...rows(180)];
  const discounted = [cell(['total_net'], 100), ...rows(95)];
  expect(settleBySums(schema, unproven)).toEqual(unproven);
  expect(settleBySums(schema, discounted)).toEqual(discounted);
});

test('rate and base prove a tax; a check digit proves a tax id or raises a flag', () => {
  const judged = validateCells(schema, [
    cell(['total_net'], 200),
    cell(['total_tax'], 38),
    cell(['tax_rate'], 19),
    cell(['seller_vat_id'], 'DE814295360'),
  ]);
  expect(judged.map((one) => [one.confidence, one.flags.length])).toEqual([
    [0.867, 0],
    [0.867, 0],
    [0.867, 0],
    [0.867, 0],
  ]);
  expect(validateCells(schema, [cell(['seller_vat_id'], 'DE814295361')]).map((one) => one.flags[0]?.code)).toEqual([
    'check-number',
  ]);
});
