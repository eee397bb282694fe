import type { Line } from '../parsed-document';
import { columnZones, type ZoneBlock } from './column-zones';
import { lineHeightOf } from './line-height';

/** Words from which on a line is one of running text, and the share of a side's words that must stand in such lines. */
const PROSE_WORDS = 5;
const PROSE_SHARE = 0.7;

/**
 * The rows of a page, parted where it has columns of running text: tables do not reach over the gutter between them. Each
 * part has its rows from top to bottom, and each row its lines.
 */
export function pageSides(rows: readonly (readonly Line[])[]): (readonly (readonly Line[])[])[] {
  const blocks = rows.flat().map((line): ZoneBlock => ({ box: line.box, lines: [line], isTable: false }));
  const zones = columnZones(blocks, lineHeightOf(rows.flat())) ?? [];
  const sides = zones.flatMap((zone) =>
    zone.kind === 'sides' && isProse(zone.left) && isProse(zone.right) ? [zone.left, zone.right] : [],
  );
  if (sides.length === 0) return [rows];
  const owner = new Map<Line, number>();
  for (const [side, own] of sides.entries())
    for (const block of own) for (const line of block.lines) owner.set(line, side);
  const rowsOf = (side: number | undefined): (readonly Line[])[] =>
    rows.map((row) => row.filter((line) => owner.get(line) === side)).filter((row) => row.length > 0);
  return [rowsOf(undefined), ...sides.flatMap((_, side) => pageSides(rowsOf(side)))].filter((part) => part.length > 0);
}

function isProse(blocks: readonly ZoneBlock[]): boolean {
  const counts = blocks.flatMap((block) => block.lines.map((line) => line.words.length));
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.filter((count) => count >= PROSE_WORDS).reduce((sum, count) => sum + count, 0) >= PROSE_SHARE * all;
}
