import { appearancesOf } from './appearances';
import type { Matrix } from './matrix';
import { findPage, type PageObject } from './page-object';
import type { Painting } from './painter';
import { paintingCost } from './painting-cost';
import type { PdfObjects } from './pdf-objects';

/** Pixels that drawing a page may paint: half a second, and as much again for what they cannot tell. */
const MAX_PAINTED = 200_000_000;
const POINTS_PER_INCH = 72;

/**
 * Whether a page (1-based) shows anything, and can be drawn as an image in bounded time: drawing can neither be interrupted
 * nor bounded from outside. False as well where this cannot be told.
 */
export async function isWorthDrawing(objects: PdfObjects, number: number, dpi: number): Promise<boolean> {
  const page = findPage(objects, number);
  if (page === null) return false;
  const scale = dpi / POINTS_PER_INCH;
  const [left, bottom, right, top] = page.frame;
  const sheet = { width: (right - left) * scale, height: (top - bottom) * scale };
  const matrix: Matrix = [scale, 0, 0, scale, -left * scale, -bottom * scale];
  const paintings = [contentOf(objects, page, matrix), ...notesOf(objects, page, matrix)];
  return (await paintingCost(objects, paintings, sheet, MAX_PAINTED)) === 'within';
}

function contentOf(objects: PdfObjects, { contents, resources }: PageObject, matrix: Matrix): Painting {
  const whole = objects.resolve(contents);
  return { pieces: Array.isArray(whole) ? whole : [contents], resources, matrix };
}

/** Notes and fields are painted as forms; whichever of their looks is the one, and however it is fitted into its frame. */
function notesOf(objects: PdfObjects, { annotations, resources }: PageObject, matrix: Matrix): Painting[] {
  return annotations
    .flatMap((note) => appearancesOf(objects, note))
    .map((form) => ({ pieces: [form], resources: objects.entryOf(form, '/Resources') ?? resources, matrix }));
}
