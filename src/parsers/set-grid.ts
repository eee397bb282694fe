import { headerRowsOf, headsGroups } from './grid-header';
import { isNumeric } from './is-numeric';
import type { Field, Table, TableCell } from './parsed-document';
import type { Typesetter } from './typeset';
import { oneLine } from './typeset-grid';

/** Rows of cells as a spreadsheet or a CSV file has them, blank rows included. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  /** A sheet's name; null: none. */
  readonly title: string | null;
  /** Where a cell stands, from its 0-based row and column in `rows`. */
  readonly locate: (row: number, column: number) => string;
}

interface Row {
  readonly number: number;
  readonly cells: readonly string[];
  readonly filled: number;
}

/** What was set of a grid. */
export interface SetPiece {
  readonly tables: readonly Table[];
  readonly fields: readonly Field[];
}

/** Cells of one table on one page: a longer one goes on on the next, under its headings once more. */
const CELLS_PER_PAGE = 15_000;
/** Rows looked at to tell whether the first is headings. */
const ROWS_LOOKED_AT = 1_000;

/**
 * Sets a grid: lines above a table (a bank export's preamble) as text, `name | value` rows as fields, and each stretch of
 * rows with common columns as a table.
 */
export function setGrid(grid: Grid, typesetter: Typesetter): SetPiece {
  const pieces = [...setGridInPieces(grid, typesetter)];
  return { tables: pieces.flatMap(({ tables }) => tables), fields: pieces.flatMap(({ fields }) => fields) };
}

/** The same, piece by piece. */
export function* setGridInPieces(grid: Grid, typesetter: Typesetter): Generator<SetPiece> {
  for (const region of regionsOf(grid.rows)) {
    const start = withGroupHeads(region, tableStart(region));
    yield { tables: [], fields: region.slice(0, start).flatMap((row) => setLooseRow(row, grid, typesetter)) };
    const body = region.slice(start);
    if (body.length > 0) yield* setBody(body, grid, typesetter);
    typesetter.blank();
  }
}

function regionsOf(rows: readonly (readonly string[])[]): Row[][] {
  const regions: Row[][] = [];
  let current: Row[] = [];
  let afterBlank = false;
  rows.forEach((cells, number) => {
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if (filled === 0) {
      afterBlank = true;
      return;
    }
    const row = { number, cells, filled };
    if (afterBlank && current.length > 0 && !continues(current, row)) {
      regions.push(current);
      current = [];
    }
    current.push(row);
    afterBlank = false;
  });
  if (current.length > 0) regions.push(current);
  return regions;
}

/** After a blank row the same table goes on when the same columns are filled, and not with words over numbers. */
function continues(region: readonly Row[], row: Row): boolean {
  const last = region[region.length - 1];
  if (last === undefined || last.filled < 2 || row.filled < 2) return false;
  const sameShape = row.cells.every((cell, column) => cell.trim() === '' || (last.cells[column] ?? '').trim() !== '');
  const wordsAgain = row.cells.every((cell) => !isNumeric(cell)) && last.cells.some((cell) => isNumeric(cell));
  return sameShape && !wordsAgain;
}

/** Rows before the first that is as wide as the table below it. */
function tableStart(rows: readonly Row[]): number {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.filled, (widths.get(row.filled) ?? 0) + 1);
  const usual = [...widths].sort((a, b) => b[1] * Math.min(b[0], 3) - a[1] * Math.min(a[0], 3))[0]?.[0] ?? 0;
  // One name with one value beside it is no table.
  const wide = rows.filter((row) => row.filled >= 2);
  if (wide.length === 1 && wide[0]?.filled === 2) return rows.length;
  if (usual < 2) return rows.every((row) => row.filled < 2) ? rows.length : 0;
  const start = rows.findIndex((row) => row.filled >= Math.max(2, 0.6 * usual));
  return start < 0 ? rows.length : start;
}

/** The row before a table's first belongs to it where its words stand over several columns each, apart from each other. */
function withGroupHeads(rows: readonly Row[], start: number): number {
  const above = rows[start - 1];
  const first = rows[start];
  if (above === undefined || first === undefined || start === rows.length || above.number !== first.number - 1)
    return start;
  return headsGroups(above.cells, first.cells) ? start - 1 : start;
}

function setLooseRow(row: Row, grid: Grid, typesetter: Typesetter): Field[] {
  const filled = row.cells.flatMap((text, column) => (text.trim() === '' ? [] : [{ text: oneLine(text), column }]));
  const [name, value, ...more] = filled;
  if (name === undefined) return [];
  if (value === undefined || more.length > 0) {
    typesetter.text(filled.map((cell) => cell.text).join('   '));
    return [];
  }
  return [setPair(name.text, value.text, grid.locate(row.number, value.column), typesetter)];
}

function setPair(name: string, value: string, locator: string, typesetter: Typesetter): Field {
  const label = name.trimEnd().replace(/(?<!\s)\s*:$/, '');
  return { path: [label], value, locator, ...typesetter.labelled(label, value) };
}

function* setBody(body: readonly Row[], grid: Grid, typesetter: Typesetter): Generator<SetPiece> {
  const width = body.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    body.some((row) => (row.cells[column] ?? '').trim() !== ''),
  );
  const rowsPerPage = Math.max(1, Math.floor(CELLS_PER_PAGE / columns.length));
  const [head, next] = body;
  const grouped = head !== undefined && next !== undefined && headsGroups(head.cells, next.cells) ? 1 : 0;
  const named = headerRowsOf(textsOf(body.slice(grouped, ROWS_LOOKED_AT), columns));
  const headerRows = named === 0 ? 0 : named + grouped;
  if (body.length <= rowsPerPage) {
    yield setTable(body, columns, headerRows, grid, typesetter);
    return;
  }
  const heads = body.slice(0, headerRows);
  for (let from = headerRows; from < body.length; from += rowsPerPage) {
    typesetter.pageBreak();
    const rows = [...heads, ...body.slice(from, from + rowsPerPage)];
    const { tables } = setTable(rows, columns, headerRows, grid, typesetter);
    yield { tables, fields: [] };
  }
}

const textsOf = (rows: readonly Row[], columns: readonly number[]): string[][] =>
  rows.map((row) => columns.map((column) => oneLine(row.cells[column] ?? '')));

function setTable(
  body: readonly Row[],
  columns: readonly number[],
  headerRows: number,
  grid: Grid,
  typesetter: Typesetter,
): SetPiece {
  const texts = textsOf(body, columns);
  const locate = (row: number, column: number): string => grid.locate(body[row]?.number ?? 0, columns[column] ?? 0);
  const table: Table = { ...typesetter.table(texts, locate, headerRows), headerRows, title: grid.title };
  return { tables: [table], fields: fieldsOf(table, texts) };
}

/** Names and values: of a sheet of pairs, and of a single record under its headings. */
function fieldsOf(table: Table, texts: readonly (readonly string[])[]): Field[] {
  if (table.headerRows === 0 && isPairs(texts))
    return table.rows.flatMap(([name, value]) => fieldOf(table.page, name, value) ?? []);
  if (table.headerRows !== 1 || texts.length !== 2) return [];
  const [names, values] = table.rows;
  return (names ?? []).flatMap((name, column) => fieldOf(table.page, name, values?.[column]) ?? []);
}

function fieldOf(page: number, name: TableCell | undefined, value: TableCell | undefined): Field | null {
  if (name === undefined || value === undefined || name.text === '' || value.text === '') return null;
  const path = [name.text.replace(/\s*:\s*$/, '')];
  return { path, value: value.text, page, box: value.box, locator: value.locator ?? '' };
}

/** Two columns, the first of distinct words: a sheet of names and values. */
function isPairs(rows: readonly (readonly string[])[]): boolean {
  const names = rows.map((row) => row[0] ?? '').filter((name) => name !== '');
  return (
    rows.every((row) => row.length === 2) &&
    names.every((name) => !isNumeric(name)) &&
    new Set(names).size === names.length &&
    names.length >= rows.length / 2
  );
}
