import { describe, expect, it } from 'vitest';
import { compareValues } from '../../../scripts/demo/compare.mjs';

const expected = { number: 'A-1', iban: 'DE89370400440532013000', items: [{ price: 2 }, { price: 3 }] };

describe('compareValues', () => {
  it('counts every cell of values that are all as expected, an IBAN in groups among them', () => {
    const found = { ...expected, iban: 'DE89 3704 0044 0532 0130 00' };
    expect(compareValues(expected, found)).toEqual({ cells: 4, differences: [] });
  });

  it('names each cell that differs, is missing, or is one too many', () => {
    const found = { number: 'A 1', iban: 'DE89370400440532013000', items: [{ price: '2' }, {}, { price: 4 }] };
    expect(compareValues(expected, found)).toEqual({
      cells: 5,
      differences: [
        { cell: 'number', expected: 'A-1', found: 'A 1' },
        { cell: 'items[0].price', expected: 2, found: '2' },
        { cell: 'items[1].price', expected: 3, found: undefined },
        { cell: 'items[2]', expected: undefined, found: { price: 4 } },
      ],
    });
  });

  it('finds every cell of a document that was not read at all', () => {
    expect(compareValues(expected, undefined).differences).toHaveLength(4);
  });
});
