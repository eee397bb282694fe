import { type Span, union } from '../span';
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
  let cells = 0;
  let under = 0;
  const rows = grid.rows.map((row) => {
    const set: (Span | null)[] = best.headings.map(() => null);
    for (const cell of row) {
      if (cell === null) continue;
      cells += 1;
      const column = columnUnder(cell, extents);
      if (column === null) continue;
      under += 1;
      const held = set[column] ?? null;
      set[column] =
        held === null ? cell : { ...held, box: union(held.box, cell.box), text: `${held.text} ${cell.text}` };
    }
    return set;
  });
  return cells > 0 && under / cells >= UNDER ? { ...best, page: grid.page, rows } : null;
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
