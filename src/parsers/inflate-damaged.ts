/** Something that no stream says, or its end before it is over. */
class Damage extends Error {}

/**
 * What a stream holds before it is damaged or cut off, or where its sum is wrong: zlib (RFC 1950, `deflate`) or bare
 * (RFC 1951, `deflate-raw`). Null for more than `limit` bytes. The platform keeps to itself up to 64 KB of what comes before
 * an error; this gives away all that zlib has written by then, which is what readers of PDF take. Goes through it twice, and
 * holds nothing else.
 */
export function inflateDamaged(
  packed: Uint8Array,
  packing: 'deflate' | 'deflate-raw',
  limit: number,
): Uint8Array | null {
  const counter = createCounter(limit);
  inflateInto(packed, packing, counter);
  if (counter.isOver()) return null;
  const writer = createWriter(counter.length());
  inflateInto(packed, packing, writer);
  return writer.bytes;
}

/** What is inflated, as it comes. */
interface Output {
  /** Whether there was more than there may be: nothing more is to come. */
  isOver(): boolean;
  put(byte: number): void;
  add(bytes: Uint8Array): void;
  /** So many bytes, the first of them `distance` before the end. False where there are none so far back. */
  repeat(distance: number, count: number): boolean;
}

function createCounter(limit: number): Output & { length(): number } {
  let length = 0;
  return {
    length: () => length,
    isOver: () => length > limit,
    put() {
      length += 1;
    },
    add(bytes) {
      length += bytes.length;
    },
    repeat(distance, count) {
      if (distance > length) return false;
      length += count;
      return true;
    },
  };
}

/** `length`: of what is to come. */
function createWriter(length: number): Output & { readonly bytes: Uint8Array } {
  const bytes = new Uint8Array(length);
  let filled = 0;
  return {
    bytes,
    isOver: () => false,
    put(byte) {
      bytes[filled] = byte;
      filled += 1;
    },
    add(more) {
      bytes.set(more, filled);
      filled += more.length;
    },
    repeat(distance, count) {
      if (distance > filled) return false;
      for (const end = filled + count; filled < end; filled += 1) bytes[filled] = bytes[filled - distance] ?? 0;
      return true;
    },
  };
}

function inflateInto(packed: Uint8Array, packing: 'deflate' | 'deflate-raw', out: Output): void {
  try {
    const bits = createBits(packed);
    if (packing === 'deflate') passHeader(bits);
    let isLast = false;
    while (!isLast && !out.isOver()) isLast = inflateBlock(bits, out);
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
  }
}

const MAX_CODE_BITS = 15;

/** What each length and each distance begins with, and how many bits tell the rest (RFC 1951, 3.2.5). */
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
]
  .concat([227, 258])
  .map((from, index) => ({ from, bits: index < 8 || index === 28 ? 0 : (index >> 2) - 1 }));
const DISTANCES = Array.from({ length: 30 }, (_, index) => {
  const bits = index < 4 ? 0 : (index >> 1) - 1;
  return { from: index < 4 ? index + 1 : ((2 + (index & 1)) << bits) + 1, bits };
});
/** The order in which a block says the bits of the code that its other codes are said in. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const END = 256;
const [MAX_LETTERS, MAX_DISTANCES] = [286, 30];

interface Bits {
  /** The next so many, the first the lowest. Throws `Damage` where there are none left. */
  take(count: number): number;
  symbol(code: Code): number;
  /** So many bytes from the next whole one on, or what there is of them. */
  bytes(count: number): Uint8Array;
  toWholeByte(): void;
}

function createBits(packed: Uint8Array): Bits {
  let at = 0;
  let held = 0;
  let count = 0;
  const take = (wanted: number): number => {
    for (; count < wanted; count += 8) {
      if (at >= packed.length) throw new Damage();
      held |= (packed[at] ?? 0) << count;
      at += 1;
    }
    const value = held & ((1 << wanted) - 1);
    held >>>= wanted;
    count -= wanted;
    return value;
  };
  return {
    take,
    symbol({ counts, symbols }) {
      let value = 0;
      let first = 0;
      let index = 0;
      for (let length = 1; length <= MAX_CODE_BITS; length += 1) {
        value |= take(1);
        const ofLength = counts[length] ?? 0;
        if (value < first + ofLength) return symbols[index + value - first] ?? 0;
        index += ofLength;
        first = (first + ofLength) << 1;
        value <<= 1;
      }
      throw new Damage();
    },
    bytes(wanted) {
      const found = packed.subarray(at, at + wanted);
      at += found.length;
      return found;
    },
    toWholeByte() {
      take(count);
    },
  };
}

/** A code of bits (3.2.2): how many symbols have as many bits, and the symbols from the fewest bits on. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/** `bits`: of each symbol; 0: it has none. Throws `Damage` for more symbols than bits, and for fewer unless it is one alone. */
function codeOf(bits: readonly number[], mayBeOne: boolean): Code {
  const counts = new Uint16Array(MAX_CODE_BITS + 1);
  for (const length of bits) counts[length] = (counts[length] ?? 0) + 1;
  const isEmpty = counts[0] === bits.length;
  const isOne = mayBeOne && (counts[0] ?? 0) + (counts[1] ?? 0) === bits.length;
  const starts = new Uint16Array(MAX_CODE_BITS + 2);
  let left = 1;
  for (let length = 1; length <= MAX_CODE_BITS; length += 1) {
    left = 2 * left - (counts[length] ?? 0);
    if (left < 0) throw new Damage();
    starts[length + 1] = (starts[length] ?? 0) + (counts[length] ?? 0);
  }
  if (left > 0 && !isEmpty && !isOne) throw new Damage();
  const symbols = new Uint16Array(bits.length);
  for (const [symbol, length] of bits.entries()) {
    if (length === 0) continue;
    symbols[starts[length] ?? 0] = symbol;
    starts[length] = (starts[length] ?? 0) + 1;
  }
  return { counts, symbols };
}

const PLAIN_LETTERS = codeOf(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
  false,
);
const PLAIN_DISTANCES = codeOf(Array<number>(32).fill(5), false);

/** RFC 1950, 2.2: without a dictionary that is known beforehand. */
function passHeader(bits: Bits): void {
  const [method, flags] = [bits.take(8), bits.take(8)];
  if ((method & 15) !== 8 || method >> 4 > 7 || (256 * method + flags) % 31 !== 0 || (flags & 32) !== 0)
    throw new Damage();
}

/** Answers whether it was the last. */
function inflateBlock(bits: Bits, out: Output): boolean {
  const isLast = bits.take(1) === 1;
  const kind = bits.take(2);
  if (kind === 0) copyBlock(bits, out);
  else if (kind === 1) inflateSymbols(bits, PLAIN_LETTERS, PLAIN_DISTANCES, out);
  else if (kind === 2) inflateSymbols(bits, ...codesOf(bits), out);
  else throw new Damage();
  return isLast;
}

function copyBlock(bits: Bits, out: Output): void {
  bits.toWholeByte();
  const length = bits.take(16);
  if ((length ^ bits.take(16)) !== 0xffff) throw new Damage();
  const found = bits.bytes(length);
  out.add(found);
  if (found.length < length) throw new Damage();
}

/** The codes of a block that says its own, for letters and for distances. */
function codesOf(bits: Bits): [Code, Code] {
  const letters = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const said = bits.take(4) + 4;
  if (letters > MAX_LETTERS || distances > MAX_DISTANCES) throw new Damage();
  const ofLengths = Array<number>(ORDER.length).fill(0);
  for (const symbol of ORDER.slice(0, said)) ofLengths[symbol] = bits.take(3);
  const code = codeOf(ofLengths, false);
  const lengths: number[] = [];
  while (lengths.length < letters + distances) {
    const symbol = bits.symbol(code);
    const [length, times] = runOf(bits, symbol, lengths.at(-1));
    if (lengths.length + times > letters + distances) throw new Damage();
    for (let index = 0; index < times; index += 1) lengths.push(length);
  }
  if (lengths[END] === 0) throw new Damage();
  return [codeOf(lengths.slice(0, letters), true), codeOf(lengths.slice(letters), true)];
}

/** The bits of a symbol, and of how many (3.2.7). */
function runOf(bits: Bits, symbol: number, before: number | undefined): [length: number, times: number] {
  if (symbol < 16) return [symbol, 1];
  if (symbol === 17) return [0, 3 + bits.take(3)];
  if (symbol === 18) return [0, 11 + bits.take(7)];
  if (before === undefined) throw new Damage();
  return [before, 3 + bits.take(2)];
}

function inflateSymbols(bits: Bits, letters: Code, distances: Code, out: Output): void {
  while (!out.isOver()) {
    const symbol = bits.symbol(letters);
    if (symbol === END) return;
    if (symbol < END) out.put(symbol);
    else {
      const length = LENGTHS[symbol - END - 1];
      if (length === undefined) throw new Damage();
      const count = length.from + bits.take(length.bits);
      const distance = DISTANCES[bits.symbol(distances)];
      if (distance === undefined || !out.repeat(distance.from + bits.take(distance.bits), count)) throw new Damage();
    }
  }
}
