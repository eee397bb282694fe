/** The bits of a scan (ITU-T T.81, F.2.2.5). Past its end they are zeros. */
export interface BitReader {
  /** The next 16 bits, which are not taken yet. */
  peek(): number;
  /** `length`: at most 16. */
  skip(length: number): void;
  take(length: number): number;
  /** Goes on behind the next restart marker; false where the scan has no other. */
  restart(): boolean;
  /** Whether more was taken than there is. */
  isStarved(): boolean;
  /** Where the marker lies that ends what has been read so far, or would. */
  markerAfter(): number;
}

const MARKER = 0xff;
/** The reader looks this many bytes ahead. */
const AHEAD = 4;

export function createBitReader(bytes: Uint8Array, start: number): BitReader {
  let at = start;
  let buffer = 0;
  let count = 0;
  let missing = 0;
  const fill = (): void => {
    while (count <= 16) {
      const byte = bytes[at] ?? MARKER;
      const isMarker = byte === MARKER && bytes[at + 1] !== 0;
      if (isMarker) missing += 1;
      else at += byte === MARKER ? 2 : 1;
      buffer = (buffer << 8) | (isMarker ? 0 : byte);
      count += 8;
    }
  };
  const markerAfter = (): number => {
    let place = at;
    while (place + 1 < bytes.length && (bytes[place] !== MARKER || !isName(bytes[place + 1] ?? 0))) place += 1;
    return place;
  };
  return {
    peek() {
      fill();
      return (buffer >>> (count - 16)) & 0xffff;
    },
    skip(length) {
      count -= length;
    },
    take(length) {
      if (length === 0) return 0;
      fill();
      count -= length;
      return (buffer >>> count) & ((1 << length) - 1);
    },
    restart() {
      const marker = markerAfter();
      if (!isRestart(bytes[marker + 1] ?? 0)) return false;
      [at, buffer, count, missing] = [marker + 2, 0, 0, 0];
      return true;
    },
    isStarved: () => missing > AHEAD,
    markerAfter,
  };
}

/** Neither a byte of the pixels that looks like a marker, nor what fills up before one. */
const isName = (byte: number): boolean => byte !== 0 && byte !== MARKER;
export const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;
