import { describe, expect, test } from 'vitest';
import { keySightings } from '../../../../src/engines/split/key-sightings';
import { splitter } from '../../../../src/engines/split/split';
import { type Print, paper } from '../paper';

/** Lines under each other from this height on. */
const block = (top: number, ...lines: readonly string[]): Print[] =>
  lines.map((text, index) => [36, top + 14 * index, text]);

const TWO_ON_A_PAGE = paper([
  [
    ...block(
      40,
      'Invoice',
      'Invoice number: A-17',
      'Bill to: Ode Lind',
      'Rope 2 8.00',
      'Hook 1 3.00',
      'Amount due: 11.00',
    ),
    ...block(420, 'Invoice', 'Invoice number: A-18', 'Bill to: Ode Lind', 'Tar 1 9.00', 'Amount due: 9.00'),
  ],
  block(40, 'Brush 4 16.00', 'Glue 1 2.50', 'Amount due: 18.50'),
]);

describe('the values of a key', () => {
  test('are seen down the page, with the place where their block begins', () => {
    const seen = keySightings(TWO_ON_A_PAGE, ['invoice number']).get('invoice number') ?? [];
    expect(
      seen.map(({ page, value, blockTop, rowsAbove }) => [page, value, Math.round(blockTop * 792), rowsAbove]),
    ).toEqual([
      [1, 'A-17', 40, 0],
      [1, 'A-18', 420, 6],
    ]);
  });

  test('of several names are kept apart, and of none there are none', () => {
    const seen = keySightings(TWO_ON_A_PAGE, ['bill to', 'invoice number', 'vessel']);
    const values = (name: string) => seen.get(name)?.map(({ value }) => value);
    expect([seen.size, values('bill to'), values('invoice number')]).toEqual([2, ['Ode Lind'], ['A-17', 'A-18']]);
    expect(keySightings(TWO_ON_A_PAGE, [])).toEqual(new Map());
  });

  test('of a name that is a trap for programs are like any other', () => {
    expect(keySightings(TWO_ON_A_PAGE, ['__proto__', 'constructor', ' ', 'x'.repeat(500)])).toEqual(new Map());
  });
});

test('a document that begins amid a page is told apart from the one before, and goes on over the page', () => {
  const bundle = splitter([{ name: 'invoice', description: '', partitionKey: 'invoice number' }]);
  bundle.look(TWO_ON_A_PAGE);
  const [found] = bundle.parts([bundle.read(0)]);
  expect(found?.pages).toEqual([1, 2]);
  expect(found?.partitions).toEqual([
    { key: 'A-17', pages: [1], firstPageStart: 0, lastPageEnd: 420 / 792 },
    { key: 'A-18', pages: [1, 2], firstPageStart: 420 / 792, lastPageEnd: 1 },
  ]);
});
