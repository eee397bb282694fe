import { bytesOf, joined, little } from './packing.mjs';
import { storedEntry, xlsx, zip } from './zip-file.mjs';

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const stored = (name, text) => storedEntry(name, bytesOf(text));
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheet = (rows) =>
  stored('xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`);
const relation = (id, type, target) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
const relations = (name, ...all) =>
  stored(
    name,
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
  );
const TYPES = stored(
  '[Content_Types].xml',
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
);
/** A record of XLSB; its content is shorter than 128 bytes, or written with a length of four. */
function record(type, ...content) {
  const whole = joined(content);
  const kind = type < 0x80 ? [type] : [(type & 0x7f) | 0x80, type >> 7];
  const length = times(4, (index) => ((whole.length >> (7 * index)) & 0x7f) | (index < 3 ? 0x80 : 0));
  return joined([Uint8Array.from([...kind, ...length]), whole]);
}
const wide = (text) => joined([little(text.length, 4), bytesOf([...text].map((letter) => `${letter}\0`).join(''))]);
const row = (number) => record(0, little(number, 4));
const cell = (column) => record(7, little(column, 4), little(0, 8));
const xlsb = (sheets, rows, text) =>
  zip([
    stored('[Content_Types].xml', '<Types/>'),
    relations('xl/_rels/workbook.bin.rels', relation('rId1', 'worksheet', 'worksheets/sheet1.bin')),
    storedEntry(
      'xl/workbook.bin',
      joined(times(sheets, (index) => record(156, little(0, 4), little(index, 4), wide('rId1'), wide(`S${index}`)))),
    ),
    storedEntry('xl/sharedStrings.bin', record(19, new Uint8Array(1), wide(text))),
    storedEntry('xl/worksheets/sheet1.bin', joined(rows)),
  ]);

/** Workbooks that show the same many times, by name. */
export const SHEET_BOMBS = {
  'long text in every cell.xlsx': () =>
    xlsx(sheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(300)), [
      stored('xl/sharedStrings.xml', `<sst xmlns="${MAIN}"><si><t>${'ab cd '.repeat(300_000)}</t></si></sst>`),
    ]),
  'sheet nine thousand times.xlsx': () =>
    zip([
      TYPES,
      relations('_rels/.rels', relation('rId1', 'officeDocument', 'xl/workbook.xml')),
      relations('xl/_rels/workbook.xml.rels', relation('rId1', 'worksheet', 'worksheets/sheet1.xml')),
      stored(
        'xl/workbook.xml',
        `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${times(9000, (index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
      ),
      sheet('<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(1000)),
    ]),
  'long text in every cell.xlsb': () =>
    xlsb(
      1,
      times(300, (index) => joined([row(index), ...times(100, cell)])),
      'ab cd '.repeat(300_000),
    ),
  'sheet nine thousand times.xlsb': () =>
    xlsb(
      9000,
      times(3000, (index) => joined([row(index), cell(1)])),
      'a',
    ),
  'rows that end far away.xlsb': () =>
    xlsb(
      1,
      times(99_000, (index) => joined([row(index), cell(999)])),
      'a',
    ),
};
