import { type Span, spanOfLine, union } from '../span';
import type { View } from '../view';
import type { Grid } from './grid';
import type { ColumnMap } from './map-columns';
import { isCarried } from './total-row';

/** Share of the headings that a table must repeat to be the same one going on. */
const SAME = 0.6;
/** Share of a table's cells that must stand under the columns of the one it goes on with. */
const UNDER = 0.85;

interface Extent {
  left: number;
  right: number;
}

/**
 * The rest of a table on another page or in another block, set into the first one's columns: it repeats most headings,
 * or has none and keeps to the columns. Null where it is another table.
 */
export function continuation(grid: Grid, best: Grid, map: ColumnMap): Grid | null {
  const mapped = [...map.columns.values()];
  const same = mapped.filter(({ column }) => grid.headings[column] === best.headings[column]).length;
  if (grid.headings.length === best.headings.length && same / mapped.length >= SAME && same > 0) return grid;
  if (grid.page <= best.page || !isHeadless(grid)) return null;
  return intoColumns(grid, best);
}

/** Without headings, or with a row of values or of a sum carried over in their place. */
function isHeadless({ headings }: Grid): boolean {
  return headings.every((heading) => heading === '') || isCarried(headings) || headings.filter(isFigure).length > 1;
}

function isFigure(heading: string): boolean {
  return /\d[.,]\d{2}\b/.test(heading);
}

function intoColumns(grid: Grid, best: Grid): Grid | null {
  const extents = extentsOf(best);
  const rows = grid.rows.map((row) =>
    intoCells(
      row.filter((cell) => cell !== null),
      extents,
    ),
  );
  const cells = grid.rows.flat().filter((cell) => cell !== null).length;
  const under = rows.reduce((sum, row) => sum + row.placed, 0);
  const set = { ...best, page: grid.page, rows: rows.map((row) => row.cells) };
  return cells > 0 && under / cells >= UNDER ? set : null;
}

function intoCells(
  spans: readonly Span[],
  extents: readonly (Extent | null)[],
): { readonly cells: (Span | null)[]; readonly placed: number } {
  const cells: (Span | null)[] = extents.map(() => null);
  let placed = 0;
  for (const span of spans) {
    const column = columnUnder(span, extents);
    if (column === null) continue;
    placed += 1;
    const held = cells[column] ?? null;
    cells[column] =
      held === null ? span : { ...held, box: union(held.box, span.box), text: `${held.text} ${span.text}` };
  }
  return { cells, placed };
}

/** Rows of print looked at below a table. */
const MOST_BELOW = 60;

/** The rows of print below a table, set into its columns, where the parser may have ended it too early. */
export function printBelow(best: Grid, view: View): Grid {
  const extents = extentsOf(best);
  const spans = best.rows.flat().filter((cell) => cell !== null);
  const page = spans.at(-1)?.page ?? best.page;
  const bottom = spans
    .filter((span) => span.page === page)
    .reduce((most, { box }) => Math.max(most, box.y + box.height), 0);
  const tables = view.document.tables.filter((table) => table.page === page);
  const rows = view.rows
    .filter((row) => row.page === page && row.top >= bottom)
    .filter((row) => !tables.some(({ box }) => row.top < box.y + box.height && row.bottom > box.y))
    .slice(0, MOST_BELOW)
    .map(
      (row) =>
        intoCells(
          row.lines.map((line) => spanOfLine(page, line.line, 0, line.text.length)),
          extents,
        ).cells,
    );
  return { ...best, page, rows };
}

function extentsOf(grid: Grid): (Extent | null)[] {
  const extents: (Extent | null)[] = grid.headings.map(() => null);
  for (const row of grid.rows) {
    for (const [column, cell] of row.entries()) {
      if (cell === null) continue;
      const held = extents[column];
      const right = cell.box.x + cell.box.width;
      if (held) {
        held.left = Math.min(held.left, cell.box.x);
        held.right = Math.max(held.right, right);
      } else extents[column] = { left: cell.box.x, right };
    }
  }
  return extents;
}

function columnUnder(cell: Span, extents: readonly (Extent | null)[]): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [column, extent] of extents.entries()) {
    if (extent === null) continue;
    const shared = Math.min(extent.right, cell.box.x + cell.box.width) - Math.max(extent.left, cell.box.x);
    if (shared > most) {
      most = shared;
      best = column;
    }
  }
  return best;
}
