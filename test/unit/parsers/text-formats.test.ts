import { describe, expect, it } from 'vitest';
import { parseDelimitedText } from '../../../src/parsers/delimited-text';
import { parseMarkdown } from '../../../src/parsers/markdown';
import type { ParseOptions } from '../../../src/parsers/parsed-document';
import { parsePlainText, plainTextParts } from '../../../src/parsers/plain-text';
import { LINES_PER_PAGE } from '../../../src/parsers/typeset-page';
import { ALONE } from '../../support/parser-tools';
import { bytesOf, outline } from './outline';

const ALL: ParseOptions = { filename: 'sample', pages: null };

describe('plain text', () => {
  it('keeps lines, cuts them at columns of spaces and finds the table they make', async () => {
    const text = [
      'STATEMENT 7',
      '',
      'Date         Text             Amount',
      '2024-01-02   Rent January     -500.00',
      '2024-01-03   Salary           2000.00',
      '',
      'Thank you for your trust.',
    ].join('\n');
    expect(outline(await parsePlainText(bytesOf(text), ALL))).toEqual({
      mediaType: 'text/plain',
      lines: [
        [
          'STATEMENT 7',
          ...['Date', 'Text', 'Amount'],
          ...['2024-01-02', 'Rent January', '-500.00'],
          ...['2024-01-03', 'Salary', '2000.00'],
          'Thank you for your trust.',
        ],
      ],
      tables: [
        {
          title: null,
          headerRows: 1,
          rows: [
            ['Date', 'Text', 'Amount'],
            ['2024-01-02', 'Rent January', '-500.00'],
            ['2024-01-03', 'Salary', '2000.00'],
          ],
        },
      ],
      fields: [],
      attachments: [],
    });
  });

  it('places every word on the grid', async () => {
    const document = await parsePlainText(bytesOf('a\n  bc'), ALL);
    expect(document.pages[0]?.lines.map((line) => line.box)).toEqual([
      { x: 36, y: 36, width: 6, height: 12 },
      { x: 48, y: 48, width: 12, height: 12 },
    ]);
  });

  it('begins a page when one is full and where a form feed stands, and gives back only the pages asked for', async () => {
    const rows = Array.from({ length: LINES_PER_PAGE + 1 }, (_, index) => `line ${index + 1}`).join('\n');
    const whole = await parsePlainText(bytesOf(`${rows}\fend`), ALL);
    expect(whole.pages.map((page) => page.lines.length)).toEqual([LINES_PER_PAGE, 1, 1]);
    const second = await parsePlainText(bytesOf(`${rows}\fend`), { filename: 'a', pages: [2, 7] });
    expect(second.pages.map((page) => [page.number, page.lines[0]?.text])).toEqual([[2, `line ${LINES_PER_PAGE + 1}`]]);
  });

  it('reads 2,000 pages of prose and 200 of columns', async () => {
    const pagesOf = async (text: string): Promise<number> => {
      let count = 0;
      for await (const { document } of plainTextParts(bytesOf(text), ALL, ALONE, 1)) count += document.pages.length;
      return count;
    };
    expect(await pagesOf('A line of words.\n'.repeat(2000 * LINES_PER_PAGE))).toBe(2000);
    expect(await pagesOf('A line   12.50   and a column\n'.repeat(200 * LINES_PER_PAGE))).toBe(200);
  });

  it('reads UTF-16 and windows-1252', async () => {
    const wide = Uint8Array.from([0xff, 0xfe, 0x5a, 0, 0xfc, 0, 0x72, 0, 0x69, 0]);
    const narrow = Uint8Array.from([0x5a, 0xfc, 0x72, 0x69]);
    for (const bytes of [wide, narrow]) {
      expect(outline(await parsePlainText(bytes, ALL)).lines).toEqual([['Züri']]);
    }
  });

  it('guesses the language from stop words, and none from too few', async () => {
    const german = 'Die Rechnung ist für das Jahr und wird mit der Lieferung von uns nach dem Datum gestellt.';
    expect((await parsePlainText(bytesOf(german), ALL)).language).toBe('de');
    expect((await parsePlainText(bytesOf('42 total'), ALL)).language).toBeNull();
  });
});

describe('Markdown', () => {
  it('reads headings, lists and tables, and keeps its text', async () => {
    const text =
      '# Offer 12\n\nFor **ACME** [here](http://a.example).\n\n## Items\n\n| Name | Price |\n|:--|--:|\n| Oil \\| fat | 3 |\n| Salt |\n\n- one\n';
    const document = await parseMarkdown(bytesOf(text), ALL, ALONE);
    expect(outline(document)).toEqual({
      mediaType: 'text/markdown',
      lines: [['Offer 12', 'For ACME here.', 'Items', 'Name', 'Price', 'Oil | fat', '3', 'Salt', '- one']],
      tables: [
        {
          title: 'Items',
          headerRows: 1,
          rows: [
            ['Name', 'Price'],
            ['Oil | fat', '3'],
            ['Salt', ''],
          ],
        },
      ],
      fields: [],
      attachments: [],
    });
    expect([document.markdown, document.properties]).toEqual([text, { title: 'Offer 12' }]);
  });
});

describe('CSV', () => {
  it('finds delimiter, preamble and heading, and says where each cell stands', async () => {
    const text =
      '"Konto";"DE12 3456"\nAuszug Januar\n\n"Datum";"Text";"Betrag"\n"02.01.24";"Miete; Januar";"-500,00"\n"03.01.24";"Lohn";"2.000,00"\n';
    const document = await parseDelimitedText(bytesOf(text), ALL, ALONE);
    expect(outline(document)).toEqual({
      mediaType: 'text/csv',
      lines: [
        [
          'Konto: DE12 3456',
          'Auszug Januar',
          'Datum',
          'Text',
          'Betrag',
          '02.01.24',
          'Miete; Januar',
          '-500,00',
          '03.01.24',
          'Lohn',
          '2.000,00',
        ],
      ],
      tables: [
        {
          title: null,
          headerRows: 1,
          rows: [
            ['Datum', 'Text', 'Betrag'],
            ['02.01.24', 'Miete; Januar', '-500,00'],
            ['03.01.24', 'Lohn', '2.000,00'],
          ],
        },
      ],
      fields: [['Konto', 'DE12 3456', 'row 1, column 2']],
      attachments: [],
    });
    expect(document.tables[0]?.rows[1]?.map((cell) => cell.locator)).toEqual([
      'row 5, column 1',
      'row 5, column 2',
      'row 5, column 3',
    ]);
    expect(document.markdown).toBe(
      'Konto: DE12 3456\nAuszug Januar\n\n| Datum | Text | Betrag |\n| --- | --- | --- |\n| 02.01.24 | Miete; Januar | -500,00 |\n| 03.01.24 | Lohn | 2.000,00 |',
    );
  });

  it('has no heading where the first row is data', async () => {
    const { tables } = await parseDelimitedText(bytesOf('2024-01-01,Rent,5.00\n2024-01-02,Food,6.00\n'), ALL, ALONE);
    expect(tables.map((table) => [table.headerRows, table.rows.length])).toEqual([[0, 2]]);
  });

  it('states a single row under its headings as fields too', async () => {
    const { fields } = await parseDelimitedText(bytesOf('Name\tTotal\nACME\t12.50\n'), ALL, ALONE);
    expect(fields.map(({ path, value, locator }) => [path, value, locator])).toEqual([
      [['Name'], 'ACME', 'row 2, column 1'],
      [['Total'], '12.50', 'row 2, column 2'],
    ]);
  });

  it('keeps a long table on one page, so that each cell has its place', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `${index},name ${index},5.00`).join('\n');
    const { pages, tables } = await parseDelimitedText(bytesOf(`id,name,price\n${rows}`), ALL, ALONE);
    expect([pages.length, tables.length, tables[0]?.rows.length]).toEqual([1, 1, 501]);
    expect(tables[0]?.rows[500]?.[1]?.box.y).toBe(36 + 500 * 12);
  });
});
