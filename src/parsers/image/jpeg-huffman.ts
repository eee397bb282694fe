import type { BitReader } from './jpeg-bits';

/** By the next 16 bits: how many of them are the code, times 256, and the symbol that it stands for; 0: no code. */
export type HuffmanTable = Uint16Array;

const LONGEST = 16;

/** From the counts of codes by length and the symbols in their order (ITU-T T.81, annex C); null when they are no code. */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | null {
  const table = new Uint16Array(1 << LONGEST);
  let next = 0;
  let used = 0;
  for (let length = 1; length <= LONGEST; length += 1) {
    const span = 1 << (LONGEST - length);
    for (let left = counts[length - 1] ?? 0; left > 0; left -= 1) {
      if (next + span > table.length) return null;
      table.fill((length << 8) | (symbols[used] ?? 0), next, next + span);
      next += span;
      used += 1;
    }
  }
  return table;
}

/** The next symbol; -1 where the bits are no code. */
export function nextSymbol(bits: BitReader, table: HuffmanTable): number {
  const found = table[bits.peek()] ?? 0;
  if (found === 0) return -1;
  bits.skip(found >> 8);
  return found & 0xff;
}

/** A number of so many bits, the upper half of whose values are positive (ITU-T T.81, F.2.2.1). */
export function signedBits(bits: BitReader, length: number): number {
  const value = bits.take(length);
  return length > 0 && value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
}
