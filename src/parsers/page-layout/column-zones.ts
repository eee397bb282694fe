import type { Box, Line } from '../parsed-document';

/** What zones are made of. */
export interface ZoneBlock {
  readonly box: Box;
  readonly lines: readonly Line[];
  readonly isTable: boolean;
}

/** A stretch of a page from top to bottom: one block of everything, or two sides of a gutter that are read one after the other. */
export type Zone<Block> =
  | { readonly kind: 'whole'; readonly blocks: readonly Block[] }
  | { readonly kind: 'sides'; readonly left: readonly Block[]; readonly right: readonly Block[] };

/** Lines that begin at one place before it can be the edge of a column. */
const MIN_EDGE_LINES = 3;
const MIN_SIDE_LINES = 3;
/** Words of a line of text, on average: columns of shorter lines are rows of a form. */
const MIN_WORDS = 4;
/** Points by which lines of one column may begin apart. */
const SAME_EDGE = 2;
/** Edges tried; a page has few columns. */
const MAX_EDGES = 8;
/** White space left of a column of text, in line heights. */
export const MIN_GUTTER = 0.9;
/** How much larger than the text a heading over several columns is set, and how much smaller a footnote. */
const HEADING = 1.2;
const FOOTNOTE = 0.9;

/** Blocks of one region looked at: a page of more is a drawing or a list. */
const MAX_BLOCKS = 2000;

type Side = 'left' | 'right' | 'across';

/**
 * Cuts a region where columns of text begin and end, at headings, tables and paragraphs over both sides of the gutter; null
 * where there are no columns of text.
 */
export function columnZones<Block extends ZoneBlock>(
  blocks: readonly Block[],
  lineHeight: number,
): Zone<Block>[] | null {
  if (blocks.length > MAX_BLOCKS) return null;
  const sorted = [...blocks].sort((a, b) => a.box.y - b.box.y);
  let best: Zone<Block>[] | null = null;
  let most = 0;
  for (const edge of edgesOf(sorted)) {
    const zones = zonesAt(sorted, edge, MIN_GUTTER * lineHeight);
    const lines = zones.reduce(
      (sum, zone) => sum + (zone.kind === 'sides' ? zone.left.length + zone.right.length : 0),
      0,
    );
    if (lines <= most) continue;
    most = lines;
    best = zones;
  }
  return best;
}

/** Where several lines begin, but for the leftmost place. */
function edgesOf(blocks: readonly ZoneBlock[]): number[] {
  const lefts = blocks
    .filter((block) => !block.isTable)
    .map((block) => block.box.x)
    .sort((a, b) => a - b);
  const edges: { readonly x: number; count: number }[] = [];
  for (const x of lefts) {
    const last = edges[edges.length - 1];
    if (last !== undefined && x - last.x <= SAME_EDGE) last.count += 1;
    else edges.push({ x, count: 1 });
  }
  const own = edges.slice(1).filter(({ count }) => count >= MIN_EDGE_LINES);
  return own
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_EDGES)
    .map(({ x }) => x);
}

function zonesAt<Block extends ZoneBlock>(sorted: readonly Block[], edge: number, gutter: number): Zone<Block>[] {
  const sides = sorted.map((block) => sideOf(block, edge, gutter));
  const size = medianSize(sorted);
  const zones: Zone<Block>[] = [];
  let run: number[] = [];
  const whole = (indexes: readonly number[]): void => {
    const last = zones[zones.length - 1];
    const own = pick(sorted, indexes);
    if (own.length === 0) return;
    if (last?.kind === 'whole') zones[zones.length - 1] = { kind: 'whole', blocks: [...last.blocks, ...own] };
    else zones.push({ kind: 'whole', blocks: own });
  };
  const end = (): void => {
    const kept = withoutFootnotes(sorted, run, size);
    const left = kept.filter((index) => sides[index] === 'left');
    const right = kept.filter((index) => sides[index] === 'right');
    if (areText(pick(sorted, left)) && areText(pick(sorted, right))) {
      zones.push({ kind: 'sides', left: pick(sorted, left), right: pick(sorted, right) });
      whole(run.slice(kept.length));
    } else whole(run);
    run = [];
  };
  for (const [index, block] of sorted.entries()) {
    if (sides[index] === 'across' || isOverBoth(sorted, sides, index, size)) {
      end();
      whole([index]);
    } else if (block.lines.length > 0) run.push(index);
  }
  end();
  return zones;
}

function pick<Block>(blocks: readonly Block[], indexes: readonly number[]): Block[] {
  return indexes.flatMap((index) => {
    const block = blocks[index];
    return block === undefined ? [] : [block];
  });
}

function sideOf({ box }: ZoneBlock, edge: number, gutter: number): Side {
  if (box.x >= edge - SAME_EDGE) return 'right';
  return box.x + box.width <= edge - gutter ? 'left' : 'across';
}

function sizeOf(block: ZoneBlock): number {
  return block.lines[0]?.words[0]?.size ?? 0;
}

function medianSize(blocks: readonly ZoneBlock[]): number {
  const sizes = blocks.map(sizeOf).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** A heading alone on its row, with both sides below it and both or none above: it heads all columns, though it is short. */
function isOverBoth(sorted: readonly ZoneBlock[], sides: readonly Side[], at: number, size: number): boolean {
  const block = sorted[at];
  if (block === undefined || sizeOf(block) < HEADING * size) return false;
  const bottom = block.box.y + block.box.height;
  const beside = sorted.some(
    (other, index) => index !== at && other.box.y < bottom && other.box.y + other.box.height > block.box.y,
  );
  if (beside) return false;
  const below = new Set(sides.slice(at + 1));
  const above = new Set(sides.slice(0, at));
  const areBoth = (some: ReadonlySet<Side>): boolean => some.has('left') && some.has('right');
  return areBoth(below) && (areBoth(above) || !above.has('right'));
}

/** Small print below columns belongs to the page. */
function withoutFootnotes(sorted: readonly ZoneBlock[], run: readonly number[], size: number): readonly number[] {
  let to = run.length;
  while (to > 0) {
    const block = sorted[run[to - 1] ?? 0];
    if (block === undefined || sizeOf(block) > FOOTNOTE * size) break;
    to -= 1;
  }
  return run.slice(0, to);
}

function areText(blocks: readonly ZoneBlock[]): boolean {
  const lines = blocks.flatMap((block) => (block.isTable ? [] : block.lines));
  if (lines.length < MIN_SIDE_LINES) return false;
  return lines.reduce((sum, line) => sum + line.words.length, 0) >= MIN_WORDS * lines.length;
}
