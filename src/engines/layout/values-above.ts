import { sharedWidth } from './span';
import type { View, ViewLine } from './view';

/** Heights of a caption within which a line to write on stands above it. */
const REACH = 1.6;
/** Points by which a drawn line may touch the print around it. */
const TOUCH = 3;

/**
 * What was written on the drawn line above a caption, as in forms that say under the line what goes there; null when the
 * caption stands nearer to what follows: then it is a box's heading and the drawn line is the box's top.
 */
export function valueAbove(caption: ViewLine, view: View): ViewLine | null {
  const { box, page, row } = caption;
  const above = nearest(caption, view, row.index - 1, -1);
  if (above === null || sizeOf(caption) > sizeOf(above) * SMALLER) return null;
  const bottom = above.box.y + above.box.height;
  const gap = box.y - bottom;
  if (gap > box.height * REACH || !isRuled(page, bottom, box, view)) return null;
  const below = nearest(caption, view, row.index + 1, 1);
  return below !== null && below.box.y - (box.y + box.height) <= gap * NEARER ? null : above;
}

/** Size of a caption's letters beside those of what is written above it, at most. */
const SMALLER = 0.95;
/** How much farther away than the value above the next print below must be. */
const NEARER = 1.25;
/** Rows looked at in each direction. */
const ROWS = 3;

const sizeOf = (one: ViewLine): number => one.line.words[0]?.size ?? 0;

/** The next line above or below that shares the caption's place across the page. */
function nearest({ box, page }: ViewLine, view: View, from: number, step: 1 | -1): ViewLine | null {
  for (let at = from; at !== from + step * ROWS; at += step) {
    const row = view.rows[at];
    if (row === undefined || row.page !== page) return null;
    const found = row.lines.find((line) => sharedWidth(line.box, box) > Math.min(line.box.width, box.width) * 0.5);
    if (found !== undefined) return found;
  }
  return null;
}

function isRuled(page: number, bottom: number, box: ViewLine['box'], view: View): boolean {
  const rules = view.document.pages.find((one) => one.number === page)?.rules ?? [];
  return rules.some(
    ({ x1, x2, y1, y2 }) =>
      Math.abs(y1 - y2) < 1 &&
      y1 > bottom - TOUCH &&
      y1 < box.y + TOUCH &&
      Math.min(x1, x2) < box.x + TOUCH &&
      Math.max(x1, x2) > box.x + box.width - TOUCH,
  );
}
