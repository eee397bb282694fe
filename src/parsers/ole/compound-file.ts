import type { CompoundFolder } from './compound-folder';
import { readDirectory } from './directory';
import { chainOf, joinSectors, sectorTable } from './sectors';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const MINI_SECTOR_BYTES = 64;
/** Streams shorter than this lie in mini sectors, whatever the header says. */
const MINI_CUTOFF = 4096;

/**
 * The root of a compound file (MS-CFB): what Outlook messages and the Office files of before 2007 are wrapped in. Null
 * when it is none, or its directory is cut off or damaged. Chains and trees that run in circles end; all streams together
 * are no longer than the file: those behind that share their bytes with others, and are cut off. Never throws.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFolder | null {
  if (bytes.length < HEADER_BYTES || !SIGNATURE.every((byte, at) => bytes[at] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 2 ** shift;
  const sector = (number: number): Uint8Array => {
    const start = (number + 1) * sectorBytes;
    return bytes.subarray(start, start + sectorBytes);
  };
  const table = sectorTable(view, sectorBytes);
  const read = (start: number, length: number | null): Uint8Array | null => {
    const most = length === null ? Number.POSITIVE_INFINITY : Math.ceil(length / sectorBytes);
    const chain = chainOf(table, start, most);
    return chain === null ? null : joinSectors(chain.map(sector), length);
  };
  const directory = read(view.getUint32(48, true), null);
  if (directory === null) return null;
  const miniTableBytes = read(view.getUint32(60, true), null) ?? new Uint8Array();
  const miniTable = new Uint32Array(miniTableBytes.slice().buffer, 0, miniTableBytes.length >> 2);
  let miniStream: Uint8Array | null = null;
  const counted = new Set<object>();
  let left = bytes.length;
  return readDirectory(directory, (entry, root) => {
    if (!counted.has(entry)) {
      if (entry.sizeBytes > left) return null;
      counted.add(entry);
      left -= entry.sizeBytes;
    }
    if (entry.sizeBytes === 0) return new Uint8Array();
    if (entry.sizeBytes >= MINI_CUTOFF) return read(entry.start, entry.sizeBytes);
    miniStream ??= read(root.start, null);
    const chain = chainOf(miniTable, entry.start, Math.ceil(entry.sizeBytes / MINI_SECTOR_BYTES));
    if (chain === null || miniStream === null) return null;
    const stream = miniStream;
    const parts = chain.map((at) => stream.subarray(at * MINI_SECTOR_BYTES, (at + 1) * MINI_SECTOR_BYTES));
    return joinSectors(parts, entry.sizeBytes);
  });
}
