import type { PageImage } from '../../../src/parsers/ocr/character-reader';

const WHITE = 255;
const BLACK = 0;

/** A white page with black boxes on it. */
export function pageOf(
  width: number,
  height: number,
  boxes: readonly (readonly [x: number, y: number, width: number, height: number])[],
): PageImage {
  const gray = new Uint8Array(width * height).fill(WHITE);
  for (const [x, y, across, down] of boxes) {
    for (let row = y; row < y + down; row += 1) gray.fill(BLACK, row * width + x, row * width + x + across);
  }
  return { width, height, gray };
}

/** Lines of upright bars that are as high and as far apart as letters; each line `drop` lower at its end than at its start. */
export function linesOfLetters(width: number, height: number, drop = 0): PageImage {
  const boxes: [number, number, number, number][] = [];
  for (let y = 40; y + 60 < height; y += 40) {
    for (let x = 40; x + 40 < width; x += 14) boxes.push([x, Math.round(y + (drop * x) / width), 6, 12 + (x % 3)]);
  }
  return pageOf(width, height, boxes);
}
