import { isNumeric } from '../is-numeric';
import type { Line, Rule, Table, TableCell, Word } from '../parsed-document';
import { boundingBox, centerX, centerY } from './boxes';
import { cellOf } from './cell-of';
import { type Band, type BandCells, bandOf } from './column-run';
import { type RuleGrid, ruleGrids } from './rule-grid';
import { bandsOf, segmentBand } from './segment-lines';
import { spanRows } from './spanned-cells';
import { tableRows } from './table-rows';
import { countTotalRows } from './total-rows';

/** Share of cells that must hold something: emptier grids are forms and decoration. */
const MIN_FILLED = 0.35;
/** Words of a cell from which on it is a text block of a form, not a cell of a table. */
const MAX_CELL_WORDS = 60;

/** A row of a grid: which of the grid's columns it is cut at, and what stands in it. */
interface GridRow {
  /** Its position among the rows of the grid. */
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
  /** Positions in `xs` where cells begin, the last one where they end. */
  readonly cuts: readonly number[];
  readonly bands: readonly BandCells[];
}

/** Tables whose cells are drawn. Rows that are cut at the same places, or at some of them, belong together. */
export function ruledTables(page: number, words: readonly Word[], rules: readonly Rule[]): Table[] {
  return ruleGrids(rules).flatMap((grid) =>
    groupsOf(rowsOf(grid, words)).flatMap((rows) => {
      const table = tableOf(page, grid, rows, rules);
      return table === null ? [] : [table];
    }),
  );
}

function rowsOf(grid: RuleGrid, words: readonly Word[]): GridRow[] {
  const rows: GridRow[] = [];
  for (let row = 0; row + 1 < grid.ys.length; row += 1) {
    const top = grid.ys[row] ?? 0;
    const bottom = grid.ys[row + 1] ?? 0;
    const cuts = grid.xs.flatMap((_, column) => (grid.hasVertical(column, row) ? [column] : []));
    if (cuts.length === 0 || cuts[0] !== 0) cuts.unshift(0);
    if (cuts[cuts.length - 1] !== grid.xs.length - 1) cuts.push(grid.xs.length - 1);
    const inside = words.filter((word) => centerY(word.box) > top && centerY(word.box) < bottom);
    rows.push({ index: row, top, bottom, cuts, bands: bandsIn(grid, cuts, inside) });
  }
  return rows;
}

function bandsIn(grid: RuleGrid, cuts: readonly number[], words: readonly Word[]): BandCells[] {
  return bandsOf(words).flatMap((band): BandCells[] => {
    const cells = new Map<number, Line[]>();
    for (const line of segmentBand(band, [], Number.POSITIVE_INFINITY).flatMap((whole) => cutLine(grid, cuts, whole))) {
      const column = columnAt(grid, cuts, centerX(line.box));
      if (column !== null) cells.set(column, [...(cells.get(column) ?? []), line]);
    }
    if (cells.size === 0) return [];
    const lines = [...cells.values()].flat();
    const own: Band = bandOf(lines);
    return [{ band: own, cells, spanning: [], loose: [] }];
  });
}

function cutLine(grid: RuleGrid, cuts: readonly number[], line: Line): Line[] {
  const parts = new Map<number, Word[]>();
  for (const word of line.words) {
    const column = columnAt(grid, cuts, centerX(word.box)) ?? -1;
    parts.set(column, [...(parts.get(column) ?? []), word]);
  }
  return [...parts.values()].flatMap((words) => segmentBand(words, [], Number.POSITIVE_INFINITY));
}

/** The position in `xs` where the cell over a place begins; null beside the grid. */
function columnAt(grid: RuleGrid, cuts: readonly number[], x: number): number | null {
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const from = cuts[index] ?? 0;
    if (x >= (grid.xs[from] ?? 0) && x < (grid.xs[cuts[index + 1] ?? 0] ?? 0)) return from;
  }
  return null;
}

function groupsOf(rows: readonly GridRow[]): GridRow[][] {
  const groups: GridRow[][] = [];
  let current: GridRow[] = [];
  let cuts: readonly number[] = [];
  for (const row of rows) {
    const isPart = (inner: readonly number[], outer: readonly number[]): boolean =>
      inner.every((cut) => outer.includes(cut));
    const joins = current.length > 0 && (isPart(row.cuts, cuts) || isPart(cuts, row.cuts));
    if (!joins && current.length > 0) {
      groups.push(current);
      current = [];
      cuts = [];
    }
    current.push(row);
    if (row.cuts.length > cuts.length) cuts = row.cuts;
  }
  if (current.length > 0) groups.push(current);
  return groups.map(withoutLooseEnds);
}

/** Rows of one cell at the ends are a box above or below the table. */
function withoutLooseEnds(rows: readonly GridRow[]): GridRow[] {
  const isLoose = (row: GridRow | undefined): boolean =>
    row !== undefined && (row.cuts.length <= 2 || row.bands.length === 0);
  let from = 0;
  let to = rows.length;
  while (from < to && isLoose(rows[from])) from += 1;
  while (to > from && isLoose(rows[to - 1])) to -= 1;
  return rows.slice(from, to);
}

function tableOf(page: number, grid: RuleGrid, rows: readonly GridRow[], rules: readonly Rule[]): Table | null {
  const starts = [...new Set(rows.flatMap((row) => row.cuts.slice(0, -1)))].sort((a, b) => a - b);
  const filled = starts.filter((start) => rows.some((row) => row.bands.some((band) => band.cells.has(start))));
  if (filled.length < 2) return null;
  if (rows.some((row) => hidesColumns(row.bands))) return null;
  const { cells, headerRows, totalRows } = cellsOf(grid, rows, filled, rules);
  const body = cells.length - headerRows;
  const several = cells.filter((row) => row.filter((cell) => cell.text !== '').length >= 2).length;
  if (several < 2 && several < cells.length / 2) return null;
  const texts = cells.flat().filter((cell) => cell.text !== '');
  if (cells.length < 2 || body < 1 || texts.length < MIN_FILLED * cells.length * filled.length) return null;
  if (texts.some((cell) => cell.text.split(' ').length > MAX_CELL_WORDS)) return null;
  const box = boundingBox(cells.flat().map((cell) => cell.box));
  return { page, box, headerRows, rows: cells, title: null, ...(totalRows > 0 ? { totalRows } : {}) };
}

function cellsOf(
  grid: RuleGrid,
  rows: readonly GridRow[],
  columns: readonly number[],
  rules: readonly Rule[],
): { cells: TableCell[][]; headerRows: number; totalRows: number } {
  const position = new Map(columns.map((column, index): [number, number] => [column, index]));
  const moved = (band: BandCells): BandCells => ({
    ...band,
    cells: new Map(
      [...band.cells].flatMap(([column, lines]): [number, Line[]][] => {
        const index = position.get(column);
        return index === undefined ? [] : [[index, lines]];
      }),
    ),
  });
  const out: { lines: readonly (readonly Line[])[]; row: GridRow }[] = [];
  for (const row of rows) {
    const bands = row.bands.map(moved);
    if (bands.length === 0) continue;
    const several = holdsRecords(bands) ? tableRows(bands, columns.length, rules) : null;
    if (several !== null && several.rows.length > 1) {
      for (const lines of several.rows) out.push({ lines, row });
    } else {
      const lines = columns.map((_, index) => bands.flatMap((band) => band.cells.get(index) ?? []));
      out.push({ lines, row });
    }
  }
  const own = out.map(({ lines }) => lines);
  const headerRows = headerRowsOf(own);
  const spanned = spanRows(grid, columns, out, headerRows);
  const cells = out.map(({ row }, index) =>
    columns.map((column, position): TableCell => {
      const end = columns[position + 1] ?? grid.xs.length - 1;
      const inside = spanned[index]?.[position] ?? [];
      const x = grid.xs[column] ?? 0;
      const box = { x, y: row.top, width: (grid.xs[end] ?? x) - x, height: row.bottom - row.top };
      return cellOf(inside, box);
    }),
  );
  return { cells, headerRows, totalRows: countTotalRows(own, headerRows) };
}

/** Whether one drawn cell holds lines of three columns or more: a frame around a table that only alignment shows. */
function hidesColumns(bands: readonly BandCells[]): boolean {
  const wide = new Map<number, number>();
  for (const { cells } of bands) {
    for (const [column, lines] of cells) {
      const parts = lines.flatMap((line) => segmentBand(line.words, [])).length;
      if (parts >= 3) wide.set(column, (wide.get(column) ?? 0) + 1);
    }
  }
  return [...wide.values()].some((count) => count >= 2);
}

/** Whether a drawn row holds several records, one below the other: two columns or more have numbers in several lines. */
function holdsRecords(bands: readonly BandCells[]): boolean {
  const numbers = new Map<number, number>();
  for (const band of bands) {
    for (const [column, lines] of band.cells) {
      if (isNumeric(lines.map((line) => line.text).join(' '))) numbers.set(column, (numbers.get(column) ?? 0) + 1);
    }
  }
  return [...numbers.values()].filter((count) => count >= 2).length >= 2;
}

/** Leading rows of words over numbers, or bold rows over others; a table of words in three columns has one. */
function headerRowsOf(rows: readonly (readonly (readonly Line[])[])[]): number {
  const isData = (row: readonly (readonly Line[])[]): boolean =>
    row.some((lines) => {
      const text = lines.map((line) => line.text).join(' ');
      return isNumeric(text) && !/^(?:19|20)\d\d$/.test(text);
    });
  const isBold = (row: readonly (readonly Line[])[] | undefined): boolean =>
    row?.flat().every((line) => line.words.every((word) => word.bold)) ?? false;
  const bold = rows.findIndex((row) => !isBold(row));
  if (bold > 0 && bold <= 3) return bold;
  const first = rows.findIndex(isData);
  if (first > 0 && first <= 2) return first;
  const [top] = rows;
  const isFull = top?.every((lines) => lines.length > 0) ?? false;
  // A small label over what is filled in is a form's cell, and no heading.
  const isForm =
    top?.some((lines) => new Set(lines.map((line) => Math.round(line.words[0]?.size ?? 0))).size > 1) ?? false;
  return first < 0 && isFull && !isForm && (top?.length ?? 0) >= 3 && rows.length >= 3 ? 1 : 0;
}
