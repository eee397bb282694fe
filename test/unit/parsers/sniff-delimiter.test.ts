import { describe, expect, it } from 'vitest';
import { parseDelimitedText } from '../../../src/parsers/delimited-text';
import { parseJson } from '../../../src/parsers/json';
import { sniffDelimiter } from '../../../src/parsers/sniff-delimiter';
import { ALONE } from '../../support/parser-tools';
import { bytesOf, outline } from './outline';

const ALL = { filename: 'a.csv', pages: null };
const PREAMBLE = 'Bank of Nowhere\nStatement 3\nAccount 4711\nHolder: A. Kim\nCreated on Monday\n\n';

describe('sniffDelimiter', () => {
  const cases: readonly (readonly [what: string, text: string, isExpected: boolean, delimiter: string | null])[] = [
    ['commas', 'a,b,c\n1,2,3\n', false, ','],
    ['tabs', 'a\tb\n1\t2\n', false, '\t'],
    ['bars', 'a|b|c\n1|2|3\n', false, '|'],
    ['semicolons over decimal commas', '1,5;2,5\n3,5;4,5\n0,1;0,2\n', false, ';'],
    ['commas beside a semicolon in the text', 'a,b,c\nx;y,2,3\nz,5,6\n', false, ','],
    ['delimiters inside quotes', 'a;b\n"x,y,z\nv,w";"1,2"\n"p,q";"3,4"\n', false, ';'],
    ['what the file says itself', 'sep=|\na,b|c\n1,2|3\n', false, '|'],
    ['a table under a long preamble, where one is expected', `${PREAMBLE}a;b;c\n1;2;3\n4;5;6\n`, true, ';'],
    ['no table in prose', 'Well, he said.\nYes, she said.\nNo, no, no.\n', false, null],
    ['no table in one line', 'a,b,c', false, null],
  ];
  it.each(cases)('finds %s', (_, text, isExpected, delimiter) => {
    expect(sniffDelimiter(text, isExpected)).toBe(delimiter);
  });
});

describe('delimited text', () => {
  it('counts the line that tells the delimiter, and leaves it out', async () => {
    const { tables } = await parseDelimitedText(bytesOf('sep=;\nname;price\nOil;3,00\nSalt;4,00\n'), ALL, ALONE);
    expect(tables[0]?.rows.map((row) => row.map(({ text, locator }) => [text, locator]))).toEqual([
      [
        ['name', 'row 2, column 1'],
        ['price', 'row 2, column 2'],
      ],
      [
        ['Oil', 'row 3, column 1'],
        ['3,00', 'row 3, column 2'],
      ],
      [
        ['Salt', 'row 4, column 1'],
        ['4,00', 'row 4, column 2'],
      ],
    ]);
  });

  it('reads the table between a preamble and a foot', async () => {
    const text = `${PREAMBLE}Date;Text;Amount\n01.03.2026;Rent;-640,00\n02.03.2026;"Bakery\nKim";-12,50\n\nEnd of list\n`;
    expect(outline(await parseDelimitedText(bytesOf(text), ALL, ALONE)).tables).toEqual([
      {
        title: null,
        headerRows: 1,
        rows: [
          ['Date', 'Text', 'Amount'],
          ['01.03.2026', 'Rent', '-640,00'],
          ['02.03.2026', 'Bakery Kim', '-12,50'],
        ],
      },
    ]);
  });
});

describe('lines of JSON', () => {
  it('are a list, and its table', async () => {
    const document = await parseJson(
      bytesOf('{"name": "Oil", "price": 3}\n{"name": "Salt", "price": 4}\n'),
      ALL,
      ALONE,
    );
    expect(outline(document).tables).toEqual([
      {
        title: null,
        headerRows: 1,
        rows: [
          ['name', 'price'],
          ['Oil', '3'],
          ['Salt', '4'],
        ],
      },
    ]);
  });
});
