import { openPackage } from '../office/office-package';
import { coreProperties, relationshipsOf } from '../office/relationships';
import { openZip, type ZipArchive } from '../zip-archive';
import { isDateFormat } from './serial-date';
import {
  type CellValue,
  damagedOrEncrypted,
  MAX_COLUMNS,
  MAX_ROWS,
  refuseLong,
  refusePlaces,
  refuseRepeated,
  refuseWide,
  type Sheet,
  type Workbook,
} from './workbook';
import { type CellContext, cellOf } from './xlsb-cells';
import { RECORD, recordsOf, textAt } from './xlsb-records';
import { WORKBOOK_LIMITS } from './xlsx-workbook';

const MAIN = 'xl/workbook.bin';

/** Excel's binary format in a ZIP (MS-XLSB). Throws `ParseError`. */
export async function readXlsbWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const zip = openZip(bytes, 'this spreadsheet', WORKBOOK_LIMITS);
  const office = openPackage(bytes, 'this spreadsheet', new Set());
  const targets = new Map((await relationshipsOf(office, MAIN)).map(({ id, target }) => [id, target]));
  const main = await readPart(zip, MAIN);
  if (main === null) throw damagedOrEncrypted(false);
  const context: CellContext = {
    strings: stringsOf(await readPart(zip, 'xl/sharedStrings.bin')),
    areDates: dateStyles(await readPart(zip, 'xl/styles.bin')),
    isDate1904: isDate1904(main),
  };
  const sheets: Sheet[] = [];
  const read = new Set<string>();
  for (const { type, content } of recordsOf(main)) {
    if (type !== RECORD.sheet || content.byteLength < 8 || content.getUint32(0, true) !== 0) continue;
    const relation = textAt(content, 8);
    const name = textAt(content, relation.end).text;
    const target = targets.get(relation.text) ?? '';
    refuseRepeated(read.has(target), name);
    read.add(target);
    const part = await readPart(zip, target);
    if (part !== null) sheets.push({ name, rows: rowsOf(name, part, context) });
  }
  return { properties: await coreProperties(office), sheets };
}

async function readPart(zip: ZipArchive, name: string): Promise<Uint8Array | null> {
  const entry = zip.find(name);
  return entry === null ? null : zip.read(entry);
}

function isDate1904(main: Uint8Array): boolean {
  for (const { type, content } of recordsOf(main)) {
    if (type === RECORD.workbook && content.byteLength > 0) return (content.getUint8(0) & 1) === 1;
  }
  return false;
}

function stringsOf(part: Uint8Array | null): string[] {
  const strings: string[] = [];
  for (const { type, content } of recordsOf(part ?? new Uint8Array())) {
    // A byte of flags comes before the text.
    if (type === RECORD.string) strings.push(textAt(content, 1).text);
  }
  return strings;
}

/** By the number of a cell style, whether its format shows a date. */
function dateStyles(part: Uint8Array | null): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let areCellStyles = false;
  for (const { type, content } of recordsOf(part ?? new Uint8Array())) {
    if (type === RECORD.format && content.byteLength >= 2) {
      codes.set(content.getUint16(0, true), textAt(content, 2).text);
    }
    if (type === RECORD.cellStylesBegin) areCellStyles = true;
    if (type === RECORD.cellStylesEnd) areCellStyles = false;
    if (type === RECORD.style && areCellStyles && content.byteLength >= 4) {
      const id = content.getUint16(2, true);
      styles.push(isDateFormat(id, codes.get(id) ?? null));
    }
  }
  return styles;
}

function rowsOf(name: string, part: Uint8Array, context: CellContext): CellValue[][] {
  const rows: CellValue[][] = [];
  let row: CellValue[] = [];
  let places = 0;
  for (const record of recordsOf(part)) {
    if (record.type === RECORD.row && record.content.byteLength >= 4) {
      const number = record.content.getUint32(0, true);
      refuseLong(name, number >= MAX_ROWS ? number + 1 : 0);
      while (rows.length <= number) rows.push([]);
      row = rows[number] ?? [];
      continue;
    }
    const cell = cellOf(record, context);
    if (cell === null) continue;
    const column = cell.column ?? row.length;
    if (column >= MAX_COLUMNS && cell.value !== null && cell.value !== '') refuseWide(name, column + 1);
    if (column >= MAX_COLUMNS) continue;
    places += Math.max(0, column + 1 - row.length);
    refusePlaces(name, places);
    while (row.length < column) row.push(null);
    row[column] = cell.value;
  }
  return rows;
}
