import type { Matrix } from './matrix';
import type { PdfValue } from './pdf-values';

/** What instructions change that lasts (ISO 32000-1, 8.4), as far as it tells how much is painted. */
export interface PaintingState {
  readonly matrix: Matrix;
  readonly lineWidth: number;
  /** What a painted pixel takes, in plain ones: gradients take more. */
  readonly fill: number;
  readonly stroke: number;
  /** What a soft mask adds to everything that is painted. */
  readonly mask: number;
  readonly font: PdfValue;
  readonly fontSize: number;
  readonly textStretch: number;
}

export const startState = (matrix: Matrix): PaintingState => ({
  matrix,
  lineWidth: 1,
  fill: 1,
  stroke: 1,
  mask: 0,
  font: null,
  fontSize: 0,
  textStretch: 1,
});

/** Operators that choose a plain colour. */
export const PLAIN_FILLS = new Set(['g', 'rg', 'k', 'cs', 'sc']);
export const PLAIN_STROKES = new Set(['G', 'RG', 'K', 'CS', 'SC']);

/** Operators that paint a path, and whether they fill it, and draw along it. `n` only clips. */
export const PAINTS: Readonly<Record<string, { readonly fills: boolean; readonly strokes: boolean }>> = {
  f: { fills: true, strokes: false },
  F: { fills: true, strokes: false },
  'f*': { fills: true, strokes: false },
  n: { fills: true, strokes: false },
  S: { fills: false, strokes: true },
  s: { fills: false, strokes: true },
  B: { fills: true, strokes: true },
  'B*': { fills: true, strokes: true },
  b: { fills: true, strokes: true },
  'b*': { fills: true, strokes: true },
};
