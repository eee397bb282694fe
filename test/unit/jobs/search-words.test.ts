import { expect, test } from 'vitest';
import { canonicalName } from '../../../src/jobs/canonical-name';
import { searchWords, wordsIn } from '../../../src/jobs/search-words';
import { similarNames } from '../../../src/jobs/similar-names';

test.each([
  ['Seller.Name', 'seller_name'],
  ['sellerName', 'seller_name'],
  ['seller-name', 'seller_name'],
  ['  SELLER  NAME ', 'seller_name'],
  ['line_items', 'line_items'],
  ['Größe (cm)', 'größe_cm'],
  ['vatID', 'vat_id'],
  ['!?', ''],
])('the name %s is written %s', (name, canonical) => {
  expect(canonicalName(name)).toBe(canonical);
});

test.each([
  ['Invoices', ['invoice']],
  ['invoice_number', ['invoice', 'number']],
  ['all the invoices from Brightwater', ['invoice', 'brightwater']],
  ['companies, boxes & glass', ['compan', 'box', 'glass']],
  ['the of', ['the', 'of']],
  ['gas bus', ['gas', 'bus']],
  ['one one ONE', ['one']],
  ['  _-_ ', []],
])('"%s" looks for %j', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});

test('a long search looks for its first eight words', () => {
  expect(searchWords('b c d e f g h i j').length).toBe(8);
});

test('words are found whatever their case and what stands between them', () => {
  expect(wordsIn('Order_Invoice-17.pdf', searchWords('invoices of order 18'))).toBe(2);
});

test('similar names are those with the same words or nearly the same letters, best first', () => {
  const names = ['total_gross', 'total', 'totals', 'buyer_name'];
  const similar = similarNames('totl_gross', names, (name) => name);
  expect(similar.map(({ thing }) => thing)).toEqual(['total_gross', 'total']);
  expect(similarNames('total', names, (name) => name)[0]).toEqual({ thing: 'total', similarity: 1 });
  expect(similarNames('', names, (name) => name)).toEqual([]);
});
