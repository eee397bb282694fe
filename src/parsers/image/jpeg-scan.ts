import { createBitReader } from './jpeg-bits';
import { BLOCK, type BlockReader, type ScanComponent } from './jpeg-blocks';
import type { JpegFrame, JpegPlane, JpegScan, JpegTables } from './jpeg-frame';

export interface ScanReading {
  readonly frame: JpegFrame;
  readonly tables: JpegTables;
  readonly scan: JpegScan;
  readonly luma: JpegPlane;
  readonly read: BlockReader;
}

/** Blocks of the plane of brightness, filled up to whole units. */
export function blocksOf({ width, height }: JpegFrame, { across, down }: JpegPlane): { across: number; down: number } {
  return {
    across: Math.ceil(width / (8 * across)) * across,
    down: Math.ceil(height / (8 * down)) * down,
  };
}

/**
 * Reads the units of a scan; of the other planes only as far as it takes to find the next. `rowOf`: where the values of a row of
 * units go; `done`: told of each. Answers where the scan ends, null where it cannot be read.
 */
export function readScan(
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
