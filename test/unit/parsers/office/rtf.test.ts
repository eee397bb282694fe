import { describe, expect, it } from 'vitest';
import { parseRtf } from '../../../../src/parsers/office/rtf/parse-rtf';
import { RowDefinition } from '../../../../src/parsers/office/rtf/row-definition';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { ALONE } from '../../../support/parser-tools';
import { bytesOf, outline } from '../outline';

async function parse(rtf: string): Promise<ParsedDocument> {
  return parseRtf(bytesOf(rtf), { filename: 'a.rtf', pages: null }, ALONE);
}
const linesOf = async (rtf: string): Promise<unknown> => outline(await parse(rtf)).lines;

describe('RTF', () => {
  it.each([
    [
      'Unicode, and skips what stands for it',
      String.raw`{\rtf1\ansi\uc1 10 \u8364? \u228\'e4 {\uc2 \u8364\'80\'80}x}`,
      [['10 € ä €x']],
    ],
    ['bytes of the code page of the document', String.raw`{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8}`, [['При']]],
    [
      'bytes of the code page of a font',
      String.raw`{\rtf1\ansi{\fonttbl{\f1\fcharset128 M;}}\f1\'93\'fa\'96\'7b}`,
      [['日本']],
    ],
    [
      'signs of symbol fonts, and items of a list by any of them',
      String.raw`{\rtf1 \u61608? no \u61694? yes \u61459?\par{\listtext \u61589?\tab}Goods\par}`,
      [['☐ no ☑ yes', '- Goods']],
    ],
    ['no hidden or deleted text', String.raw`{\rtf1 a{\v b}\v c\v0  d{\deleted e}}`, [['a d']]],
    [
      'nothing of pictures, binary data and unknown destinations',
      '{\\rtf1 a{\\pict 0011}{\\*\\other b}\\bin3 }}}c}',
      [['ac']],
    ],
    ['tabs, lines and pages', String.raw`{\rtf1 a\tab b\line c\par d\page e\par}`, [['a', 'b', 'c', 'd'], ['e']]],
    [
      'results of fields, not their instructions',
      String.raw`{\rtf1 {\field{\*\fldinst DATE}{\fldrslt 4 May}}}`,
      [['4 May']],
    ],
    [
      'headers first, notes with their numbers and footers last',
      String.raw`{\rtf1{\header h\par}{\footer f\par}a{\footnote n}b\par}`,
      [['h', 'ab', '1 n', 'f']],
    ],
  ])('reads %s', async (_, rtf, lines) => {
    expect(await linesOf(rtf)).toEqual(lines);
  });

  it('notes the edges of 256 cells of a row, whatever it says of more', () => {
    const row = new RowDefinition();
    for (let edge = 1; edge <= 1_000; edge += 1) row.control('cellx', edge);
    expect(row.shapes.map(({ edge }) => edge)).toEqual(Array.from({ length: 256 }, (_, index) => index + 1));
  });

  it('reads tables with cells over several columns and rows', async () => {
    const document =
      await parse(String.raw`{\rtf1\trowd\trhdr\cellx1000\cellx2000\cellx3000\pard\intbl Day\cell Meal\cell Price\cell\row
\trowd\clvmgf\cellx1000\cellx2000\cellx3000\pard\intbl Mon\cell Soup\cell 4\cell\row
\trowd\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl\cell Rice\cell 6\cell\row
\trowd\cellx2000\cellx3000\pard\intbl Both\cell 10\cell\row\pard after\par}`);
    expect(outline(document).tables).toEqual([
      {
        title: null,
        headerRows: 1,
        rows: [
          ['Day', 'Meal', 'Price'],
          ['Mon', 'Soup', '4'],
          ['Mon', 'Rice', '6'],
          ['Both', '', '10'],
        ],
      },
    ]);
    expect(outline(document).lines[0]?.at(-1)).toBe('after');
  });
});
