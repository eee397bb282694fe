import { LONGEST_CODE, MODE_CODES, MODES, RUN_CODES } from './fax-codes';
import type { GrayRows } from './gray-rows';

/** A page of a fax machine of group 4 (ITU-T T.6), line by line. */
export interface FaxRows {
  /**
   * Where the colour changes in the next line, the first change being to black, and the width at the end; null where the lines
   * end, or bits are no code. Valid until the next but one.
   */
  next(): readonly number[] | null;
}

/** `isAligned`: each line begins with a byte; `isMirrored`: the bits of each byte are, lowest first. */
export function faxRows(bytes: Uint8Array, width: number, isAligned: boolean, isMirrored: boolean): FaxRows {
  let bit = 0;
  const end = 8 * bytes.length;
  const byteAt = (at: number): number => (isMirrored ? mirrored(bytes[at] ?? 0) : (bytes[at] ?? 0));
  const nextOf = (table: Uint16Array): number => {
    const at = bit >> 3;
    const window = (byteAt(at) << 16) | (byteAt(at + 1) << 8) | byteAt(at + 2);
    const found = table[(window >> (24 - LONGEST_CODE - (bit & 7))) & ((1 << LONGEST_CODE) - 1)] ?? 0;
    if (found === 0 || bit >= end) return -1;
    bit += found & 15;
    return found >> 4;
  };
  const run = (color: number): number => {
    let length = 0;
    for (;;) {
      const part = nextOf(RUN_CODES[color === 0 ? 0 : 1]);
      if (part < 0) return -1;
      length += part;
      if (part < 64) return length;
      if (length > width) return -1;
    }
  };
  let above: readonly number[] = [width];
  return {
    next() {
      if (isAligned) bit = (bit + 7) & ~7;
      const line: number[] = [];
      let place = 0;
      let color = 0;
      let isStart = true;
      let search = 0;
      while (place < width) {
        const mode = nextOf(MODE_CODES);
        if (mode < 0) return null;
        // The next change above to the other colour, right of this place: changes to black have even numbers.
        while (search > 0 && (above[search - 1] ?? 0) > place) search -= 1;
        while (search < above.length && ((above[search] ?? 0) < place || (!isStart && above[search] === place)))
          search += 1;
        const change = search % 2 === color ? search : search + 1;
        if (mode === MODES.pass) {
          place = above[change + 1] ?? width;
        } else if (mode === MODES.runs) {
          const [first, second] = [run(color), run(1 - color)];
          if (first < 0 || second < 0 || place + first + second > width) return null;
          line.push(place + first, place + first + second);
          place += first + second;
        } else {
          const next = (above[change] ?? width) + mode - MODES.below;
          if (next < place || next > width) return null;
          line.push(next);
          place = next;
          color = 1 - color;
        }
        isStart = false;
      }
      while (line.at(-1) === width) line.pop();
      line.push(width);
      above = line;
      return line;
    },
  };
}

/** A byte with its lowest bit first. */
function mirrored(byte: number): number {
  let out = 0;
  for (let bit = 0; bit < 8; bit += 1) out |= ((byte >> bit) & 1) << (7 - bit);
  return out;
}

/** Adds so many lines to an image. `paper`, `ink`: gray. False where the first of them cannot be read; others that cannot stay paper. */
export function addFax(
  rows: GrayRows,
  fax: FaxRows,
  { width, height, paper, ink }: { width: number; height: number; paper: number; ink: number },
): boolean {
  const row = new Uint8Array(width);
  for (let y = 0; y < height; y += 1) {
    const changes = fax.next();
    if (changes === null && y === 0) return false;
    let from = 0;
    for (const [index, to] of (changes ?? [width]).entries()) {
      row.fill(index % 2 === 0 ? paper : ink, from, to);
      from = to;
    }
    rows.addBytes(row);
  }
  return true;
}
