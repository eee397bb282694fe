import type { Line } from '../parsed-document';
import type { RuleGrid } from './rule-grid';

/** A row of a table with the row of the grid that it is drawn in. */
export interface DrawnRow {
  /** By column of the table. */
  readonly lines: readonly (readonly Line[])[];
  /** `cuts`: positions in the grid's `xs` where cells of this row begin. */
  readonly row: { readonly index: number; readonly cuts: readonly number[] };
}

/** Share of the other columns that must be ruled off where one goes on from row to row. */
const MIN_RULED = 0.5;

/**
 * The lines of each cell, those of a cell over several rows in each of them, and those of a heading over several columns in
 * each of those where more headings stand below. `columns`: where the table's columns begin in the grid's `xs`.
 */
export function spanRows(
  grid: RuleGrid,
  columns: readonly number[],
  rows: readonly DrawnRow[],
  headerRows: number,
): (readonly Line[])[][] {
  const cells = rows.map(({ lines, row }, index) =>
    columns.map((column, position) => {
      const own = lines[position] ?? [];
      if (index >= headerRows - 1 || own.length > 0 || row.cuts.includes(column)) return own;
      const over = columns.findLastIndex((start) => start < column && row.cuts.includes(start));
      return lines[over] ?? own;
    }),
  );
  for (let column = 0; column < columns.length; column += 1) {
    for (const group of openGroups(grid, columns, rows, column)) {
      const filled = group.filter((index) => (cells[index]?.[column] ?? []).length > 0);
      const [only] = filled;
      if (only === undefined || filled.length > 1) continue;
      const lines = cells[only]?.[column] ?? [];
      for (const index of group) cells[index]?.splice(column, 1, lines);
    }
  }
  return cells;
}

/** Rows between which a column is not ruled off while most others are. */
function openGroups(grid: RuleGrid, columns: readonly number[], rows: readonly DrawnRow[], column: number): number[][] {
  const groups: number[][] = [];
  rows.forEach(({ row }, index) => {
    const above = rows[index - 1];
    const ruled = columns.filter((start) => grid.hasHorizontal(row.index, start)).length;
    const isOpen =
      above !== undefined &&
      above.row.index === row.index - 1 &&
      !grid.hasHorizontal(row.index, columns[column] ?? 0) &&
      ruled >= MIN_RULED * columns.length;
    const group = groups[groups.length - 1];
    if (isOpen && group !== undefined) group.push(index);
    else groups.push([index]);
  });
  return groups.filter((group) => group.length > 1);
}
