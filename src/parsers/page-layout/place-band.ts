import type { Line } from '../parsed-document';
import {
  type Band,
  type BandCells,
  type Column,
  columnOf,
  cutAtColumns,
  isAligned,
  overlapped,
  type Run,
  widen,
} from './column-run';

/** The band's lines by column; null when it has columns of its own. */
export function placeBand(columns: readonly Column[], band: Band, step: 1 | -1): BandCells | null {
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

export function accept(run: Run, cells: BandCells, step: 1 | -1): void {
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
