import type { PageImage } from '../ocr/character-reader';
import { createGrayRows, type GrayRows } from './gray-rows';
import { createBitReader, isRestart } from './jpeg-bits';
import { BLOCK, type BlockReader, progressiveReader, readWholeBlock, type ScanComponent } from './jpeg-blocks';
import { pixelsOfBlock } from './jpeg-cosines';
import {
  emptyTables,
  type JpegFrame,
  type JpegPlane,
  type JpegScan,
  type JpegTables,
  noteSegment,
  scanOf,
} from './jpeg-frame';

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

/** Blocks of the plane of brightness, filled up to whole units. */
function blocksOf({ width, height }: JpegFrame, { across, down }: JpegPlane): { across: number; down: number } {
  return {
    across: Math.ceil(width / (8 * across)) * across,
    down: Math.ceil(height / (8 * down)) * down,
  };
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

interface ScanReading {
  readonly frame: JpegFrame;
  readonly tables: JpegTables;
  readonly scan: JpegScan;
  readonly luma: JpegPlane;
  readonly read: BlockReader;
}

/**
 * Reads the units of a scan; of the other planes only as far as it takes to find the next. `rowOf`: where the values of a row of
 * units go; `done`: told of each. Answers where the scan ends, null where it cannot be read.
 */
function readScan(
  { frame, tables, scan, luma, read }: ScanReading,
  bytes: Uint8Array,
  start: number,
  rowOf: (row: number) => Int16Array,
  done: (values: Int16Array) => void,
): number | null {
  const bits = createBitReader(bytes, start);
  const parts = scan.planes.map(({ plane, dc, ac }) => ({ plane, component: componentOf(tables, dc, ac) }));
  const across = blocksOf(frame, luma).across;
  // A scan of one plane has its blocks row by row, without those that fill up units.
  const isAlone = parts.length === 1;
  const columns = isAlone ? Math.ceil(frame.width / 8) : across / luma.across;
  const lines = isAlone ? Math.ceil(frame.height / 8) : blocksOf(frame, luma).down / luma.down;
  const scrap = new Int16Array(BLOCK);
  let units = 0;
  for (let line = 0; line < lines; line += 1) {
    const unitRow = isAlone ? Math.floor(line / luma.down) : line;
    const values = rowOf(unitRow);
    const isFirst = !isAlone || line % luma.down === 0;
    if (isFirst && !frame.isProgressive) values.fill(0);
    for (let column = 0; column < columns; column += 1) {
      if (tables.restartEvery > 0 && units > 0 && units % tables.restartEvery === 0) {
        if (!bits.restart()) return null;
        for (const { component } of parts) [component.predicted, component.emptyBlocks] = [0, 0];
      }
      units += 1;
      for (const { plane, component } of parts) {
        const count = isAlone ? 1 : plane.across * plane.down;
        for (let block = 0; block < count; block += 1) {
          const place = isAlone
            ? (line % luma.down) * across + column
            : Math.floor(block / plane.across) * across + column * plane.across + (block % plane.across);
          const isLuma = plane === luma;
          if (!read(isLuma ? values : scrap, isLuma ? place * BLOCK : 0, bits, component)) return null;
        }
      }
    }
    if (bits.isStarved()) return null;
    const isLast = !isAlone || line % luma.down === luma.down - 1 || line === lines - 1;
    if (isLast) done(values);
  }
  return bits.markerAfter();
}

/** Tables that a scan does not need may be missing. */
function componentOf({ codes }: JpegTables, dc: number, ac: number): ScanComponent {
  return { dc: codes.get(dc) ?? NO_CODES, ac: codes.get(ac) ?? NO_CODES, predicted: 0, emptyBlocks: 0 };
}

const NO_CODES = new Uint16Array(1 << 16);
