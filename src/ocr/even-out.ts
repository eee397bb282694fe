import type { PageImage } from '../parsers/ocr/character-reader';
import { isLetterLike } from './letters';
import type { Mark } from './marks';
import type { Paper } from './paper';

const WHITE = 255;
/** Paper that differs by less than this over the page, 0-255, is lit evenly. */
const EVEN_SPREAD = 40;
/** A speck is smaller than this share of a letter, both ways. */
const SPECK_SHARE = 0.4;

/** The page as if its paper were lit evenly: shadows go, what is written stays as dark beside its paper as it was. Pure. */
export function evenlyLit(image: PageImage, paper: Paper): PageImage {
  if (paper.spread < EVEN_SPREAD) return image;
  const { width, height } = image;
  const gray = new Uint8Array(image.gray.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      gray[at] = Math.min(WHITE, ((image.gray[at] ?? WHITE) * WHITE) / Math.max(1, paper.at(x, y)));
    }
  }
  return { width, height, gray };
}

/** The page without specks: marks much smaller than a letter that have no letter near them, as dots and commas have. Pure. */
export function withoutSpecks(given: PageImage, marks: readonly Mark[], letterHeight: number): PageImage {
  const image = { ...given, gray: given.gray.slice() };
  const letters = new Set<string>();
  const cell = (x: number, y: number): string => `${Math.floor(x / letterHeight)}:${Math.floor(y / letterHeight)}`;
  for (const mark of marks) if (isLetterLike(mark)) for (const place of cornersOf(mark)) letters.add(cell(...place));
  for (const mark of marks) {
    const size = Math.max(mark.right - mark.left, mark.bottom - mark.top);
    if (size > SPECK_SHARE * letterHeight || hasLetterNear(mark, letterHeight, (x, y) => letters.has(cell(x, y))))
      continue;
    erase(image, mark);
  }
  return image;
}

function cornersOf({ left, top, right, bottom }: Mark): [x: number, y: number][] {
  return [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
}

function hasLetterNear(mark: Mark, reach: number, isLetter: (x: number, y: number) => boolean): boolean {
  for (const y of [mark.top - reach, mark.top, mark.top + reach]) {
    for (const x of [mark.left - reach, mark.left, mark.left + reach]) if (isLetter(x, y)) return true;
  }
  return false;
}

/** Paints over a mark with the edge that it blurs into. */
function erase({ width, height, gray }: PageImage, mark: Mark): void {
  const left = Math.max(0, mark.left - 1);
  const right = Math.min(width, mark.right + 1);
  for (let y = Math.max(0, mark.top - 1); y < Math.min(height, mark.bottom + 1); y += 1) {
    gray.fill(WHITE, y * width + left, y * width + right);
  }
}
