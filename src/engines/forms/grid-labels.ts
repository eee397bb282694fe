import type { Blank } from './blank';
import { bottom, right, sharedHeight, sharedWidth } from './geometry';
import type { Side } from './side';

/** Points between cells of one table. */
const TOUCH = 4;
/** Blank cells in a row and in a column from which on it is a table to be filled in. */
const MIN_CELLS = 2;

/**
 * Names of the blank cells of tables: by the heading of their column, and by the words before their row where there are
 * any: "Monday, hours". `beside`: the words on a side of a blank.
 */
export function gridLabels(
  blanks: readonly Blank[],
  beside: (blank: Blank, side: Side) => string | null,
): ReadonlyMap<Blank, string> {
  const cells = blanks.filter(({ kind, cells: comb }) => kind === 'frame' && comb.length === 0);
  const labels = new Map<Blank, string>();
  for (const cell of cells) {
    const row = chain(cell, cells, isRightAfter);
    const column = chain(cell, cells, isRightBelow);
    const isTable = row.length >= MIN_CELLS && column.length >= MIN_CELLS;
    const heading = beside(column[0] ?? cell, 'above');
    if (!isTable || heading === null) continue;
    const before = beside(row[0] ?? cell, 'left');
    labels.set(cell, before === null ? `${heading} ${column.indexOf(cell) + 1}` : `${before}, ${heading}`);
  }
  return labels;
}

/** The cells of a table that lie in one line with a cell, from the first. */
function chain(cell: Blank, cells: readonly Blank[], follows: (a: Blank, b: Blank) => boolean): readonly Blank[] {
  const line = [cell];
  for (let before = cells.find((one) => follows(one, cell)); before !== undefined; ) {
    line.unshift(before);
    const first: Blank = before;
    before = line.length > cells.length ? undefined : cells.find((one) => follows(one, first));
  }
  for (let after = cells.find((one) => follows(cell, one)); after !== undefined; ) {
    line.push(after);
    const last: Blank = after;
    after = line.length > cells.length ? undefined : cells.find((one) => follows(last, one));
  }
  return line;
}

const isRightAfter = ({ box: a }: Blank, { box: b }: Blank): boolean =>
  Math.abs(b.x - right(a)) <= TOUCH && sharedHeight(a, b) > 0.8 * Math.max(a.height, b.height);

const isRightBelow = ({ box: a }: Blank, { box: b }: Blank): boolean =>
  Math.abs(b.y - bottom(a)) <= TOUCH && sharedWidth(a, b) > 0.8 * Math.max(a.width, b.width);
