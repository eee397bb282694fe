import { createPath, stretchOf } from './painted-area';
import type { Scene } from './painter';

/** Operators that paint a path, and whether they fill it, and draw along it. `n` only clips. */
export const PATH_PAINTS: Readonly<Record<string, { readonly fills: boolean; readonly strokes: boolean }>> = {
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

/** Goes on along points. */
export const addPoints = ({ path, state }: Scene, points: readonly number[]): void => path.add(state.matrix, points);

export function addRectangle(scene: Scene, [x = 0, y = 0, across = 0, up = 0]: readonly number[]): void {
  addPoints(scene, [x, y, x + across, y, x + across, y + up, x, y + up]);
}

/** Paints the path, and begins another. */
export function paintPath(scene: Scene, { fills, strokes }: { fills: boolean; strokes: boolean }): void {
  const { painter, path, state } = scene;
  const width = Math.abs(state.lineWidth) * stretchOf(state.matrix);
  if (!path.isEmpty) painter.budget.spend(state.mask);
  if (fills) painter.budget.paint(path.filled() * state.fill);
  if (strokes) painter.budget.paint(path.stroked(width) * state.stroke);
  scene.path = createPath(painter.sheet);
}
