import { expect, test } from 'vitest';
import { valueAt } from '../../../src/jobs/value-at';

const values = { total: 0, seller: { name: 'Ada', tax: null }, items: [{ price: 1 }] };

test.each([
  ['total', 0],
  ['seller.name', 'Ada'],
  ['seller.tax', null],
  ['seller', { name: 'Ada', tax: null }],
  ['items', [{ price: 1 }]],
  ['items.0', null],
  ['total.x', null],
  ['seller.constructor', null],
  ['nothing', null],
])('at %s stands %o', (field, value) => {
  expect(valueAt(values, field.split('.'))).toEqual(value);
});
