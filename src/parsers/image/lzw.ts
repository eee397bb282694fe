/** Codes have twelve bits at most. */
const MAX_CODES = 4096;

/** How codes lie in bytes: in GIF lowest bit first; in TIFF highest first, and one bit longer one code early. */
export type CodeOrder = 'lowest-first' | 'highest-first';

/** Numbers that were packed. */
interface Unpacked {
  readonly found: Uint8Array;
  /** Whether a code came that is none. */
  readonly isDamaged: boolean;
}

/**
 * Unpacks LZW (https://www.w3.org/Graphics/GIF/spec-gif89a.txt, appendix F; TIFF 6.0, section 13), no more than `length`
 * numbers. Null when they end early or a code is none. `least`: bits of a number.
 */
export function unpackLzw(bytes: Uint8Array, least: number, length: number, order: CodeOrder): Uint8Array | null {
  if (least < 1 || least > 8) return null;
  const { found } = unpackLzwUpTo(bytes, least, length, order);
  return found.length < length ? null : found;
}

/** As many numbers as there are, up to `length`. `early`: by how many codes they are longer before they need to be. */
export function unpackLzwUpTo(
  bytes: Uint8Array,
  least: number,
  length: number,
  order: CodeOrder,
  early = order === 'highest-first' ? 1 : 0,
): Unpacked {
  const clear = 1 << least;
  /** Of each code: the code that it lengthens, the number it ends with, and how many numbers it stands for. */
  const [before, last, lengths] = [new Uint16Array(MAX_CODES), new Uint8Array(MAX_CODES), new Uint16Array(MAX_CODES)];
  for (let code = 0; code < clear; code += 1) [last[code], lengths[code]] = [code, 1];
  const out = new Uint8Array(length);
  let filled = 0;
  let bits = least + 1;
  let next = clear + 2;
  let previous: number | null = null;
  /** Writes what a code stands for, from its end, and answers the first number of it. */
  const put = (code: number): number => {
    const count = lengths[code] ?? 0;
    let at = code;
    for (let place = filled + count - 1; place > filled; place -= 1) {
      if (place < length) out[place] = last[at] ?? 0;
      at = before[at] ?? 0;
    }
    if (filled < length) out[filled] = last[at] ?? 0;
    filled += count;
    return last[at] ?? 0;
  };
  for (const code of codesOf(bytes, () => bits, order)) {
    if (code === clear + 1) break;
    if (code === clear) {
      [bits, next, previous] = [least + 1, clear + 2, null];
      continue;
    }
    if (code > next || (code === next && previous === null)) return { found: out.subarray(0, filled), isDamaged: true };
    const isNew = code === next;
    const first = put(isNew ? (previous ?? 0) : code);
    if (isNew && filled < length) out[filled] = first;
    if (isNew) filled += 1;
    if (previous !== null && next < MAX_CODES) {
      [before[next], last[next], lengths[next]] = [previous, first, (lengths[previous] ?? 0) + 1];
      next += 1;
      if (next + early === 1 << bits && bits < 12) bits += 1;
    }
    if (filled >= length) break;
    previous = code;
  }
  return { found: out.subarray(0, filled), isDamaged: false };
}

/** Numbers of as many bits as are asked for each time. */
function* codesOf(bytes: Uint8Array, bits: () => number, order: CodeOrder): Generator<number> {
  let held = 0;
  let count = 0;
  for (const byte of bytes) {
    held = order === 'lowest-first' ? held | (byte << count) : (held << 8) | byte;
    count += 8;
    for (let wanted = bits(); count >= wanted; wanted = bits()) {
      const mask = (1 << wanted) - 1;
      count -= wanted;
      yield order === 'lowest-first' ? held & mask : (held >> count) & mask;
      held = order === 'lowest-first' ? held >> wanted : held & ((1 << count) - 1);
    }
  }
}
