import { oriented } from '../image/oriented';
import type { PageImage } from '../ocr/character-reader';
import { type Matrix, multiplied } from './matrix';
import { type OnlyPicture, onlyPicture } from './only-picture';
import type { PageObject } from './page-object';
import type { PdfObjects } from './pdf-objects';
import { picturePixels } from './picture-pixels';

/** Points by which a picture may miss the edges of its page. */
const NEAR_EDGE = 2;

/**
 * The page as an image, where it shows nothing but one picture that fills it: that one's pixels, turned as they are shown.
 * To draw the page would take many times its memory and time. Null for any other page. `shown`: its size, as the PDF reader sees it.
 */
export async function pictureOfPage(
  objects: PdfObjects,
  number: number,
  shown: { readonly width: number; readonly height: number },
): Promise<PageImage | null> {
  const only = await onlyPicture(objects, number);
  const orientation = only === null ? null : orientationOf(only, shown);
  if (only === null || orientation === null) return null;
  const pixels = await picturePixels(objects, only.stream);
  return pixels === null ? null : oriented(pixels, orientation);
}

/** Exif's number of how the picture is turned when it is shown; null where it does not fill the page. */
function orientationOf({ matrix, page }: OnlyPicture, shown: { width: number; height: number }): number | null {
  const whole = multiplied(matrix, toShown(page, shown));
  // Corners of the picture as it is seen: where its first row begins, where that ends, where the last row begins.
  const [start, across, down] = [at(whole, 0, 1), at(whole, 1, 1), at(whole, 0, 0)].map((corner) =>
    cornerOf(corner, shown),
  );
  return ORIENTATIONS[[start, across, down].join(' ')] ?? null;
}

/** By the corners of the page where the first row begins, where it ends, and where the last begins. */
const ORIENTATIONS: Readonly<Record<string, number>> = {
  'left-top right-top left-bottom': 1,
  'right-top left-top right-bottom': 2,
  'right-bottom left-bottom right-top': 3,
  'left-bottom right-bottom left-top': 4,
  'left-top left-bottom right-top': 5,
  'right-top right-bottom left-top': 6,
  'right-bottom right-top left-bottom': 7,
  'left-bottom left-top right-bottom': 8,
};

/** From the page to what is shown of it, in points from the top left. */
function toShown({ frame, turn }: PageObject, { width, height }: { width: number; height: number }): Matrix {
  const [left, bottom] = frame;
  const moved: Matrix = [1, 0, 0, 1, -left, -bottom];
  const turned: Readonly<Record<number, Matrix>> = {
    0: [1, 0, 0, -1, 0, height],
    90: [0, 1, 1, 0, 0, 0],
    180: [-1, 0, 0, 1, width, 0],
    270: [0, -1, -1, 0, width, height],
  };
  return multiplied(moved, turned[turn] ?? [1, 0, 0, -1, 0, height]);
}

function at([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

function cornerOf({ x, y }: { x: number; y: number }, { width, height }: { width: number; height: number }): string {
  const side = (place: number, end: number, names: readonly [string, string]): string => {
    if (Math.abs(place) <= NEAR_EDGE) return names[0];
    return Math.abs(place - end) <= NEAR_EDGE ? names[1] : 'inside';
  };
  return `${side(x, width, ['left', 'right'])}-${side(y, height, ['top', 'bottom'])}`;
}
