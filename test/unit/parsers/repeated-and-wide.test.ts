import { describe, expect, it } from 'vitest';
import { SHEET_BOMBS } from '../../../bench/bombs/sheet-bombs.mjs';
import { WIDE_BOMBS } from '../../../bench/bombs/wide-bombs.mjs';
import { parseDocument } from '../../../src/parsers/registry';

const BOMBS = { ...SHEET_BOMBS, ...WIDE_BOMBS };
const read = (name: keyof typeof BOMBS) => parseDocument(BOMBS[name](), { filename: name, pages: null });

describe('what is said many times, or at length', () => {
  it.each([
    ['long text in every cell.xlsx', /10000000 characters in its cells/],
    ['long text in every cell.xlsb', /10000000 characters in its cells/],
    ['sheet nine thousand times.xlsx', /sheet "S1" is the same part of the file as another sheet/],
    ['sheet nine thousand times.xlsb', /sheet "S1" is the same part of the file as another sheet/],
    ['rows that end far away.xlsb', /2000000 cells/],
    ['values in a name of a million letters.json', /20000000 characters in all/],
    ['values in a name of a million letters.xml', /20000000 characters in all/],
    ['six million attributes.docx', /inflates to more than is read|more than 200000 attributes/],
    ['three hundred thousand texts.svg', /20000 words/],
    ['nine thousand tables on one slide.odp', /slide 1 has more than the 10000 lines/],
  ] as const)('is refused: %s', async (name, reason) => {
    await expect(read(name)).rejects.toThrow(reason);
  });

  it('leaves the tables that lines of one slide are', async () => {
    const { tables } = await read('three thousand lines of tabs on one slide.odp');
    expect(tables.map(({ rows }) => rows.length)).toEqual([3_300]);
  });
});
