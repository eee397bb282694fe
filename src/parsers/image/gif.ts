import { createGrayRows, luminance } from './gray-rows';
import { unpackLzw } from './lzw';
import { damaged, type PictureDecoder, refuseHuge } from './picture';

/** Pixels of a GIF at most: more take seconds to unpack. */
const MAX_GIF_PIXELS = 12_000_000;
const HEADER_BYTES = 13;
const EXTENSION = 0x21;
const CONTROL = 0xf9;
const PICTURE = 0x2c;
/** What a GIF ends with, but for padding. */
const TRAILER = 0x3b;

/** GIF (https://www.w3.org/Graphics/GIF/spec-gif89a.txt); of a moving one the first picture. */
export const decodeGif: PictureDecoder = async function* (bytes) {
  if (bytes.length < HEADER_BYTES || !bytes.subarray(-4).includes(TRAILER)) throw damaged('GIF');
  const [width, height] = [shortAt(bytes, 6), shortAt(bytes, 8)];
  if (width === 0 || height === 0) throw damaged('GIF');
  refuseHuge('GIF', width, height, MAX_GIF_PIXELS);
  const picture = firstPicture(bytes);
  refuseHuge('GIF', picture.width, picture.height, MAX_GIF_PIXELS);
  const gray = unpack(bytes, picture);
  const rows = createGrayRows(width, height);
  for (let y = 0; y < height; y += 1) rows.add((x) => gray(x, y));
  yield { number: 1, image: rows.finish(), width, height, dpi: null, orientation: 1 };
};

interface FirstPicture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isInterlaced: boolean;
  /** Where its colours begin, three bytes each. */
  readonly colors: number;
  /** The colour that shows the paper below; null: none. */
  readonly transparent: number | null;
  /** Where its pixels begin: the bits of a colour number, then blocks. */
  readonly start: number;
}

const shortAt = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
/** Bytes of a table of colours by the flags before it; 0 where they say that there is none. */
const colorBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

function firstPicture(bytes: Uint8Array): FirstPicture {
  let transparent: number | null = null;
  let at = HEADER_BYTES + colorBytes(bytes[10] ?? 0);
  while (bytes[at] === EXTENSION) {
    const isTransparent = bytes[at + 1] === CONTROL && ((bytes[at + 3] ?? 0) & 1) === 1;
    if (isTransparent) transparent = bytes[at + 6] ?? null;
    at = joinBlocks(bytes, at + 2).end;
  }
  if (bytes[at] !== PICTURE || at + 10 >= bytes.length) throw damaged('GIF');
  const flags = bytes[at + 9] ?? 0;
  const own = colorBytes(flags);
  return {
    left: shortAt(bytes, at + 1),
    top: shortAt(bytes, at + 3),
    width: shortAt(bytes, at + 5),
    height: shortAt(bytes, at + 7),
    isInterlaced: (flags & 0x40) !== 0,
    colors: own > 0 ? at + 10 : HEADER_BYTES,
    transparent,
    start: at + 10 + own,
  };
}

/** Gray by column and row of the whole; white beside the picture. */
function unpack(bytes: Uint8Array, picture: FirstPicture): (x: number, y: number) => number {
  const { left, top, width, height, colors, transparent } = picture;
  const { blocks } = joinBlocks(bytes, picture.start + 1);
  const numbers = unpackLzw(blocks, bytes[picture.start] ?? 0, width * height, 'lowest-first');
  if (numbers === null) throw damaged('GIF');
  const grays = Array.from({ length: 256 }, (_, number) => {
    const at = colors + 3 * number;
    return number === transparent ? 255 : luminance(bytes[at] ?? 255, bytes[at + 1] ?? 255, bytes[at + 2] ?? 255);
  });
  const lines = picture.isInterlaced ? interlacedLines(height) : null;
  return (x, y) => {
    const [column, row] = [x - left, y - top];
    if (column < 0 || row < 0 || column >= width || row >= height) return 255;
    return grays[numbers[(lines?.[row] ?? row) * width + column] ?? 0] ?? 255;
  };
}

/** By row of the picture, which of the lines of an interlaced one it is: every eighth first, then what lies between. */
function interlacedLines(height: number): Uint16Array {
  const lines = new Uint16Array(height);
  let line = 0;
  for (const [first, step] of [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ] as const) {
    for (let row = first; row < height; row += step) {
      lines[row] = line;
      line += 1;
    }
  }
  return lines;
}

/** Blocks of bytes, each with its length before it, up to an empty one. Throws `ParseError` where none is. */
function joinBlocks(bytes: Uint8Array, start: number): { blocks: Uint8Array; end: number } {
  const joined = new Uint8Array(bytes.length - Math.min(start, bytes.length));
  let length = 0;
  for (let at = start; at < bytes.length; ) {
    const size = bytes[at] ?? 0;
    if (size === 0) return { blocks: joined.subarray(0, length), end: at + 1 };
    const block = bytes.subarray(at + 1, at + 1 + size);
    joined.set(block, length);
    length += block.length;
    at += 1 + size;
  }
  throw damaged('GIF');
}
