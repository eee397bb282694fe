import {
  type Color,
  closePath,
  fill,
  lineTo,
  moveTo,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  setFillingColor,
} from '@cantoo/pdf-lib';
import { type Area, frameOf } from './page-frame';

/** Share of a box that stays free around a cross, on each side. */
const MARGIN = 0.18;
/** Thickness of its strokes as a part of the box's side, and in points at most. */
const STROKE = 0.13;
const MAX_STROKE = 1.6;

/** A cross in the middle of a box. It is an area: readers take the strokes of lines for wider than they are. */
export function drawTick(page: PDFPage, box: Area, ink: Color): void {
  const frame = frameOf(page);
  const side = Math.min(box.width, box.height);
  const reach = side * (0.5 - MARGIN);
  const half = Math.min(MAX_STROKE, STROKE * side) / Math.SQRT2;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  // A quarter of the outline, from the notch at the top on; the others are it turned.
  const quarter: readonly (readonly [number, number])[] = [
    [0, -half],
    [reach - half, -reach],
    [reach, half - reach],
  ];
  const outline = [0, 1, 2, 3].flatMap((turns) => quarter.map(([dx, dy]) => turned(dx, dy, turns)));
  const [start, ...corners] = outline.map(([dx, dy]) => frame.toPage(x + dx, y + dy));
  if (start === undefined) return;
  page.pushOperators(
    pushGraphicsState(),
    setFillingColor(ink),
    moveTo(start.x, start.y),
    ...corners.map((corner) => lineTo(corner.x, corner.y)),
    closePath(),
    fill(),
    popGraphicsState(),
  );
}

/** By quarters of a turn. */
function turned(x: number, y: number, turns: number): readonly [number, number] {
  return turns === 0 ? [x, y] : turned(-y, x, turns - 1);
}
