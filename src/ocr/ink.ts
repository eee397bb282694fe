import type { PageImage } from '../parsers/ocr/character-reader';
import { type Paper, paperOf } from './paper';

/** What is written, apart from what it is written on: 1 where there is ink, row by row. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** Ink is darker than this share of the paper around it. */
const INK_BELOW = 0.72;
/** Where the paper is dark all over, nothing is legible: no ink is looked for below this brightness of the paper. */
const DARKEST_PAPER = 40;

/** Parts ink from paper by how bright the paper is nearby, so that a shadow is no ink. Pure. */
export function inkOf(image: PageImage, paper: Paper = paperOf(image)): Ink {
  const { width, height, gray } = image;
  const bits = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const bright = paper.at(x, y);
      const value = gray[y * width + x] ?? 255;
      if (bright > DARKEST_PAPER && value < bright * INK_BELOW) bits[y * width + x] = 1;
    }
  }
  return { width, height, bits };
}
