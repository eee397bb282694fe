import type { Matrix } from './matrix';

/** The pixels that a page is drawn into, from its lower left corner. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** Where a path goes, in pixels. */
export interface PaintedPath {
  readonly isEmpty: boolean;
  add(matrix: Matrix, points: readonly number[]): void;
  /** Pixels of the sheet inside of it. */
  filled(): number;
  /** Pixels along it, with a line so wide. */
  stroked(width: number): number;
}

export function createPath(sheet: Sheet): PaintedPath {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  let length = 0;
  let last: readonly [number, number] | null = null;
  const most = sheet.width + sheet.height;
  const area = (by: number): number => {
    const across = Math.min(sheet.width, right + by) - Math.max(0, left - by);
    const up = Math.min(sheet.height, top + by) - Math.max(0, bottom - by);
    return Math.max(0, across + 1) * Math.max(0, up + 1);
  };
  return {
    get isEmpty() {
      return last === null;
    },
    add(matrix, points) {
      for (let at = 0; at + 1 < points.length; at += 2) {
        const [x, y] = placed(matrix, points[at] ?? 0, points[at + 1] ?? 0);
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
        if (last !== null) length += Math.min(most, Math.abs(x - last[0]) + Math.abs(y - last[1]));
        last = [x, y];
      }
    },
    filled: () => (last === null ? 0 : area(0) + length),
    stroked: (width) => (last === null ? 0 : Math.min(area(width / 2), length * (width + 2)) + length),
  };
}

/** Pixels of the sheet that a rectangle covers at most. */
export function coveredBy(sheet: Sheet, matrix: Matrix, [x, y, width, height]: readonly number[]): number {
  const path = createPath(sheet);
  const [a = 0, b = 0, c = 1, d = 1] = [x, y, width, height];
  path.add(matrix, [a, b, a + c, b, a + c, b + d, a, b + d]);
  return path.filled();
}

/** How much longer things become. */
export const stretchOf = ([a, b, c, d]: Matrix): number => Math.max(Math.hypot(a, b), Math.hypot(c, d));

const placed = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];
