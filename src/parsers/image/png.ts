import { inflatedPieces } from '../inflated-pieces';
import type { PageImage } from '../ocr/character-reader';
import { createGrayRows } from './gray-rows';
import { damaged, type PictureDecoder, refuseHuge } from './picture';
import { type PngHeader, readPngChunks } from './png-chunks';
import { bitsPerPixel, grayReader } from './png-pixels';
import { createRowReader, type RowReader, unfilter } from './png-rows';

/** PNG. Animated ones show their first picture. */
export const decodePng: PictureDecoder = async function* (bytes) {
  const header = readPngChunks(bytes);
  const { width, height, dpi } = header;
  refuseHuge('PNG', width, height);
  yield { number: 1, image: await pixelsOfPng(header), width, height, dpi, orientation: 1 };
};

/** Bytes behind the last row that some programs write; more of them is no picture. */
const MAX_SURPLUS_BYTES = 64 * 1024;

/** The pixels of a PNG in gray, decoded row by row: no more of it is held than the page image. Throws `ParseError`. */
export async function pixelsOfPng(header: PngHeader): Promise<PageImage> {
  const reader = createRowReader(inflatedPieces(header.data, 'deflate'));
  try {
    const image = header.isInterlaced ? await interlaced(header, reader) : await straight(header, reader);
    if ((await surplusOf(reader)) !== null) throw damaged('PNG');
    return image;
  } catch {
    // Whatever is said of bad data.
    throw damaged('PNG');
  } finally {
    await reader.close();
  }
}

/** All rows are there: whether the stream ends well after them is no matter. */
async function surplusOf(reader: RowReader): Promise<Uint8Array | null> {
  return reader.next(MAX_SURPLUS_BYTES).catch(() => null);
}

async function straight(header: PngHeader, reader: RowReader): Promise<PageImage> {
  const { width, height } = header;
  const rows = createGrayRows(width, height);
  const gray = grayReader(header);
  await eachRow(header, reader, width, height, (row) => rows.add((x) => gray(row, x)));
  return rows.finish();
}

/** The seven passes of Adam7: first column and row, and how far to the next. https://www.w3.org/TR/png-3/#8InterlaceMethods */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

async function interlaced(header: PngHeader, reader: RowReader): Promise<PageImage> {
  const { width, height } = header;
  const whole = new Uint8Array(width * height);
  const gray = grayReader(header);
  for (const [left, top, across, down] of PASSES) {
    const columns = Math.ceil((width - left) / across);
    const lines = Math.ceil((height - top) / down);
    if (columns <= 0 || lines <= 0) continue;
    await eachRow(header, reader, columns, lines, (row, line) => {
      const start = (top + line * down) * width + left;
      for (let x = 0; x < columns; x += 1) whole[start + x * across] = gray(row, x);
    });
  }
  const rows = createGrayRows(width, height);
  for (let y = 0; y < height; y += 1) rows.add((x) => whole[y * width + x] ?? 255);
  return rows.finish();
}

async function eachRow(
  header: PngHeader,
  reader: RowReader,
  columns: number,
  lines: number,
  use: (row: Uint8Array, line: number) => void,
): Promise<void> {
  const bits = bitsPerPixel(header);
  const length = 1 + Math.ceil((columns * bits) / 8);
  let above: Uint8Array = new Uint8Array(length);
  for (let line = 0; line < lines; line += 1) {
    const row = await reader.next(length);
    if (row === null) throw new Error('the pixels end early');
    unfilter(row, above, Math.max(1, bits >> 3));
    use(row, line);
    above = row;
  }
}
