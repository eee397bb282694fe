import { createGrayRows, luminance } from './gray-rows';
import { damaged, type Picture, type PictureDecoder, refuseHuge } from './picture';

interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  readonly bits: number;
  /** Where the pixels begin. */
  readonly start: number;
  readonly dpi: number | null;
  /** Gray by colour number. */
  readonly grays: readonly number[];
}

const FILE_HEADER = 14;
const METRES_PER_INCH = 0.0254;
/** `BI_RGB` and `BI_BITFIELDS`; compressed ones are hardly written. */
const UNCOMPRESSED = [0, 3];

/** BMP, uncompressed: https://learn.microsoft.com/windows/win32/gdi/bitmap-storage. */
export const decodeBmp: PictureDecoder = async function* (bytes) {
  yield pictureOf(bytes, headerOf(bytes));
};

function headerOf(bytes: Uint8Array): BmpHeader {
  if (bytes.length < FILE_HEADER + 40) throw damaged('BMP');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(FILE_HEADER, true);
  const [width, tall] = [view.getInt32(18, true), view.getInt32(22, true)];
  const height = Math.abs(tall);
  const bits = view.getUint16(28, true);
  const isKnown = [1, 4, 8, 16, 24, 32].includes(bits) && UNCOMPRESSED.includes(view.getUint32(30, true));
  if (size < 40 || width <= 0 || height === 0 || !isKnown) throw damaged('BMP');
  refuseHuge('BMP', width, height);
  const start = view.getUint32(10, true);
  if (start + rowBytes(width, bits) * height > bytes.length) throw damaged('BMP');
  const colors = bits > 8 ? 0 : Math.min(2 ** bits, Math.floor((start - FILE_HEADER - size) / 4));
  const at = (number: number, channel: number): number => bytes[FILE_HEADER + size + 4 * number + channel] ?? 0;
  const grays = Array.from({ length: colors }, (_, number) => luminance(at(number, 2), at(number, 1), at(number, 0)));
  const perMetre = view.getInt32(38, true);
  return {
    width,
    height,
    isTopDown: tall < 0,
    bits,
    start,
    dpi: perMetre > 0 ? perMetre * METRES_PER_INCH : null,
    grays,
  };
}

/** Rows are filled up to four bytes. */
function rowBytes(width: number, bits: number): number {
  return Math.ceil((width * bits) / 32) * 4;
}

function pictureOf(bytes: Uint8Array, header: BmpHeader): Picture {
  const { width, height, isTopDown, bits, start, dpi } = header;
  const rows = createGrayRows(width, height);
  const length = rowBytes(width, bits);
  for (let y = 0; y < height; y += 1) {
    const from = start + (isTopDown ? y : height - 1 - y) * length;
    const row = bytes.subarray(from, from + length);
    rows.add((x) => grayAt(row, x, header));
  }
  return { number: 1, image: rows.finish(), width, height, dpi, orientation: 1 };
}

function grayAt(row: Uint8Array, x: number, { bits, grays }: BmpHeader): number {
  if (bits >= 24) {
    const at = (x * bits) / 8;
    return luminance(row[at + 2] ?? 255, row[at + 1] ?? 255, row[at] ?? 255);
  }
  if (bits === 16) {
    const value = (row[2 * x] ?? 0) | ((row[2 * x + 1] ?? 0) << 8);
    return luminance(((value >> 10) & 31) * 8, ((value >> 5) & 31) * 8, (value & 31) * 8);
  }
  const bit = x * bits;
  const number = ((row[bit >> 3] ?? 0) >> (8 - bits - (bit & 7))) & (2 ** bits - 1);
  return grays[number] ?? 255;
}
