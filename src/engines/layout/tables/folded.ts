import type { Grid } from './grid';

/** Tables side by side under one row of headings are two or three, no more. */
const MOST_FOLDS = 3;
/** Columns that one of them has at least. */
const FEWEST_COLUMNS = 2;

/** A long list set in two or three columns under headings that come again ("No. Name Points No. Name Points"), as one list; null where they do not. */
export function unfolded(grid: Grid): Grid | null {
  const width = grid.headings.length;
  for (let folds = MOST_FOLDS; folds > 1; folds -= 1) {
    const columns = width / folds;
    if (!Number.isInteger(columns) || columns < FEWEST_COLUMNS) continue;
    if (!comesAgain(grid.headings, columns)) continue;
    const rows = Array.from({ length: folds }, (_, fold) =>
      grid.rows.map((row) => row.slice(fold * columns, (fold + 1) * columns)),
    ).flat();
    return { ...grid, headings: grid.headings.slice(0, columns), rows };
  }
  return null;
}

function comesAgain(headings: readonly string[], columns: number): boolean {
  const named = headings.slice(0, columns).filter((heading) => heading !== '');
  return named.length === columns && headings.every((heading, index) => heading === headings[index % columns]);
}
