import type { Line, Word } from '../parsed-document';
import { boundingBox, centerX, lineOf } from './boxes';
import { lineHeightOf } from './line-height';

/** The lines of one baseline, left to right. */
export interface Band {
  readonly lines: readonly Line[];
  readonly top: number;
  readonly bottom: number;
  /** Typical height of its lines, in points. */
  readonly height: number;
}

export function bandOf(lines: readonly Line[]): Band {
  const box = boundingBox(lines.map((line) => line.box));
  return {
    lines,
    top: box.y,
    bottom: box.y + box.height,
    height: lineHeightOf(lines, box.height),
  };
}

/** A column while it grows: the stretch its cells cover, and where they begin, end and have their middles. */
export interface Column {
  left: number;
  right: number;
  readonly lefts: number[];
  readonly rights: number[];
  readonly centers: number[];
}

/** What a band puts into the columns: by column, and what reaches over several of them. */
export interface BandCells {
  readonly band: Band;
  readonly cells: Map<number, Line[]>;
  readonly spanning: readonly { readonly line: Line; from: number; to: number }[];
  /** What stands beside and between all columns. */
  readonly loose: readonly Line[];
}

/** Gap that cuts a line alone on its baseline, in font sizes. */
const MIN_ALONE_GAP_EM = 0.8;
/** Words over columns of their own that make a line one of headings. */
const MIN_HEADINGS = 3;
/** Points by which edges of cells of one column may differ; a third of the font size where that is more. */
const EDGE_SLACK = 2.5;

export function columnOf(line: Line): Column {
  const { x, width } = line.box;
  return { left: x, right: x + width, lefts: [x], rights: [x + width], centers: [centerX(line.box)] };
}

/** Columns that a line overlaps; a hair does not count. */
export function overlapped(columns: readonly Column[], line: Line): number[] {
  const left = line.box.x + 0.5;
  const right = line.box.x + line.box.width - 0.5;
  const own: number[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index];
    if (column !== undefined && column.left < right && column.right > left) own.push(index);
  }
  return own;
}

/** Whether a line begins, ends or has its middle where cells of the column do. */
export function isAligned(column: Column, line: Line): boolean {
  const slack = Math.max(EDGE_SLACK, line.box.height / 3);
  const near = (edges: readonly number[], at: number): boolean => edges.some((edge) => Math.abs(edge - at) <= slack);
  return (
    near(column.lefts, line.box.x) ||
    near(column.rights, line.box.x + line.box.width) ||
    near(column.centers, centerX(line.box))
  );
}

/** Edges kept of a column: enough to know how it is aligned. */
const MAX_EDGES = 24;

export function widen(column: Column, line: Line): void {
  column.left = Math.min(column.left, line.box.x);
  column.right = Math.max(column.right, line.box.x + line.box.width);
  if (column.lefts.length >= MAX_EDGES) return;
  column.lefts.push(line.box.x);
  column.rights.push(line.box.x + line.box.width);
  column.centers.push(centerX(line.box));
}

/** Cuts a line that reaches over columns between two words, where the second part begins or ends as its column's cells do. */
export function cutAtColumns(columns: readonly Column[], line: Line, isAlone: boolean, mayBeHeading: boolean): Line[] {
  const parts: Word[][] = [];
  let current: Word[] = [];
  let at: number | null = null;
  for (const word of line.words) {
    const own = overlapped(columns, lineOf([word]));
    const only = own.length === 1 ? (own[0] ?? null) : null;
    const last = current[current.length - 1];
    const gap = last === undefined ? 0 : word.box.x - last.box.x - last.box.width;
    // Alone on its baseline a line is a sentence: only a gap wider than a word space cuts it.
    if (isAlone && gap < MIN_ALONE_GAP_EM * word.size && only !== at && at !== null) return [line];
    if (current.length > 0 && at !== null && only !== null && only !== at) {
      parts.push(current);
      current = [];
      at = null;
    }
    current.push(word);
    at = only ?? at;
  }
  if (current.length > 0) parts.push(current);
  const lines = parts.map(lineOf);
  const over = new Set(lines.flatMap((part) => overlapped(columns, part)));
  // Headings are set tight and need no alignment: each over one column, one after another, is enough.
  if (mayBeHeading && !isAlone && lines.length >= MIN_HEADINGS && over.size === lines.length) return lines;
  const fits = lines.every((part) => {
    const own = overlapped(columns, part);
    const column = columns[own[0] ?? -1];
    return own.length === 1 && column !== undefined && isAligned(column, part);
  });
  return lines.length > 1 && fits ? lines : [line];
}

/** Bands that follow each other with common columns. */
export interface Run {
  readonly columns: Column[];
  readonly bands: BandCells[];
}
