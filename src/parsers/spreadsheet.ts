import { finishDocument } from './finish-document';
import { gridParts } from './grid-parts';
import type { Field, Parser, Table } from './parsed-document';
import type { PartParser } from './parsed-part';
import { type Grid, setGrid } from './set-grid';
import { cellText } from './spreadsheet/cell-text';
import { readOdsWorkbook } from './spreadsheet/ods-workbook';
import { MAX_COLUMNS, unreadable, type Workbook } from './spreadsheet/workbook';
import { readXlsWorkbook } from './spreadsheet/xls-workbook';
import { readXlsbWorkbook } from './spreadsheet/xlsb-workbook';
import { readXlsxWorkbook } from './spreadsheet/xlsx-workbook';
import { Typesetter } from './typeset';

type WorkbookReader = (bytes: Uint8Array) => Promise<Workbook>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const XLS = 'application/vnd.ms-excel';
const XLSB = 'application/vnd.ms-excel.sheet.binary.macroenabled.12';
const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

const READERS: ReadonlyMap<string, WorkbookReader> = new Map([
  [XLSX, readXlsxWorkbook],
  [XLS, readXlsWorkbook],
  [XLSB, readXlsbWorkbook],
  [ODS, readOdsWorkbook],
]);

/** XLSX: each visible sheet on its own page; locators are "Sheet1!B7"; dates are ISO 8601, numbers plain. */
export const parseSpreadsheet = spreadsheetParser(XLSX, readXlsxWorkbook);
/** XLS, read as XLSX is. */
export const parseXls = spreadsheetParser(XLS, readXlsWorkbook);
/** XLSB, read as XLSX is. */
export const parseXlsb = spreadsheetParser(XLSB, readXlsbWorkbook);
/** ODS, read as XLSX is. */
export const parseOds = spreadsheetParser(ODS, readOdsWorkbook);

/** Each of them part by part. */
export const SPREADSHEETS_IN_PARTS: Readonly<Record<string, PartParser>> = Object.fromEntries(
  [...READERS].map(([mediaType, readWorkbook]): [string, PartParser] => [
    mediaType,
    async function* (bytes, { pages }, _tools, from) {
      const { sheets, properties } = await readWorkbook(bytes);
      yield* gridParts(gridsOf(sheets), { mediaType, properties }, pages, from);
    },
  ]),
);

function spreadsheetParser(mediaType: string, readWorkbook: WorkbookReader): Parser {
  return async (bytes, options) => {
    const { sheets, properties } = await readWorkbook(bytes);
    const typesetter = new Typesetter();
    const tables: Table[] = [];
    const fields: Field[] = [];
    for (const grid of gridsOf(sheets)) {
      typesetter.pageBreak();
      const found = setGrid(grid, typesetter);
      for (const table of found.tables) tables.push(table);
      for (const field of found.fields) fields.push(field);
    }
    return finishDocument({ mediaType, pages: typesetter.finish(), tables, fields, properties }, options.pages);
  };
}

/** Characters of all cells: many may show one long text, which each would be wrapped for. */
const MAX_CHARACTERS = 10_000_000;

function refuseLongCells(sheets: Workbook['sheets']): void {
  let characters = 0;
  for (const { rows } of sheets)
    for (const row of rows) for (const value of row) characters += typeof value === 'string' ? value.length : 0;
  if (characters > MAX_CHARACTERS)
    throw unreadable(
      `this spreadsheet has more than ${MAX_CHARACTERS} characters in its cells; split it into several files`,
    );
}

/** Throws `ParseError` for more text than is read. */
function* gridsOf(sheets: Workbook['sheets']): Generator<Grid> {
  refuseLongCells(sheets);
  for (const { name, rows } of sheets)
    yield {
      rows: rows.map((row) => row.slice(0, MAX_COLUMNS).map(cellText)),
      title: name,
      locate: (row, column) => `${name}!${columnName(column)}${row + 1}`,
    };
}

/** 0 is A, 26 is AA. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
