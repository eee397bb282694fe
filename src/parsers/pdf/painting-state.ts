import { type Matrix, matrixOf, multiplied } from './matrix';
import { stretchOf } from './painted-area';
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

type Change = (state: PaintingState, numbers: readonly number[]) => PaintingState;

const plainFill: Change = (state) => ({ ...state, fill: 1 });
const plainStroke: Change = (state) => ({ ...state, stroke: 1 });

/** Operators that change the state by numbers alone. */
export const CHANGES: Readonly<Record<string, Change>> = {
  cm: (state, numbers) => ({ ...state, matrix: multiplied(matrixOf(numbers), state.matrix) }),
  w: (state, [width = 1]) => ({ ...state, lineWidth: width }),
  BT: (state) => ({ ...state, textStretch: 1 }),
  Tm: (state, numbers) => ({ ...state, textStretch: stretchOf(matrixOf(numbers)) }),
  Tz: (state, [percent = 0]) => ({ ...state, textStretch: state.textStretch * Math.max(1, percent / 100) }),
  g: plainFill,
  rg: plainFill,
  k: plainFill,
  cs: plainFill,
  sc: plainFill,
  G: plainStroke,
  RG: plainStroke,
  K: plainStroke,
  CS: plainStroke,
  SC: plainStroke,
};
