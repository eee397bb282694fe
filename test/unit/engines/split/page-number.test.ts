import { expect, test } from 'vitest';
import { viewOf } from '../../../../src/engines/layout/view';
import { printedNumber } from '../../../../src/engines/split/page-number';
import { type Print, paper } from '../paper';

const numberOf = (...prints: Print[]) => printedNumber(viewOf(paper([prints])).rows, 792);

test.each([
  ['Page 2 of 7', { number: 2, of: 7 }],
  ['Seite 1/3', { number: 1, of: 3 }],
  ['Seite: 4 von 5', { number: 4, of: 5 }],
  ['page 3 sur 4', { number: 3, of: 4 }],
  ['Página 1 de 2', { number: 1, of: 2 }],
  ['Pag. 2 di 2', { number: 2, of: 2 }],
  ['Blad 6', { number: 6, of: null }],
  ['3 / 9', { number: 3, of: 9 }],
  ['- 12 -', { number: 12, of: null }],
  ['Hornstraße 12', null],
  ['Tel. 030 4711', null],
])('at the foot of a page "%s" is its number', (text, number) => {
  expect(numberOf([36, 300, 'Some text of the page'], [36, 760, text])).toEqual(number);
});

test('a number amid the text is one only where it says of how many', () => {
  expect(numberOf([36, 400, '12'])).toBeNull();
  expect(numberOf([36, 400, 'Page 2 of 3'])).toEqual({ number: 2, of: 3 });
});

test('a label and its number in two columns are one', () => {
  expect(numberOf([400, 40, 'Page'], [460, 40, '1 of 4'])).toEqual({ number: 1, of: 4 });
});
