import { EncryptedFileError } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { finishDocument } from './finish-document';
import { ParseError } from './parse-error';
import type { Field, Parser, Table } from './parsed-document';
import { setGrid } from './set-grid';
import { Typesetter } from './typeset';
import { openZip } from './zip-archive';

/** What all parts of a workbook may have when inflated. */
const LIMITS = { entries: 10_000, entryBytes: 200 * 1024 * 1024, totalBytes: 200 * 1024 * 1024 };
/** Rows read of one sheet. */
const MAX_ROWS = 100_000;
/** Columns read of one sheet. */
const MAX_COLUMNS = 1000;

type Workbook = Awaited<ReturnType<typeof readXlsx>>;
type Sheet = Workbook['sheets'][number];
type CellValue = Sheet['rows'][number][number];

/** XLSX: each visible sheet on its own page; locators are "Sheet1!B7"; dates are ISO 8601, numbers plain. */
export const parseSpreadsheet: Parser = async (bytes, options) => {
  openZip(bytes, 'this spreadsheet', LIMITS);
  const workbook = await read(bytes);
  const typesetter = new Typesetter();
  const tables: Table[] = [];
  const fields: Field[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.hidden === true || sheet.veryHidden === true) continue;
    typesetter.pageBreak();
    const found = setGrid(
      {
        rows: textsOf(sheet),
        title: sheet.name,
        locate: (row, column) => `${sheet.name}!${columnName(column)}${row + 1}`,
      },
      typesetter,
    );
    for (const table of found.tables) tables.push(table);
    for (const field of found.fields) fields.push(field);
  }
  return finishDocument(
    {
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      pages: typesetter.finish(),
      tables,
      fields,
      properties: propertiesOf(workbook),
    },
    options.pages,
  );
};

async function read(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await readXlsx(bytes, { maxRows: MAX_ROWS });
  } catch (error) {
    if (error instanceof EncryptedFileError) {
      throw new ParseError('document-unreadable', 'this spreadsheet is encrypted; remove the password');
    }
    throw new ParseError('document-unreadable', 'this spreadsheet is truncated or damaged; save it again');
  }
}

/** Texts of all cells. A merged range has its value in its first cell, and the others stay empty. */
function textsOf(sheet: Sheet): string[][] {
  return sheet.rows.map((row) => Array.from(row.slice(0, MAX_COLUMNS), (value) => textOf(value ?? null)));
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'boolean' ? String(value) : String(value).trim();
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.replace(/\.000Z$/, '');
}

/** Plain digits; fifteen of them are what a spreadsheet keeps, the rest is noise of binary fractions. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? value.toFixed(Math.abs(value) < 1 ? 20 : 0).replace(/(\.\d*?)0+$/, '$1') : text;
}

/** 0 is A, 26 is AA. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

function propertiesOf(workbook: Workbook): Record<string, string> {
  const { title, creator, created, modified } = workbook.properties ?? {};
  const found: Record<string, unknown> = { title, author: creator, created, modified };
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]) => {
      if (value instanceof Date) return [[name, dateText(value)]];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}
