import type { Line } from '../parsed-document';
import { sizeOf } from './headings';
import type { TextStyle } from './page-text';

/** Sizes of one paragraph differ by no more than this. */
const SAME_SIZE = 1.15;
/** A line so much taller than its letters is written sideways. */
const SIDEWAYS = 2.5;

export type BlockKind = 'text' | 'item' | 'heading' | 'table';

/** What is being written: one block of Markdown, the last line of which may go on. */
export interface OpenBlock {
  readonly kind: BlockKind;
  readonly rows: string[];
  last: Line | null;
  /** How the page of its last line is set. */
  style: TextStyle;
  /** Whether its last row has several lines side by side. */
  isRow: boolean;
  /** Whether the page ended. */
  isCut: boolean;
}

/** Makes the text the last row, which `line` ends. */
export function append(open: OpenBlock, line: Line, text: string): void {
  open.rows.push(text);
  open.last = line;
  open.isCut = false;
}

/** Whether lines are set in sizes too different for one paragraph. */
export function differs(a: Line, b: Line): boolean {
  const ratio = sizeOf(a) / sizeOf(b);
  return ratio > SAME_SIZE || ratio < 1 / SAME_SIZE;
}

/** Whether it is written sideways. */
export function isSideways({ box, words, text }: Line): boolean {
  return text.length > 2 && box.height > SIDEWAYS * (words[0]?.size ?? box.height);
}
