import { expect, test } from 'vitest';
import { toCsv } from '../../../../src/http/talonic/csv';
import { normaliseSchema } from '../../../../src/schema/normalise';
import { SCHEMA } from './records';

test.each([
  [{ number: 'T-1', items: [{ price: 5 }], seller: { name: 'Ada' } }, 'T-1,"[{""price"":5}]",Ada'],
  [{ number: 'a,"b"', items: [], seller: { name: 'x\r\ny' } }, '"a,""b""",[],"x\r\ny"'],
  [{ number: null, items: [], seller: { name: null } }, ',[],'],
  [{ number: 0, items: [], seller: { name: false } }, '0,[],false'],
])('%o is a heading and one row', (values, row) => {
  expect(toCsv(SCHEMA, values)).toBe(`number,items,seller.name\r\n${row}\r\n`);
});

test('a name with a dot in it is a column like any other', () => {
  const dotted = normaliseSchema({ 'Invoice No.': 'string', 'a.b': 'number' });
  if (!dotted.ok) throw new Error(dotted.problem);
  expect(toCsv(dotted.schema, { 'Invoice No.': 'T-1', 'a.b': 5 })).toBe('Invoice No.,a.b\r\nT-1,5\r\n');
});
