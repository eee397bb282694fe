import { damaged } from './picture';
import type { TiffPieces } from './tiff-pieces';
import { firstOf, TAGS, type TiffTags } from './tiff-tags';

/** Some rows of a page as a picture of their own: its tags, and the strip or the tiles that its pixels are in. */
export interface TiffBand {
  readonly page: TiffTags;
  readonly parts: readonly Uint8Array[];
  readonly rows: number;
}

/** Pixels of a band, about: decoded they take seven bytes each, until they are gray. */
const BAND_PIXELS = 500_000;
const BRIGHTNESS_AND_COLOR = 6;

/**
 * A page from above, some rows at a time. `unpack`: what is handed on of a piece, and whether its rows lie in it one after the
 * other, so that it can be cut.
 */
export async function* bandsOf(
  page: TiffTags,
  { packed, rows, sizes, isTiled }: TiffPieces,
  unpack: (packed: Uint8Array, sizeBytes: number) => Promise<{ bytes: Uint8Array; isPlain: boolean }>,
): AsyncGenerator<TiffBand> {
  const [width, height] = [firstOf(page, TAGS.width), firstOf(page, TAGS.height)];
  if (isTiled) {
    const across = Math.ceil(width / firstOf(page, TAGS.tileWidth));
    for (let first = 0; first < packed.length; first += across) {
      const parts: Uint8Array[] = [];
      for (let tile = first; tile < first + across; tile += 1)
        parts.push((await unpack(packed[tile] ?? NOTHING, sizes[tile] ?? 0)).bytes);
      const top = (first / across) * (rows[first] ?? 0);
      yield bandOf(page, parts, Math.min(rows[first] ?? 0, height - top));
    }
    return;
  }
  for (const [index, piece] of packed.entries()) {
    const [own, size] = [rows[index] ?? 0, sizes[index] ?? 0];
    const { bytes, isPlain } = await unpack(piece, size);
    const isCut = isPlain && firstOf(page, TAGS.photometric) !== BRIGHTNESS_AND_COLOR;
    if (isCut && bytes.length < size) throw damaged('TIFF');
    const step = isCut ? Math.max(1, Math.floor(BAND_PIXELS / width)) : own;
    for (let row = 0; row < own; row += step) {
      const count = Math.min(step, own - row);
      const part = isCut ? bytes.subarray((row * size) / own, ((row + count) * size) / own) : bytes;
      yield bandOf(page, [part], count);
    }
  }
}

const NOTHING = new Uint8Array();

function bandOf(page: TiffTags, parts: readonly Uint8Array[], rows: number): TiffBand {
  return { page: { ...page, [TAGS.height]: [rows], [TAGS.stripRows]: [rows] }, parts, rows };
}

/** Unpacks runs of bytes (TIFF 6.0, section 9), no more than `sizeBytes`; what is missing is zeros. */
export function unpackBits(packed: Uint8Array, sizeBytes: number): Uint8Array {
  const out = new Uint8Array(sizeBytes);
  let filled = 0;
  for (let at = 0; at < packed.length && filled < sizeBytes; ) {
    const head = packed[at] ?? 0;
    if (head < 128) {
      const piece = packed.subarray(at + 1, at + 2 + Math.min(head, sizeBytes - filled - 1));
      out.set(piece, filled);
      filled += piece.length;
      at += 2 + head;
    } else {
      if (head > 128) {
        out.fill(packed[at + 1] ?? 0, filled, filled + 257 - head);
        filled += 257 - head;
      }
      at += head > 128 ? 2 : 1;
    }
  }
  return out;
}
