import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { ParseError } from '../../../src/parsers/parse-error';
import type { ParseOptions } from '../../../src/parsers/parsed-document';
import { parseSpreadsheet } from '../../../src/parsers/spreadsheet';
import { ALONE } from '../../support/parser-tools';
import { outline } from './outline';

const ALL: ParseOptions = { filename: 'sample.xlsx', pages: null };

async function messageOf(bytes: Uint8Array): Promise<string> {
  return parseSpreadsheet(bytes, ALL, ALONE).then(
    () => 'parsed after all',
    (error: ParseError) => `${error.code}: ${error.message}`,
  );
}

describe('XLSX', () => {
  it('is refused with the limit where its cells stand too far apart, and read where few do', async () => {
    const far = (rows: number): Promise<Uint8Array> =>
      writeXlsx({
        sheets: [{ name: 'Far', rows: Array.from({ length: rows }, () => [1, ...Array(998).fill(null), 2]) }],
      });
    expect(await messageOf(await far(2001))).toBe(
      'document-unreadable: a sheet of this spreadsheet ("xl/worksheets/sheet1.xml") spans 2001 rows and 1000 columns, more than the 2000000 cells that are read; delete what stands far from the rest, or split it',
    );
    expect(await messageOf(await far(3))).toBe('parsed after all');
  });

  it('is refused where values stand past the last column that is read, and read where blanks do', async () => {
    const wide = (last: string | null): Promise<Uint8Array> =>
      writeXlsx({ sheets: [{ name: 'Wide', rows: [['a', ...Array(1002).fill(null), last]] }] });
    expect(await messageOf(await wide('z'))).toBe(
      'document-unreadable: sheet "xl/worksheets/sheet1.xml" has values in column 1004, past the 1000 that are read; split it or turn its rows and columns round',
    );
    expect(await messageOf(await wide(null))).toBe('parsed after all');
  });

  it('reads words over several columns each as headings of groups, and a name beside its value as a pair', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Halves',
          rows: [
            ['Season', '2031', null, null, null],
            [null, 'Spring', null, 'Autumn', null],
            ['Crop', 'Sown', 'Cut', 'Sown', 'Cut'],
            ['Rye', 4, 3, 9, 7],
            ['Flax', 2, 2, 5, 5],
          ],
        },
      ],
    });
    const { tables, fields } = await parseSpreadsheet(bytes, ALL, ALONE);
    expect(fields.map(({ path, value }) => [...path, value])).toEqual([['Season', '2031']]);
    expect(tables.map(({ headerRows, rows }) => [headerRows, rows[0]?.map(({ text }) => text), rows.length])).toEqual([
      [2, ['', 'Spring', '', 'Autumn', ''], 4],
    ]);
  });

  it('reads each sheet on its own page, dates as ISO 8601, numbers plain, pairs as fields', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Items',
          rows: [
            ['Order of March', null, null],
            [null, null, null],
            ['Product', 'Day', 'Price'],
            ['Oil', new Date('2024-03-05T00:00:00Z'), 0.1 + 0.2],
            ['Salt', new Date('2024-03-06T00:00:00Z'), 1234567.5],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
        },
        {
          name: 'Head',
          rows: [
            [null, 'Customer', 'ACME'],
            [null, 'Paid', true],
            [null, 'Number:', 12],
          ],
        },
        { name: 'Secret', hidden: true, rows: [['a', 'b']] },
      ],
    });
    const document = await parseSpreadsheet(bytes, ALL, ALONE);
    expect(outline(document)).toEqual({
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      lines: [
        ['Order of March', 'Product', 'Day', 'Price', 'Oil', '2024-03-05', '0.3', 'Salt', '2024-03-06', '1234567.5'],
        ['Customer', 'ACME', 'Paid', 'true', 'Number:', '12'],
      ],
      tables: [
        {
          title: 'Items',
          headerRows: 1,
          rows: [
            ['Product', 'Day', 'Price'],
            ['Oil', '2024-03-05', '0.3'],
            ['Salt', '2024-03-06', '1234567.5'],
          ],
        },
        {
          title: 'Head',
          headerRows: 0,
          rows: [
            ['Customer', 'ACME'],
            ['Paid', 'true'],
            ['Number:', '12'],
          ],
        },
      ],
      fields: [
        ['Customer', 'ACME', 'Head!C1'],
        ['Paid', 'true', 'Head!C2'],
        ['Number', '12', 'Head!C3'],
      ],
      attachments: [],
    });
    expect(document.tables[0]?.rows[1]?.map((cell) => cell.locator)).toEqual(['Items!A4', 'Items!B4', 'Items!C4']);
  });

  it('refuses a truncated file and one that declares more than it may inflate to', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['x', 1]] }] });
    const damaged = 'document-unreadable: this spreadsheet is truncated or damaged; save it again';
    expect(await messageOf(bytes.subarray(0, bytes.length / 2))).toBe(damaged);
    const bomb = bytes.slice();
    const view = new DataView(bomb.buffer);
    const entry = bomb.findIndex((_, at) => at + 4 <= bomb.length && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(entry + 24, 0x7fffffff, true);
    expect(await messageOf(bomb)).toMatch(/^document-unreadable: this spreadsheet inflates to \d+ bytes/);
  });
});
