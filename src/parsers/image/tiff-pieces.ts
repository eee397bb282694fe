import { damaged } from './picture';
import { allOf, firstOf, TAGS, type TiffTags } from './tiff-tags';

/** The pixels of a page as they lie in the file. */
export interface TiffPieces {
  /** Strips from above, or tiles row by row: packed bytes. */
  readonly packed: readonly Uint8Array[];
  /** Pixel rows of each. */
  readonly rows: readonly number[];
  /** Bytes of each when unpacked, at most. */
  readonly sizes: readonly number[];
  readonly isTiled: boolean;
}

/** Bits of one pixel: four samples of sixteen. */
const MAX_PIXEL_BITS = 64;

/** Throws `ParseError` where pieces are too few, too many, too large, or do not lie in the file. */
export function tiffPieces(bytes: Uint8Array, page: TiffTags, mostPixels: number): TiffPieces {
  const [width, height] = [firstOf(page, TAGS.width), firstOf(page, TAGS.height)];
  const isTiled = page[TAGS.tileWidth] !== undefined;
  const across = isTiled ? firstOf(page, TAGS.tileWidth) : width;
  const down = isTiled ? firstOf(page, TAGS.tileHeight) : Math.min(height, firstOf(page, TAGS.stripRows, height));
  const bits = firstOf(page, TAGS.bits, 1) * firstOf(page, TAGS.samples, 1);
  if (across < 1 || down < 1 || bits < 1 || bits > MAX_PIXEL_BITS) throw damaged('TIFF');
  if (isTiled && across * down > mostPixels) throw damaged('TIFF');
  const rowBytes = Math.ceil((across * bits) / 8);
  const offsets = allOf(page, isTiled ? TAGS.tileOffsets : TAGS.stripOffsets);
  const told = allOf(page, isTiled ? TAGS.tileBytes : TAGS.stripBytes);
  // Only where nothing is packed may the lengths be left out.
  const lengths = told.length === 0 && offsets.length === 1 ? [rowBytes * down] : told;
  const count = Math.ceil(width / across) * Math.ceil(height / down);
  const isWhole = offsets.every((offset, index) => offset + (lengths[index] ?? 0) <= bytes.length);
  if (offsets.length !== count || lengths.length !== count || !isWhole) throw damaged('TIFF');
  const rows = offsets.map((_, index) => (isTiled ? down : Math.min(down, height - index * down)));
  return {
    packed: offsets.map((offset, index) => bytes.subarray(offset, offset + (lengths[index] ?? 0))),
    rows,
    sizes: rows.map((own) => own * rowBytes),
    isTiled,
  };
}
