import { finishDocument } from './finish-document';
import type { Field, Parser, Table } from './parsed-document';
import { setGrid } from './set-grid';
import { readXlsbWorkbook, readXlsWorkbook } from './spreadsheet/binary-workbook';
import { cellText } from './spreadsheet/cell-text';
import { readOdsWorkbook } from './spreadsheet/ods-workbook';
import { MAX_COLUMNS, type Workbook } from './spreadsheet/workbook';
import { readXlsxWorkbook } from './spreadsheet/xlsx-workbook';
import { Typesetter } from './typeset';

/** XLSX: each visible sheet on its own page; locators are "Sheet1!B7"; dates are ISO 8601, numbers plain. */
export const parseSpreadsheet = spreadsheetParser(
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  readXlsxWorkbook,
);
/** XLS, read as XLSX is. */
export const parseXls = spreadsheetParser('application/vnd.ms-excel', readXlsWorkbook);
/** XLSB, read as XLSX is. */
export const parseXlsb = spreadsheetParser('application/vnd.ms-excel.sheet.binary.macroenabled.12', readXlsbWorkbook);
/** ODS, read as XLSX is. */
export const parseOds = spreadsheetParser('application/vnd.oasis.opendocument.spreadsheet', readOdsWorkbook);

function spreadsheetParser(mediaType: string, readWorkbook: (bytes: Uint8Array) => Promise<Workbook>): Parser {
  return async (bytes, options) => {
    const { sheets, properties } = await readWorkbook(bytes);
    const typesetter = new Typesetter();
    const tables: Table[] = [];
    const fields: Field[] = [];
    for (const { name, rows } of sheets) {
      typesetter.pageBreak();
      const found = setGrid(
        {
          rows: rows.map((row) => row.slice(0, MAX_COLUMNS).map(cellText)),
          title: name,
          locate: (row, column) => `${name}!${columnName(column)}${row + 1}`,
        },
        typesetter,
      );
      for (const table of found.tables) tables.push(table);
      for (const field of found.fields) fields.push(field);
    }
    return finishDocument({ mediaType, pages: typesetter.finish(), tables, fields, properties }, options.pages);
  };
}

/** 0 is A, 26 is AA. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
