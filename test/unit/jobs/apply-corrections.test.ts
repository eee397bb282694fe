import { expect, test } from 'vitest';
import { applyCorrections } from '../../../src/jobs/apply-corrections';
import { normaliseSchema } from '../../../src/schema/normalise';

const read = normaliseSchema({
  type: 'object',
  properties: {
    'Invoice No.': { type: 'string' },
    'a.b': { type: 'number' },
    seller: { type: 'object', properties: { name: { type: 'string' } } },
  },
});

test.each([
  ['Invoice No.', { 'Invoice No.': 'new', 'a.b': 1, seller: { name: 'Ada' } }],
  ['a.b', { 'Invoice No.': 'T-1', 'a.b': 'new', seller: { name: 'Ada' } }],
  ['seller.name', { 'Invoice No.': 'T-1', 'a.b': 1, seller: { name: 'new' } }],
])('a correction of %s takes the place of the value read', (field, corrected) => {
  if (!read.ok) throw new Error(read.problem);
  const values = { 'Invoice No.': 'T-1', 'a.b': 1, seller: { name: 'Ada' } };
  expect(applyCorrections(read.schema, values, [{ field, value: 'new', reason: null, at: 1 }])).toEqual(corrected);
});
