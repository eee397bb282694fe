import type { Word } from '../parsed-document';
import { apply, type Matrix } from './matrix';

/** Text that is drawn from one place on: what stands between two positions (SVG 1.1, 10.1). */
export interface TextChunk {
  readonly text: string;
  /** Where characters begin on the baseline, as far as they are told one by one; the first always is. */
  readonly xs: readonly number[];
  /** How far it stands to the right of them. */
  readonly dx: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: string;
  readonly matrix: Matrix;
}

/** Mean width of a character as a share of the size: no font is measured. */
const CHARACTER_WIDTH = 0.52;
/** Height above the baseline and of all, as shares of the size. */
const ASCENT = 0.8;
const HEIGHT = 1;

/** The words of a chunk where they stand on the page, in reading order. */
export function wordsOfChunk(chunk: TextChunk): Word[] {
  const { xs, dx, y, size, bold, matrix } = chunk;
  const scale = Math.hypot(matrix.a, matrix.b);
  const advance = CHARACTER_WIDTH * size;
  const shift = anchorShift(chunk, advance);
  const startOf = (index: number): number => {
    const told = Math.min(index, xs.length - 1);
    return (xs[told] ?? 0) + dx + (index - told) * advance - shift;
  };
  return [...chunk.text.matchAll(/\S+/g)].map((match): Word => {
    const left = startOf(match.index);
    const right = startOf(match.index + match[0].length - 1) + advance;
    const corners = [left, right].flatMap((x) => [
      apply(matrix, { x, y: y - ASCENT * size }),
      apply(matrix, { x, y: y + (HEIGHT - ASCENT) * size }),
    ]);
    const horizontal = corners.map((corner) => corner.x);
    const vertical = corners.map((corner) => corner.y);
    const box = {
      x: Math.min(...horizontal),
      y: Math.min(...vertical),
      width: Math.max(...horizontal) - Math.min(...horizontal),
      height: Math.max(...vertical) - Math.min(...vertical),
    };
    return { text: match[0], box, size: size * scale, bold, certainty: 1 };
  });
}

function anchorShift({ text, xs, anchor }: TextChunk, advance: number): number {
  if (xs.length > 1 || anchor === 'start') return 0;
  return (text.length * advance) / (anchor === 'middle' ? 2 : 1);
}

/** Whether the text runs from left to right. */
export const isUpright = ({ matrix }: TextChunk): boolean => matrix.a > 0 && Math.abs(matrix.b) < 0.1 * matrix.a;
