import type { Mark } from './marks';

/** Pixels: what is lower is a speck, a dot or an accent. */
const LOWEST = 5;
/** Pixels: what is higher is a picture or a frame. */
const HIGHEST = 200;
/** Letters it takes to tell their height. */
const FEWEST = 12;

/**
 * How high the letters of a page are, in pixels: the median of them, null for too few. Small
 * letters without ascenders are the most, so it is near the x-height of prose and the height of digits of a table.
 */
export function letterHeight(letters: readonly Mark[]): number | null {
  const heights = letters.map((mark) => mark.bottom - mark.top).sort((a, b) => a - b);
  return heights.length < FEWEST ? null : (heights[Math.floor(heights.length / 2)] ?? null);
}

/** Whether a mark has the size and shape of a letter or a digit, whichever way it is turned. */
export function isLetterLike({ left, top, right, bottom, area }: Mark): boolean {
  const width = right - left;
  const height = bottom - top;
  if (height < LOWEST || height > HIGHEST || width < 2) return false;
  return width < 3 * height && height < 8 * width && area > 0.12 * width * height;
}

/** Height of letters, in pixels, that Tesseract reads best, and heights that are as good as not worth a change. */
const BEST_HEIGHT = 22;
const GOOD_FROM = 18;
const GOOD_TO = 36;
/** Nothing is blown up or shrunk by more. */
const LARGEST_FACTOR = 3;
const SMALLEST_FACTOR = 0.4;

/** How many times as large an image is made so that letters of this height are read well. */
export function factorFor(height: number | null): number {
  if (height === null || (height >= GOOD_FROM && height <= GOOD_TO)) return 1;
  return Math.min(LARGEST_FACTOR, Math.max(SMALLEST_FACTOR, BEST_HEIGHT / height));
}
