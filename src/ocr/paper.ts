import type { PageImage } from '../parsers/ocr/character-reader';

/** How bright the paper is, place by place. */
export interface Paper {
  at(x: number, y: number): number;
  /** Brightest place less darkest place, 0-255. */
  readonly spread: number;
}

/** Pixels of a side of the squares that are looked at. */
const TILE = 32;
/** Of the pixels of a square, the share that is brighter than what counts as its paper. */
const BRIGHTER_SHARE = 0.25;

/** The brightness of the paper by squares; a square takes part in its neighbours', for letters may fill one. Pure. */
export function paperOf({ width, height, gray }: PageImage): Paper {
  const columns = Math.max(1, Math.ceil(width / TILE));
  const rows = Math.max(1, Math.ceil(height / TILE));
  const own = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      own[row * columns + column] = brightness(gray, width, height, column * TILE, row * TILE);
    }
  }
  const smooth = smoothed(own, columns, rows);
  const at = (x: number, y: number): number => smooth[Math.floor(y / TILE) * columns + Math.floor(x / TILE)] ?? 255;
  return { at, spread: smooth.reduce((a, b) => Math.max(a, b), 0) - smooth.reduce((a, b) => Math.min(a, b), 255) };
}

function brightness(gray: Uint8Array, width: number, height: number, left: number, top: number): number {
  const counts = new Uint32Array(256);
  const right = Math.min(width, left + TILE);
  const bottom = Math.min(height, top + TILE);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const value = gray[y * width + x] ?? 255;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  let rest = (right - left) * (bottom - top) * BRIGHTER_SHARE;
  for (let value = 255; value > 0; value -= 1) {
    rest -= counts[value] ?? 0;
    if (rest <= 0) return value;
  }
  return 0;
}

/** Each square as the brighter half of its neighbourhood says: a dark one among bright ones is a picture or a heading. */
function smoothed(own: Float32Array, columns: number, rows: number): Float32Array {
  const result = new Float32Array(own.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const around: number[] = [];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
          around.push(own[y * columns + x] ?? 255);
        }
      }
      around.sort((a, b) => a - b);
      result[row * columns + column] = around[Math.floor(around.length * 0.6)] ?? 255;
    }
  }
  return result;
}
