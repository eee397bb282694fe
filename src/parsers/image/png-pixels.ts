import { luminance } from './gray-rows';
import type { PngHeader } from './png-chunks';

/** Values of a pixel by colour type: gray, -, red-green-blue, palette number, gray-alpha, -, red-green-blue-alpha. */
const CHANNELS: readonly number[] = [1, 0, 3, 1, 2, 0, 4];

export function bitsPerPixel({ colorType, bitDepth }: PngHeader): number {
  return (CHANNELS[colorType] ?? 1) * bitDepth;
}

/** How to tell the gray of pixel `x` of an unfiltered row (which begins with the number of its filter). */
export function grayReader(header: PngHeader): (row: Uint8Array, x: number) => number {
  const { colorType, bitDepth } = header;
  if (colorType === 3) {
    const grays = paletteGrays(header);
    return (row, x) => grays[valueAt(row, x, bitDepth)] ?? 255;
  }
  if (colorType === 0) {
    const most = 2 ** Math.min(8, bitDepth) - 1;
    return (row, x) => (valueAt(row, x, bitDepth) * 255) / most;
  }
  const step = bitDepth / 8;
  const pixel = (CHANNELS[colorType] ?? 1) * step;
  // Of 16 bits the upper 8 are enough.
  const at = (row: Uint8Array, x: number, channel: number): number => row[1 + x * pixel + channel * step] ?? 255;
  if (colorType === 4) return (row, x) => luminance(at(row, x, 0), at(row, x, 0), at(row, x, 0), at(row, x, 1));
  if (colorType === 2) return (row, x) => luminance(at(row, x, 0), at(row, x, 1), at(row, x, 2));
  return (row, x) => luminance(at(row, x, 0), at(row, x, 1), at(row, x, 2), at(row, x, 3));
}

function valueAt(row: Uint8Array, x: number, bitDepth: number): number {
  if (bitDepth >= 8) return row[1 + (x * bitDepth) / 8] ?? 255;
  const bit = x * bitDepth;
  return ((row[1 + (bit >> 3)] ?? 255) >> (8 - bitDepth - (bit & 7))) & (2 ** bitDepth - 1);
}

function paletteGrays({ palette, transparency }: PngHeader): Float32Array {
  return Float32Array.from({ length: palette.length / 3 }, (_, number) =>
    luminance(
      palette[3 * number] ?? 0,
      palette[3 * number + 1] ?? 0,
      palette[3 * number + 2] ?? 0,
      transparency[number] ?? 255,
    ),
  );
}
