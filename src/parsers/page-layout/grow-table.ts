import { isNumeric } from '../is-numeric';
import type { Line } from '../parsed-document';
import {
  type Band,
  type BandCells,
  type Column,
  columnOf,
  cutAtColumns,
  isAligned,
  overlapped,
  widen,
} from './column-run';

/** Bands that follow each other with common columns. */
export interface Run {
  readonly columns: Column[];
  readonly bands: BandCells[];
}

/** White space between two rows, in line heights, after which a table has ended. */
const MAX_ROW_GAP = 2.6;
/** Rows set wider than that make wider gaps part of the table, up to this many line heights. */
const MAX_WIDE_ROW_GAP = 5;
/** White space between two lines of headings, in line heights. */
const MAX_HEADING_GAP = 0.8;
/** Words of what a group of columns is called. */
const MAX_GROUP_WORDS = 7;
/** Columns, and the share of them filled, that make a band a record among others. */
const MIN_RECORD_COLUMNS = 5;
const RECORD_SHARE = 0.75;
/** Bands looked ahead for the table to go on behind lines that run across it. */
const LOOK_AHEAD = 5;

/** Grows a table from the band with the most columns, down and then up, as long as bands fit its columns. */
export function growTable(
  bands: readonly Band[],
  seed: number,
  isFree: (band: number) => boolean,
): { run: Run; from: number; to: number } | null {
  const start = bands[seed];
  if (start === undefined) return null;
  const columns = start.lines.map(columnOf);
  const first: BandCells = {
    band: start,
    cells: new Map(start.lines.map((line, index) => [index, [line]])),
    spanning: [],
    loose: [],
  };
  const run: Run = { columns, bands: [first] };
  const to = extend(run, bands, seed, 1, isFree);
  const from = extend(run, bands, seed, -1, isFree);
  return { run, from, to };
}

function extend(
  run: Run,
  bands: readonly Band[],
  seed: number,
  step: 1 | -1,
  isFree: (band: number) => boolean,
): number {
  let last = seed;
  let widest = 0;
  let sawHeading = step === -1 && !holdsNumber(run.bands[0]);
  let at = seed + step;
  while (at >= 0 && at < bands.length) {
    const band = bands[at];
    const previous = bands[last];
    if (band === undefined || previous === undefined || !isFree(at)) break;
    const gap = step === 1 ? band.top - previous.bottom : previous.top - band.bottom;
    const height = Math.min(band.height, previous.height);
    const limit = Math.min(MAX_WIDE_ROW_GAP * height, Math.max(MAX_ROW_GAP * height, 1.4 * widest));
    if (gap > limit) break;
    const cells = placeBand(run.columns, band, step);
    const isOver = step === -1 && cells !== null && isGroupHeading(cells) && gap <= MAX_HEADING_GAP * height;
    if (cells === null || (isAcross(cells, run) && !isOver && !goesOn(run, bands, at, step, isFree))) {
      const next = cells === null ? nextRecord(run, bands, at, step, isFree) : null;
      if (next === null) break;
      at = next;
      last = next - step;
      continue;
    }
    if (step === -1) {
      // Above its headings a table is over, but for more lines of headings.
      const isData = holdsNumber(cells);
      const isFar = gap > MAX_HEADING_GAP * height;
      const isSingle = cells.cells.size + cells.loose.length < 2;
      if (isFar && (sawHeading || (isSingle && !goesOn(run, bands, at, step, isFree)))) break;
      if (sawHeading && isData) break;
      sawHeading ||= !isData && cells.cells.size >= Math.max(2, 0.6 * run.columns.length);
    }
    accept(run, cells, step);
    if (cells.cells.size > 1) widest = Math.max(widest, gap);
    last = at;
    at += step;
  }
  return last;
}

function holdsNumber(band: BandCells | undefined): boolean {
  return [...(band?.cells.values() ?? [])].some((lines) => lines.some((line) => isNumeric(line.text)));
}

/**
 * The next record behind lines with columns of their own: each record of a list may have its details below it. Only a
 * record that fills almost all columns counts.
 */
function nextRecord(
  run: Run,
  bands: readonly Band[],
  at: number,
  step: 1 | -1,
  isFree: (band: number) => boolean,
): number | null {
  if (run.columns.length < MIN_RECORD_COLUMNS) return null;
  for (let ahead = 1; ahead <= LOOK_AHEAD; ahead += 1) {
    const index = at + ahead * step;
    const band = bands[index];
    if (band === undefined || !isFree(index)) return null;
    const cells = placeBand(run.columns, band, step);
    if (cells === null || cells.spanning.length > 0 || cells.loose.length > 0) continue;
    if (cells.cells.size >= RECORD_SHARE * run.columns.length) return index;
  }
  return null;
}

/** A few words over some of the columns, but not over the first: what a group of columns is called. */
export function isGroupHeading(cells: BandCells): boolean {
  return (
    cells.cells.size === 0 &&
    cells.spanning.length > 0 &&
    cells.spanning.every(({ line, from }) => from > 0 && line.words.length <= MAX_GROUP_WORDS)
  );
}

/** One line that runs over columns: the end of the table, or a remark inside it. */
function isAcross(cells: BandCells, run: Run): boolean {
  return cells.spanning.length > 0 && cells.cells.size === 0 && run.columns.length > 1;
}

function goesOn(
  run: Run,
  bands: readonly Band[],
  at: number,
  step: 1 | -1,
  isFree: (band: number) => boolean,
): boolean {
  for (let ahead = 1; ahead <= LOOK_AHEAD; ahead += 1) {
    const index = at + ahead * step;
    const band = bands[index];
    const previous = bands[index - step];
    if (band === undefined || previous === undefined || !isFree(index)) return false;
    const gap = step === 1 ? band.top - previous.bottom : previous.top - band.bottom;
    if (gap > MAX_ROW_GAP * Math.min(band.height, previous.height)) return false;
    const cells = placeBand(run.columns, band, step);
    if (cells === null) return false;
    if (cells.cells.size >= Math.max(3, 0.6 * run.columns.length) && cells.spanning.length === 0) return true;
  }
  return false;
}

/** The band's lines by column; null when it has columns of its own. */
function placeBand(columns: readonly Column[], band: Band, step: 1 | -1): BandCells | null {
  const cells = new Map<number, Line[]>();
  const spanning: { line: Line; from: number; to: number }[] = [];
  let aligned = 0;
  let placed = 0;
  const lines = band.lines.flatMap((line) =>
    overlapped(columns, line).length > 1 ? cutAtColumns(columns, line, band.lines.length === 1, step === -1) : [line],
  );
  for (const line of lines) {
    const own = overlapped(columns, line);
    const only = own[0];
    if (own.length > 1 && only !== undefined) {
      spanning.push({ line, from: only, to: own[own.length - 1] ?? only });
      continue;
    }
    if (only === undefined) {
      // Words beside or between all columns: another column, which a band of one line cannot open.
      if (lines.length < 2) return null;
      continue;
    }
    const column = columns[only];
    placed += 1;
    if (column !== undefined && (isAligned(column, line) || isInside(column, line, lines.length))) aligned += 1;
    cells.set(only, [...(cells.get(only) ?? []), line]);
  }
  const loose = lines.filter((line) => overlapped(columns, line).length === 0);
  if (loose.length > 0 && (loose.length > placed || aligned < placed)) return null;
  if (spanning.length > 0 && lines.length > 1 && placed < spanning.length) return null;
  // Headings need not begin or end where their cells do, if each stands over one column.
  const isHeading = step === -1 && placed >= 3 && placed === cells.size && loose.length + spanning.length === 0;
  if (placed > 0 && aligned < placed / 2 && !isHeading) return null;
  // Two lines in one column: columns of another table, unless the rest of the band fits well.
  if (placed > cells.size && cells.size < Math.max(3, 0.6 * columns.length)) return null;
  return { band, cells, spanning, loose };
}

/** A single line inside a column's width: a heading over short cells, an indented remark. */
function isInside(column: Column, line: Line, lines: number): boolean {
  return lines === 1 && line.box.x >= column.left - 1 && line.box.x + line.box.width <= column.right + 1;
}

function nearest(columns: readonly Column[], line: Line): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  columns.forEach((column, index) => {
    const distance = Math.max(column.left - line.box.x - line.box.width, line.box.x - column.right);
    if (distance >= least) return;
    least = distance;
    best = index;
  });
  return best;
}

/** Words beside all columns open a column of their own. */
function insertColumn(run: Run, cells: BandCells, line: Line): void {
  const before = run.columns.findIndex((column) => column.left > line.box.x);
  const at = before < 0 ? run.columns.length : before;
  run.columns.splice(at, 0, columnOf(line));
  for (const band of [...run.bands, cells]) {
    const moved = [...band.cells].map(([index, lines]): [number, Line[]] => [index < at ? index : index + 1, lines]);
    band.cells.clear();
    for (const [index, lines] of moved) band.cells.set(index, lines);
    for (const span of band.spanning) {
      if (span.from >= at) span.from += 1;
      if (span.to >= at) span.to += 1;
    }
  }
  cells.cells.set(at, [line]);
}

function accept(run: Run, cells: BandCells, step: 1 | -1): void {
  for (const [index, lines] of cells.cells) {
    const column = run.columns[index];
    if (column === undefined) continue;
    for (const line of lines) {
      const left = run.columns[index - 1];
      const right = run.columns[index + 1];
      const isClear =
        (left === undefined || line.box.x > left.right) &&
        (right === undefined || line.box.x + line.box.width < right.left);
      if (isClear) widen(column, line);
    }
  }
  for (const line of cells.loose) {
    const own = overlapped(run.columns, line)[0];
    const isOutside =
      run.columns.every((column) => column.left > line.box.x) ||
      run.columns.every((column) => column.right < line.box.x);
    if (own === undefined && isOutside) insertColumn(run, cells, line);
    else {
      const index = own ?? nearest(run.columns, line);
      cells.cells.set(
        index,
        [...(cells.cells.get(index) ?? []), line].sort((a, b) => a.box.x - b.box.x),
      );
    }
  }
  if (step === 1) run.bands.push(cells);
  else run.bands.unshift(cells);
}
