import type { BitReader } from './jpeg-bits';
import { type HuffmanTable, nextSymbol, signedBits } from './jpeg-huffman';

/** Values of a block: eight rows of eight, as waves. */
export const BLOCK = 64;

/** Where the values of a block lie that come in a zigzag from its upper left corner (ITU-T T.81, figure A.6). */
export const ZIGZAG = zigzag();

function zigzag(): Uint8Array {
  const places: number[] = [];
  for (let sum = 0; sum < 15; sum += 1) {
    const diagonal = Array.from({ length: 8 }, (_, row) => ({ row, column: sum - row }));
    const inside = diagonal.filter(({ column }) => column >= 0 && column < 8);
    const ordered = sum % 2 === 0 ? inside.reverse() : inside;
    places.push(...ordered.map(({ row, column }) => 8 * row + column));
  }
  return Uint8Array.from(places);
}

/** What one scan adds to the blocks of one component. */
export interface ScanComponent {
  readonly dc: HuffmanTable;
  readonly ac: HuffmanTable;
  /** The last block's mean, from which the next differs. */
  predicted: number;
  /** How many of the blocks that follow bring nothing new. */
  emptyBlocks: number;
}

/** Which values a scan brings, and which of their bits (ITU-T T.81, G.1.1.1). */
export interface ScanRange {
  readonly from: number;
  readonly to: number;
  /** Lowest bit that it brings, and the lowest that came before; 0: none did. */
  readonly low: number;
  readonly high: number;
}

/** Adds what a scan says of a block to it, at `at` of `values`; false where its bits are no code. */
export type BlockReader = (values: Int16Array, at: number, bits: BitReader, component: ScanComponent) => boolean;

/** All values of a block at once (F.2.2). */
export const readWholeBlock: BlockReader = (values, at, bits, component) => {
  if (!readMean(values, at, bits, component, 0)) return false;
  for (let place = 1; place < BLOCK; place += 1) {
    const symbol = nextSymbol(bits, component.ac);
    if (symbol < 0) return false;
    const length = symbol & 15;
    if (length === 0 && symbol !== 0xf0) return true;
    place += symbol >> 4;
    if (length > 0 && place < BLOCK) values[at + (ZIGZAG[place] ?? 0)] = signedBits(bits, length);
  }
  return true;
};

function readMean(values: Int16Array, at: number, bits: BitReader, component: ScanComponent, low: number): boolean {
  const length = nextSymbol(bits, component.dc);
  if (length < 0 || length > 15) return false;
  component.predicted += signedBits(bits, length);
  values[at] = component.predicted << low;
  return true;
}

/** The reader for one scan of several (G.1.2). */
export function progressiveReader(range: ScanRange): BlockReader {
  const { from, low, high } = range;
  if (from === 0 && high === 0) return (values, at, bits, component) => readMean(values, at, bits, component, low);
  if (from === 0) {
    return (values, at, bits) => {
      if (bits.take(1) === 1) values[at] = (values[at] ?? 0) | (1 << low);
      return true;
    };
  }
  return high === 0 ? firstWaves(range) : refinedWaves(range);
}

/** Values of which nothing is known yet. */
function firstWaves({ from, to, low }: ScanRange): BlockReader {
  return (values, at, bits, component) => {
    if (component.emptyBlocks > 0) {
      component.emptyBlocks -= 1;
      return true;
    }
    for (let place = from; place <= to; place += 1) {
      const symbol = nextSymbol(bits, component.ac);
      if (symbol < 0) return false;
      const [run, length] = [symbol >> 4, symbol & 15];
      if (length === 0 && run < 15) {
        component.emptyBlocks = (1 << run) + bits.take(run) - 1;
        return true;
      }
      place += run;
      if (length > 0 && place < BLOCK) values[at + (ZIGZAG[place] ?? 0)] = signedBits(bits, length) << low;
    }
    return true;
  };
}

/** One more bit of values that are known, and values that become known by it (G.1.2.3). */
function refinedWaves(range: ScanRange): BlockReader {
  const bit = 1 << range.low;
  return (values, at, bits, component) => {
    let place = range.from;
    while (component.emptyBlocks === 0 && place <= range.to) {
      const symbol = nextSymbol(bits, component.ac);
      if (symbol < 0) return false;
      const [run, length] = [symbol >> 4, symbol & 15];
      if (length === 0 && run < 15) {
        component.emptyBlocks = (1 << run) + bits.take(run);
        break;
      }
      const value = length === 0 ? 0 : bits.take(1) === 1 ? bit : -bit;
      place = refine(values, at, bits, { ...range, from: place }, run);
      if (value !== 0 && place <= range.to) values[at + (ZIGZAG[place] ?? 0)] = value;
      place += 1;
    }
    if (component.emptyBlocks > 0) {
      refine(values, at, bits, { ...range, from: place }, BLOCK);
      component.emptyBlocks -= 1;
    }
    return true;
  };
}

/** Passes over so many values that stay zero, and gives the others on the way one more bit. Answers where it stops. */
function refine(values: Int16Array, at: number, bits: BitReader, { from, to, low }: ScanRange, zeros: number): number {
  let left = zeros;
  let place = from;
  for (; place <= to; place += 1) {
    const index = at + (ZIGZAG[place] ?? 0);
    const value = values[index] ?? 0;
    if (value === 0 && left === 0) break;
    if (value === 0) left -= 1;
    else if (bits.take(1) === 1) values[index] = value + (value > 0 ? 1 << low : -(1 << low));
  }
  return place;
}
