import type { Span } from '../span';
import type { Grid } from './grid';
import { isTotalRow } from './total-row';

/** Sections that a table has at least, and the share of its rows that they are at most. */
const FEWEST_SECTIONS = 2;
const MOST_OF_ROWS = 0.5;
const LONGEST = 80;

/**
 * A table whose rows are parted by headings of their own ("Pottery", "Monday, 4 May"), with those in a column before the
 * others. Null where the first row is not such a heading: lines of one cell then go on with an item.
 */
export function bySection(grid: Grid): Grid | null {
  const heads = grid.rows.map((row) => headIn(row));
  const first = grid.rows.findIndex((row) => row.some((cell) => cell !== null));
  const count = heads.filter((head) => head !== null).length;
  if (count < FEWEST_SECTIONS || count > grid.rows.length * MOST_OF_ROWS || heads[first] == null) return null;
  let section: Span | null = null;
  const rows: (Span | null)[][] = [];
  for (const [index, row] of grid.rows.entries()) {
    const head = heads[index] ?? null;
    if (head !== null) section = head;
    else if (row.some((cell) => cell !== null)) rows.push([section, ...row]);
  }
  return { ...grid, headings: ['', ...grid.headings], rows, sections: true };
}

/** What a row of one text says over those below it. */
function headIn(row: readonly (Span | null)[]): Span | null {
  const filled = row.filter((cell) => cell !== null);
  const [text] = filled;
  if (text === undefined || text.text.length > LONGEST || !/\p{L}/u.test(text.text) || isTotalRow([text.text]))
    return null;
  return filled.every((cell) => cell.text === text.text) ? text : null;
}
