import { ParseError } from '../parse-error';

/** What a cell holds, before it is text; a formula is its last result, an error its sign ("#DIV/0!"). */
export type CellValue = string | number | boolean | Date | null;

/** The visible sheets of a workbook, whatever its format. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Title, author, dates as the format declares them. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface Sheet {
  readonly name: string;
  /** From the first row and column on, blank ones included; a merged range has its value in its first cell. */
  readonly rows: readonly (readonly CellValue[])[];
}

/** Rows of one sheet; a longer one is refused. */
export const MAX_ROWS = 100_000;
/** Columns of one sheet; a sheet with values past them is refused. */
export const MAX_COLUMNS = 1000;

export function refuseLong(name: string, rows: number): void {
  if (rows <= MAX_ROWS) return;
  throw unreadable(`sheet "${name}" has more than ${MAX_ROWS} rows; split it or save it as several files`);
}

/** Places of one sheet, blank ones among them: a reader that holds rows of equal length holds them all. */
export const MAX_PLACES = 2_000_000;

export function refusePlaces(name: string, places: number): void {
  if (places <= MAX_PLACES) return;
  throw unreadable(
    `sheet "${name}" spans more than the ${MAX_PLACES} cells that are read; delete what stands far from the rest, or split it`,
  );
}

/** Two sheets that are one part of a file: no program writes that, and each would be read again. */
export function refuseRepeated(isRepeated: boolean, name: string): void {
  if (isRepeated) throw unreadable(`sheet "${name}" is the same part of the file as another sheet; save it again`);
}

/** `columns`: up to the last with a value. */
export function refuseWide(name: string, columns: number): void {
  if (columns <= MAX_COLUMNS) return;
  throw unreadable(
    `sheet "${name}" has values in column ${columns}, past the ${MAX_COLUMNS} that are read; split it or turn its rows and columns round`,
  );
}

export function unreadable(message: string): ParseError {
  return new ParseError('document-unreadable', message);
}

/** Why a library could not read a spreadsheet. */
export function damagedOrEncrypted(isEncrypted: boolean): ParseError {
  return unreadable(
    isEncrypted
      ? 'this spreadsheet is encrypted; remove the password'
      : 'this spreadsheet is truncated or damaged; save it again',
  );
}

/** A cell as a library gives it: pieces of rich text, and what is missing, told apart. */
export function libraryValue(value: unknown): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value;
  return String(value);
}
