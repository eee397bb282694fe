import { expect, test } from 'vitest';
import { toCsv } from '../../../../src/http/talonic/csv';
import { SCHEMA } from './records';

test.each([
  [{ number: 'T-1', items: [{ price: 5 }], seller: { name: 'Ada' } }, 'T-1,"[{""price"":5}]",Ada'],
  [{ number: 'a,"b"', items: [], seller: { name: 'x\r\ny' } }, '"a,""b""",[],"x\r\ny"'],
  [{ number: null, items: [], seller: { name: null } }, ',[],'],
  [{ number: 0, items: [], seller: { name: false } }, '0,[],false'],
])('%o is a heading and one row', (values, row) => {
  expect(toCsv(SCHEMA, values)).toBe(`number,items,seller.name\r\n${row}\r\n`);
});
