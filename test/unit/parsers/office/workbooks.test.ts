import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/parsers/registry';
import { isDateFormat, serialDate } from '../../../../src/parsers/spreadsheet/serial-date';
import { FOLDERS } from '../../../support/sample-documents';
import { type Outline, outline } from '../outline';

/** The sample of each of these is the same workbook, saved by the programs that write the format. */
async function workbook(extension: string): Promise<Pick<Outline, 'lines' | 'tables' | 'fields'>> {
  const bytes = FOLDERS.find((folder) => folder.extension === extension)?.files[`sample.${extension}`];
  if (bytes === undefined) throw new Error(`no sample of ${extension}`);
  const { lines, tables, fields } = outline(await parseDocument(bytes, { filename: 'a', pages: null }));
  return { lines, tables, fields };
}

describe('a workbook', () => {
  it.each(['xls', 'xlsb', 'xlsm', 'xltx', 'xltm', 'xlam'])('reads the same from xlsx and %s', async (extension) => {
    expect(await workbook(extension)).toEqual(await workbook('xlsx'));
  });

  it('reads the same from xlsx and ods, where a truth value that came from xlsx is saved as a number', async () => {
    const asNumbers = JSON.stringify(await workbook('xlsx'))
      .replace(/"true"/g, '"1"')
      .replace(/"false"/g, '"0"');
    expect(await workbook('ods')).toEqual(JSON.parse(asNumbers));
  });
});

describe('serial numbers', () => {
  it.each([
    [45356, false, '2024-03-05T00:00:00.000Z'],
    [45356.75, false, '2024-03-05T18:00:00.000Z'],
    [43894, true, '2024-03-05T00:00:00.000Z'],
    [1, false, '1900-01-01T00:00:00.000Z'],
    [61, false, '1900-03-01T00:00:00.000Z'],
    [0.5, false, '1899-12-30T12:00:00.000Z'],
  ])('%d (counted from 1904: %s) is %s', (serial, isDate1904, iso) => {
    expect(serialDate(serial, isDate1904).toISOString()).toBe(iso);
  });

  it.each([
    [14, null, true],
    [2, null, false],
    [164, 'dd\\.mm\\.yyyy', true],
    [164, '[h]:mm', true],
    [164, '#,##0.00" days"', false],
    [164, '[Red]0.00', false],
    [164, 'General', false],
    [164, '['.repeat(500_000), false],
  ])('format %d (%s) shows a date: %s', (id, code, expected) => {
    expect(isDateFormat(id, code)).toBe(expected);
  });
});
