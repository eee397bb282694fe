import { MAX_PAGE_PIXELS, type PageImage } from '../ocr/character-reader';

/** Takes the pixels of an image row by row. */
export interface GrayRows {
  /** `value`: gray of pixel `x` of the row, 0-255. */
  add(value: (x: number) => number): void;
  /** The same, of a row that is gray already. */
  addBytes(values: Uint8Array | Uint8ClampedArray): void;
  /** What has been taken, rows that never came white. */
  finish(): PageImage;
}

/** How many pixels of a picture, across and down, become one of the page image. */
export function shrinkFor(width: number, height: number, most = MAX_PAGE_PIXELS): number {
  return Math.max(1, Math.sqrt((width * height) / most));
}

/** Collects rows into a page image of no more than `MAX_PAGE_PIXELS`: where there are more, neighbours are averaged. */
export function createGrayRows(width: number, height: number): GrayRows {
  const shrink = shrinkFor(width, height);
  const size = { width: Math.max(1, Math.floor(width / shrink)), height: Math.max(1, Math.floor(height / shrink)) };
  const gray = new Uint8Array(size.width * size.height).fill(255);
  const sums = new Float64Array(size.width);
  const counts = new Uint32Array(size.width);
  const columns = Uint32Array.from({ length: width }, (_, x) => Math.min(size.width - 1, Math.floor(x / shrink)));
  let row = 0;
  let current = 0;
  const flush = (): void => {
    for (let x = 0; x < size.width; x += 1) {
      const count = counts[x] ?? 0;
      if (count > 0) gray[current * size.width + x] = (sums[x] ?? 0) / count;
    }
    sums.fill(0);
    counts.fill(0);
  };
  const add = (value: (x: number) => number): void => {
    const target = Math.min(size.height - 1, Math.floor(row / shrink));
    if (target !== current) flush();
    current = target;
    for (let x = 0; x < width; x += 1) {
      const column = columns[x] ?? 0;
      sums[column] = (sums[column] ?? 0) + value(x);
      counts[column] = (counts[column] ?? 0) + 1;
    }
    row += 1;
  };
  return {
    add,
    addBytes(values) {
      if (shrink > 1) return add((x) => values[x] ?? 255);
      gray.set(values.subarray(0, width), row * width);
      row += 1;
    },
    finish() {
      flush();
      return { ...size, gray };
    },
  };
}

/** Brightness as the eye weighs the colours (ITU-R BT.601). `alpha`: 0 shows the white paper below. */
export function luminance(red: number, green: number, blue: number, alpha = 255): number {
  const value = 0.299 * red + 0.587 * green + 0.114 * blue;
  return alpha === 255 ? value : 255 - ((255 - value) * alpha) / 255;
}

/** Adds rows of pixels of red, green, blue and alpha. */
export function addRgba(rows: GrayRows, pixels: Uint8Array | Uint8ClampedArray, width: number, height: number): void {
  for (let y = 0; y < height; y += 1) {
    rows.add((x) => {
      const at = 4 * (y * width + x);
      return luminance(pixels[at] ?? 255, pixels[at + 1] ?? 255, pixels[at + 2] ?? 255, pixels[at + 3] ?? 255);
    });
  }
}

/** Red, green, blue and alpha of each pixel, row by row, as a page image. */
export function grayOfRgba(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number): PageImage {
  const rows = createGrayRows(width, height);
  addRgba(rows, pixels, width, height);
  return rows.finish();
}
