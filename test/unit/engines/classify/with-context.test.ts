import { expect, test } from 'vitest';
import { withContext } from '../../../../src/engines/classify/with-context';

const KINDS = [
  { name: 'quote', description: 'Offers' },
  { name: 'order slip', description: '' },
];

test('a sentence that names one kind describes it; one that names several or none describes nothing', () => {
  const context =
    'Quotes are yellow. An order slip has a stamp!\nThese are papers of a garage. No quote is an order slip.';
  expect(withContext(KINDS, context)).toEqual([
    { name: 'quote', description: 'Offers\nQuotes are yellow.' },
    { name: 'order slip', description: '\nAn order slip has a stamp!' },
  ]);
});

test('without a context kinds are as they were', () => {
  expect(withContext(KINDS, null)).toBe(KINDS);
});
