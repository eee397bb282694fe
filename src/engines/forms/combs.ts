import type { Box } from '../../parsers/parsed-document';
import { type Blank, frameBlank } from './blank';
import { around, right } from './geometry';

/** Points that a box for one character is wide. */
const MIN_CELL = 7;
const MAX_CELL = 32;
/** Boxes that make a comb. */
const MIN_CELLS = 3;
/** Widths of a box between two groups of one comb, as in dates. */
const GROUP_GAP = 1.3;
/** Points by which boxes of one comb may differ. */
const SLACK = 2;

/** Rows of boxes for one character each, as one blank. */
export function combsOf(empty: readonly Box[]): Blank[] {
  const cells = empty.filter(({ width, height }) => width >= MIN_CELL && width <= MAX_CELL && height <= 2.5 * width);
  const rows: Box[][] = [];
  for (const cell of [...cells].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.find((one) => goesOn(one, cell));
    if (row === undefined) rows.push([cell]);
    else row.push(cell);
  }
  return rows.filter(isComb).map((row) => frameBlank(around(row), { cells: row }));
}

function goesOn(row: readonly Box[], cell: Box): boolean {
  const last = row.at(-1);
  if (last === undefined) return false;
  const gap = cell.x - right(last);
  return (
    Math.abs(last.y - cell.y) <= SLACK &&
    Math.abs(last.height - cell.height) <= SLACK &&
    Math.abs(last.width - cell.width) <= SLACK + 0.15 * cell.width &&
    gap >= -SLACK &&
    gap <= GROUP_GAP * cell.width
  );
}

/** Most of its boxes touch: boxes apart from each other are to be ticked. */
function isComb(row: readonly Box[]): boolean {
  const touching = row.filter((cell, index) => {
    const before = row[index - 1];
    return before !== undefined && cell.x - right(before) <= SLACK;
  });
  return row.length >= MIN_CELLS && touching.length >= row.length / 2;
}
