import { joinBytes, lengthOf } from '../join-bytes';

/** Numbers from here on end a chain or mark what is no sector. */
const FIRST_MARK = 0xfffffffa;
const TABLES_IN_HEADER = 109;

/** The next sector of every sector (the FAT), gathered from the sectors that the header and the chain after it name. */
export function sectorTable(view: DataView, sectorBytes: number): Uint32Array {
  const perSector = sectorBytes / 4;
  const sectors = Math.ceil(view.byteLength / sectorBytes);
  const names: number[] = [];
  for (let index = 0; index < TABLES_IN_HEADER; index += 1) names.push(view.getUint32(76 + 4 * index, true));
  let next = view.getUint32(68, true);
  for (let seen = 0; next < FIRST_MARK && seen < sectors; seen += 1) {
    const start = (next + 1) * sectorBytes;
    if (start + sectorBytes > view.byteLength) break;
    for (let index = 0; index < perSector - 1; index += 1) names.push(view.getUint32(start + 4 * index, true));
    next = view.getUint32(start + sectorBytes - 4, true);
  }
  const table = new Uint32Array(sectors + perSector).fill(FIRST_MARK);
  let filled = 0;
  for (const name of names) {
    const start = (name + 1) * sectorBytes;
    if (name >= FIRST_MARK || filled >= sectors) break;
    for (let index = 0; index < perSector && start + 4 * index + 4 <= view.byteLength; index += 1) {
      table[filled + index] = view.getUint32(start + 4 * index, true);
    }
    filled += perSector;
  }
  return table;
}

/** The sectors from a first one on, no more than `most`; null when they lead out of the table or in a circle. */
export function chainOf(table: Uint32Array, start: number, most: number): number[] | null {
  const chain: number[] = [];
  for (let at = start; at < FIRST_MARK && chain.length < most; ) {
    const next = table[at];
    if (next === undefined || chain.length > table.length) return null;
    chain.push(at);
    at = next;
  }
  return chain;
}

/** Sectors one after another, cut to a length; null when they are shorter than that. */
export function joinSectors(sectors: readonly Uint8Array[], length: number | null): Uint8Array | null {
  const held = lengthOf(sectors);
  return length !== null && held < length ? null : joinBytes(sectors, length ?? held);
}
