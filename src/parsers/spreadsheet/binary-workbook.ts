import type { CellObject, SSF, WorkBook, WorkSheet } from '@e965/xlsx';
import { openZip } from '../zip-archive';
import { dateText } from './cell-text';
import { type CellValue, damagedOrEncrypted, MAX_ROWS, refuseLong, type Sheet, type Workbook } from './workbook';
import { WORKBOOK_LIMITS } from './xlsx-workbook';

/** Numbers of error values (MS-XLS, 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};
/** Before this a date says that nobody set it. */
const FIRST_YEAR = 1980;

type Library = typeof import('@e965/xlsx');

/** Excel's binary format of 1997-2003 (MS-XLS). Throws `ParseError`. */
export async function readXlsWorkbook(bytes: Uint8Array): Promise<Workbook> {
  return readBinary(bytes);
}

/** Excel's binary format in a ZIP (MS-XLSB). Throws `ParseError`. */
export async function readXlsbWorkbook(bytes: Uint8Array): Promise<Workbook> {
  openZip(bytes, 'this spreadsheet', WORKBOOK_LIMITS);
  return readBinary(bytes);
}

async function readBinary(bytes: Uint8Array): Promise<Workbook> {
  const library = await import('@e965/xlsx');
  const workbook = read(library, bytes);
  const isDate1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return {
    properties: propertiesOf(workbook),
    sheets: workbook.SheetNames.flatMap((name, index): Sheet[] => {
      const sheet = workbook.Sheets[name];
      if (sheet === undefined || (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0) return [];
      const rows = rowsOf(sheet);
      refuseLong(name, rows.length);
      const value = (cell: CellObject | undefined): CellValue => cellValue(cell, isDate1904, library.SSF);
      return [{ name, rows: Array.from(rows, (row) => Array.from(row ?? [], value)) }];
    }),
  };
}

function read(library: Library, bytes: Uint8Array): WorkBook {
  try {
    return library.read(bytes, {
      type: 'array',
      dense: true,
      sheetRows: MAX_ROWS + 1,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    });
  } catch (error) {
    throw damagedOrEncrypted(error instanceof Error && /password|encrypt/i.test(error.message));
  }
}

/** With `dense`, the library keeps cells in rows under a name that its types leave out; rows and cells may be missing. */
function rowsOf(sheet: WorkSheet): (CellObject[] | undefined)[] {
  const rows: unknown = sheet['!data'];
  return Array.isArray(rows) ? rows : [];
}

function cellValue(cell: CellObject | undefined, isDate1904: boolean, formats: typeof SSF): CellValue {
  const value = cell?.v;
  if (cell === undefined || value === undefined) return null;
  if (cell.t === 'e') return ERRORS[Number(value)] ?? '';
  if (typeof value !== 'number' || typeof cell.z !== 'string' || !formats.is_date(cell.z)) return value;
  const parts = formats.parse_date_code(value, { date1904: isDate1904 });
  if (parts === null || parts === undefined) return value;
  // A time alone has day 0 of January 1900.
  const day = parts.y === 1900 && parts.m === 1 && parts.d === 0 ? [1899, 11, 30] : [parts.y, parts.m - 1, parts.d];
  return new Date(Date.UTC(day[0] ?? 0, day[1], day[2], parts.H, parts.M, Math.floor(parts.S)));
}

function propertiesOf(workbook: WorkBook): Record<string, string> {
  const { Title: title, Author: author, CreatedDate: created, ModifiedDate: modified } = workbook.Props ?? {};
  const found: Record<string, unknown> = { title, author, created, modified };
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]) => {
      const date = name === 'created' || name === 'modified' ? new Date(String(value)) : null;
      if (date !== null) return date.getUTCFullYear() >= FIRST_YEAR ? [[name, dateText(date)]] : [];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}
