import type { Line, Table } from '../parsed-document';
import { boundingBox, centerY, holdsCenter } from './boxes';
import { columnZones, MIN_GUTTER, type ZoneBlock } from './column-zones';
import { lineHeightOf } from './line-height';

/** What is ordered: a line, or a table with all its lines in their rows. */
type Block = ZoneBlock;

/** White space that parts blocks from each other, in line heights. */
const MIN_BREAK = 0.7;
/** Cuts inside cuts. */
const MAX_DEPTH = 12;

/** Lines in the order they are read: blocks from top to bottom, columns of text one after another, rows across. */
export function inReadingOrder(lines: readonly Line[], tables: readonly Table[]): Line[] {
  const blocks: Block[] = [];
  const inTable = new Map<Table, Line[]>();
  for (const line of lines) {
    const table = tables.find((candidate) => holdsCenter(candidate.box, line.box));
    if (table === undefined) blocks.push({ box: line.box, lines: [line], isTable: false });
    else {
      const own = inTable.get(table);
      if (own === undefined) inTable.set(table, [line]);
      else own.push(line);
    }
  }
  for (const own of inTable.values()) {
    blocks.push({ box: boundingBox(own.map((line) => line.box)), lines: own, isTable: true });
  }
  return order(blocks, 0).flatMap((block) => block.lines);
}

function order(blocks: readonly Block[], depth: number): readonly Block[] {
  if (blocks.length < 2 || depth > MAX_DEPTH) return byRows(blocks);
  const height = lineHeightOf(blocks.flatMap((block) => block.lines));
  const zones = columnZones(blocks, height);
  if (zones !== null) {
    return zones.flatMap((zone) =>
      zone.kind === 'whole'
        ? order(zone.blocks, depth + 1)
        : [...order(zone.left, depth + 1), ...order(zone.right, depth + 1)],
    );
  }
  const columns = cut(blocks, 'x', MIN_GUTTER * height);
  if (columns.length > 1 && areColumns(columns)) return columns.flatMap((part) => order(part, depth + 1));
  const sides = sidesOf(columns).find(({ left, right }) => areApart(left, right, height));
  if (sides !== undefined) return [...order(sides.left, depth + 1), ...order(sides.right, depth + 1)];
  const parts = cut(blocks, 'y', MIN_BREAK * height);
  if (parts.length > 1) return parts.flatMap((part) => order(part, depth + 1));
  return byRows(blocks);
}

/** Parts that white space of at least `gap` keeps apart along one axis. */
function cut(blocks: readonly Block[], axis: 'x' | 'y', gap: number): Block[][] {
  const extent = axis === 'x' ? 'width' : 'height';
  const sorted = [...blocks].sort((a, b) => a.box[axis] - b.box[axis]);
  const parts: Block[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const block of sorted) {
    const part = parts[parts.length - 1];
    if (part === undefined || block.box[axis] - end >= gap) parts.push([block]);
    else part.push(block);
    end = Math.max(end, block.box[axis] + block.box[extent]);
  }
  return parts;
}

/** Columns of text are read one after another; short lines side by side on common baselines are rows. */
function areColumns(parts: readonly (readonly Block[])[]): boolean {
  const sizes = parts.map((part) => part.flatMap((block) => block.lines).length);
  if (sizes.some((size) => size < 2)) return false;
  const words = parts.map((part) => {
    const lines = part.flatMap((block) => block.lines);
    return lines.reduce((sum, line) => sum + line.words.length, 0) / Math.max(1, lines.length);
  });
  if (words.every((count) => count >= 4)) return true;
  const [first, second] = parts;
  const others = (second ?? []).map((block) => centerY(block.box));
  const beside = (first ?? []).filter((block) =>
    others.some((y) => Math.abs(y - centerY(block.box)) < block.box.height / 2),
  );
  return beside.length < 0.5 * Math.min(first?.length ?? 0, second?.length ?? 0);
}

/** White space between blocks that have nothing to do with each other, in line heights. */
const MIN_APART = 3.5;
/** Leading of a block of lines, in line heights: a form is set wider. */
const MAX_LEADING = 1.6;

/** Lines that end in a colon from which on a block is one of labels. */
const MIN_LABELS = 2;

interface Sides {
  readonly left: readonly Block[];
  readonly right: readonly Block[];
}

/** The parts on both sides of each white space between them, the widest first. */
function sidesOf(parts: readonly (readonly Block[])[]): Sides[] {
  const cuts = parts.slice(1).map((part, index) => {
    const left = boundingBox((parts[index] ?? []).map((block) => block.box));
    const right = boundingBox(part.map((block) => block.box));
    const sides = { left: parts.slice(0, index + 1).flat(), right: parts.slice(index + 1).flat() };
    return { gap: right.x - left.x - left.width, sides };
  });
  return cuts.sort((one, other) => other.gap - one.gap).map(({ sides }) => sides);
}

/**
 * Whether short lines side by side are blocks of their own, like the addresses of two parties: far apart, set tight, and out
 * of step. Labels with their values are in step, row by row.
 */
function areApart(left: readonly Block[], right: readonly Block[], height: number): boolean {
  const leftBox = boundingBox(left.map((block) => block.box));
  const rightBox = boundingBox(right.map((block) => block.box));
  if (left.length < 2 || right.length < 2 || left.some((block) => block.isTable)) return false;
  if (rightBox.x - leftBox.x - leftBox.width < MIN_APART * height || left.some(isLabel)) return false;
  // Labels on the right name what stands behind them: what stands before them is none of theirs.
  if (right.filter(isLabel).length >= MIN_LABELS) return true;
  if (leftBox.height > MAX_LEADING * height * rowsIn(left)) return false;
  const inStep = left.filter((block) => right.some((other) => isInStep(block, other))).length;
  const lastInStep = left.findLastIndex((block) => right.some((other) => isInStep(block, other)));
  return inStep < left.length && (lastInStep < left.length - 1 || inStep < left.length / 2);
}

function isLabel(block: Block): boolean {
  return /:$/.test(block.lines[0]?.text ?? '');
}

function isInStep(a: Block, b: Block): boolean {
  return Math.abs(centerY(a.box) - centerY(b.box)) < 0.15 * Math.min(a.box.height, b.box.height);
}

function rowsIn(blocks: readonly Block[]): number {
  return new Set(blocks.map((block) => Math.round(centerY(block.box)))).size;
}

function byRows(blocks: readonly Block[]): Block[] {
  const sorted = [...blocks].sort((a, b) => centerY(a.box) - centerY(b.box));
  const rows: Block[][] = [];
  for (const block of sorted) {
    const row = rows[rows.length - 1];
    const first = row?.[0];
    const isBeside =
      first !== undefined &&
      Math.abs(centerY(first.box) - centerY(block.box)) < 0.4 * Math.min(first.box.height, block.box.height);
    if (row !== undefined && isBeside) row.push(block);
    else rows.push([block]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x));
}
