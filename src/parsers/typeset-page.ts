import type { Line, Page } from './parsed-document';
import { LINE_HEIGHT, MARGIN } from './typeset-grid';

/** A page holds more where one table needs more. */
export const LINES_PER_PAGE = 60;
const MIN_PAGE_WIDTH = 612;

/** As large as its lines need, and no smaller than a sheet. */
export function pageOf(number: number, lines: readonly Line[]): Page {
  let right = 0;
  let bottom = 0;
  for (const line of lines) {
    right = Math.max(right, line.box.x + line.box.width);
    bottom = Math.max(bottom, line.box.y + line.box.height);
  }
  const width = Math.max(MIN_PAGE_WIDTH, right + MARGIN);
  const height = Math.max(2 * MARGIN + LINES_PER_PAGE * LINE_HEIGHT, bottom + MARGIN);
  return { number, width, height, lines, rules: [] };
}
