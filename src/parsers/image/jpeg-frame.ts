import { BLOCK, type ScanRange, ZIGZAG } from './jpeg-blocks';
import { type HuffmanTable, huffmanTable } from './jpeg-huffman';

/** One of the planes that the pixels of a JPEG are made of. */
export interface JpegPlane {
  readonly id: number;
  /** How many of its blocks, across and down, are a unit of a scan of several planes. */
  readonly across: number;
  readonly down: number;
  /** Which table of steps its values are of. */
  readonly steps: number;
}

export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  readonly planes: readonly JpegPlane[];
  /** Whether the values of a block come in several scans. */
  readonly isProgressive: boolean;
}

/** A scan: which planes it brings, and by which tables they are coded. */
export interface JpegScan {
  readonly planes: readonly { readonly plane: JpegPlane; readonly dc: number; readonly ac: number }[];
  readonly range: ScanRange;
}

/** What the segments before a scan have said. */
export interface JpegTables {
  readonly steps: Map<number, Uint16Array>;
  /** By number: those for means as they are, those for waves 16 higher. */
  readonly codes: Map<number, HuffmanTable>;
  /** Units of a scan after which it can be taken up anew; 0: nowhere. */
  restartEvery: number;
  frame: JpegFrame | null;
  /** Whether its three planes are red, green and blue. */
  isRgb: boolean;
}

export const emptyTables = (): JpegTables => ({
  steps: new Map(),
  codes: new Map(),
  restartEvery: 0,
  frame: null,
  isRgb: false,
});

/** The kinds of coding that are read: baseline, extended, progressive, all with Huffman codes. */
const FRAMES = [0xc0, 0xc1, 0xc2];
const PROGRESSIVE = 0xc2;
const RGB_IDS = '82,71,66';

/** Notes what a segment says, without its marker and length. False where it is one that is not read. */
export function noteSegment(tables: JpegTables, marker: number, content: Uint8Array): boolean {
  if (marker === 0xdb) return noteSteps(tables, content);
  if (marker === 0xc4) return noteCodes(tables, content);
  if (marker === 0xdd) tables.restartEvery = shortAt(content, 0);
  if (marker === 0xee && isAdobe(content)) tables.isRgb = content[11] === 0;
  if (marker < 0xc0 || marker > 0xcf || marker === 0xc8) return true;
  return FRAMES.includes(marker) && tables.frame === null && noteFrame(tables, marker === PROGRESSIVE, content);
}

const shortAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const isAdobe = (content: Uint8Array): boolean => content.length >= 12 && content[0] === 0x41 && content[1] === 0x64;

function noteSteps({ steps }: JpegTables, content: Uint8Array): boolean {
  for (let at = 0; at < content.length; ) {
    const head = content[at] ?? 0;
    const isWide = head >> 4 === 1;
    const table = new Uint16Array(BLOCK);
    for (let place = 0; place < BLOCK; place += 1) {
      const step = isWide ? shortAt(content, at + 1 + 2 * place) : (content[at + 1 + place] ?? 0);
      table[ZIGZAG[place] ?? 0] = step;
    }
    steps.set(head & 15, table);
    at += 1 + (isWide ? 2 : 1) * BLOCK;
  }
  return true;
}

function noteCodes({ codes }: JpegTables, content: Uint8Array): boolean {
  for (let at = 0; at + 17 <= content.length; ) {
    const counts = content.subarray(at + 1, at + 17);
    const length = counts.reduce((sum, count) => sum + count, 0);
    const table = huffmanTable(counts, content.subarray(at + 17, at + 17 + length));
    if (table === null) return false;
    codes.set(content[at] ?? 0, table);
    at += 17 + length;
  }
  return true;
}

function noteFrame(tables: JpegTables, isProgressive: boolean, content: Uint8Array): boolean {
  const count = content[5] ?? 0;
  if (content[0] !== 8 || content.length < 6 + 3 * count) return false;
  const planes = Array.from({ length: count }, (_, index) => {
    const [id = 0, factors = 0, steps = 0] = content.subarray(6 + 3 * index);
    return { id, across: factors >> 4, down: factors & 15, steps };
  });
  if (planes.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) return false;
  if (planes.map(({ id }) => id).join() === RGB_IDS) tables.isRgb = true;
  tables.frame = { height: shortAt(content, 1), width: shortAt(content, 3), planes, isProgressive };
  return true;
}

/** What the head of a scan says; null where that fits no frame. */
export function scanOf({ planes }: JpegFrame, content: Uint8Array): JpegScan | null {
  const count = content[0] ?? 0;
  const chosen = Array.from({ length: count }, (_, index) => {
    const [id, codes = 0] = content.subarray(1 + 2 * index);
    const plane = planes.find((each) => each.id === id);
    return plane === undefined ? [] : [{ plane, dc: codes >> 4, ac: 16 + (codes & 15) }];
  }).flat();
  const [from = 0, to = 0, bits = 0] = content.subarray(1 + 2 * count);
  if (chosen.length !== count || count === 0 || from > to || to >= BLOCK) return null;
  return { planes: chosen, range: { from, to, high: bits >> 4, low: bits & 15 } };
}
