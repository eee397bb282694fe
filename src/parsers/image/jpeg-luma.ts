import type { PageImage } from '../ocr/character-reader';
import { createGrayRows, type GrayRows } from './gray-rows';
import { createBitReader, isRestart } from './jpeg-bits';
import { BLOCK, progressiveReader, readWholeBlock } from './jpeg-blocks';
import { pixelsOfBlock } from './jpeg-cosines';
import { emptyTables, type JpegFrame, type JpegPlane, type JpegTables, noteSegment, scanOf } from './jpeg-frame';
import { blocksOf, readScan } from './jpeg-scan';

/** Pixels at most where the values of all blocks are held until the last scan, two bytes each. */
const MAX_PROGRESSIVE_PIXELS = 25_000_000;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * The brightness of a JPEG as it lies in the file, apart from the colours: decoded row by row where the coding allows, so
 * that no more than the page image is held. Null for what the library is to decode: no plane of brightness, codings that
 * are not read, damage. `tables`: what was said outside of the file.
 */
export function lumaOfJpeg(bytes: Uint8Array, tables: JpegTables = emptyTables()): PageImage | null {
  let page: LumaPage | null = null;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0 || isRestart(marker)) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) break;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) return null;
    const content = bytes.subarray(at + 4, at + 2 + length);
    at += 2 + length;
    if (marker !== START_OF_SCAN) {
      if (!noteSegment(tables, marker, content)) return null;
      continue;
    }
    page ??= lumaPage(tables);
    const end = page?.addScan(content, bytes, at) ?? null;
    if (end === null) return null;
    at = end;
  }
  return page?.finish() ?? null;
}

interface LumaPage {
  /** Answers where the scan ends; null where it cannot be read. */
  addScan(head: Uint8Array, bytes: Uint8Array, start: number): number | null;
  finish(): PageImage | null;
}

function lumaPage(tables: JpegTables): LumaPage | null {
  const { frame } = tables;
  const luma = frame === null ? null : lumaPlane(frame, tables.isRgb);
  if (frame === null || luma === null) return null;
  const blocks = blocksOf(frame, luma);
  const rows = createGrayRows(frame.width, frame.height);
  if (!frame.isProgressive) {
    let isDone = false;
    return {
      addScan(head, bytes, start) {
        const scan = scanOf(frame, head);
        if (scan === null) return null;
        if (!scan.planes.some(({ plane }) => plane === luma)) return createBitReader(bytes, start).markerAfter();
        const values = new Int16Array(blocks.across * luma.down * BLOCK);
        const show = rowPainter(frame, tables, luma, blocks.across, rows);
        isDone = true;
        return readScan({ frame, tables, scan, luma, read: readWholeBlock }, bytes, start, () => values, show);
      },
      finish: () => (isDone ? rows.finish() : null),
    };
  }
  if (frame.width * frame.height > MAX_PROGRESSIVE_PIXELS) return null;
  const values = new Int16Array(blocks.across * blocks.down * BLOCK);
  const stride = blocks.across * BLOCK;
  const inRow = (row: number): Int16Array => values.subarray(row * luma.down * stride, (row + 1) * luma.down * stride);
  return {
    addScan(head, bytes, start) {
      const scan = scanOf(frame, head);
      if (scan === null) return null;
      if (!scan.planes.some(({ plane }) => plane === luma)) return createBitReader(bytes, start).markerAfter();
      const read = progressiveReader(scan.range);
      return readScan({ frame, tables, scan, luma, read }, bytes, start, inRow, () => undefined);
    },
    finish() {
      const show = rowPainter(frame, tables, luma, blocks.across, rows);
      for (let row = 0; row * luma.down < blocks.down; row += 1) show(inRow(row));
      return rows.finish();
    },
  };
}

/** The plane of brightness; null where there is none, or it is not the finest. */
function lumaPlane({ planes }: JpegFrame, isRgb: boolean): JpegPlane | null {
  const [first] = planes;
  if (first === undefined || (planes.length !== 1 && (planes.length !== 3 || isRgb))) return null;
  return planes.every(({ across, down }) => across <= first.across && down <= first.down) ? first : null;
}

/** Hands the pixels of a row of units on. */
function rowPainter(
  { width, height }: JpegFrame,
  { steps }: JpegTables,
  luma: JpegPlane,
  across: number,
  rows: GrayRows,
): (values: Int16Array) => void {
  const table = steps.get(luma.steps) ?? new Uint16Array(BLOCK).fill(1);
  const band = new Uint8ClampedArray(across * 8 * 8);
  const pixels = new Uint8ClampedArray(BLOCK);
  let y = 0;
  return (values) => {
    for (let line = 0; line < luma.down; line += 1) {
      for (let column = 0; column < across; column += 1) {
        pixelsOfBlock(values, (line * across + column) * BLOCK, table, pixels);
        for (let row = 0; row < 8; row += 1)
          band.set(pixels.subarray(8 * row, 8 * row + 8), row * across * 8 + 8 * column);
      }
      for (let row = 0; row < 8 && y < height; row += 1, y += 1) {
        const start = row * across * 8;
        rows.addBytes(band.subarray(start, start + width));
      }
    }
  };
}
