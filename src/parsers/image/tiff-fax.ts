import type { PageImage } from '../ocr/character-reader';
import { addFax, faxRows } from './fax-rows';
import { createGrayRows } from './gray-rows';
import { damaged, refuseHuge } from './picture';
import { renderStrips } from './render-strips';
import type { TiffPieces } from './tiff-pieces';
import { firstOf, TAGS, type TiffTags } from './tiff-tags';

/** Codings of fax machines by the number of the compression (TIFF 6.0, sections 10 and 11). */
export const FAX_CODINGS = [2, 3, 4] as const;
const GROUP_3 = 3;
const GROUP_4 = 4;
const TWO_DIMENSIONS = 1;
const WHOLE_BYTES = 4;
const HIGHEST_LAST = 2;
const BLACK_IS_ZERO = 1;

/** Pixels of a page of group 3 at most: at the finest resolution of fax machines it has 8 million. */
const MAX_DRAWN_PIXELS = 9_000_000;

/** Group 4 is decoded here, group 3 by the PDF reader, whose filter has the same parameters (ISO 32000-1, 7.4.6). Throws `ParseError`. */
export async function faxImage(page: TiffTags, pieces: TiffPieces): Promise<PageImage> {
  const [width, height] = [firstOf(page, TAGS.width), firstOf(page, TAGS.height)];
  if (pieces.isTiled) throw damaged('TIFF');
  if (firstOf(page, TAGS.compression) === GROUP_4) return groupFour(page, pieces, width, height);
  refuseHuge('TIFF', width, height, MAX_DRAWN_PIXELS);
  const strips = pieces.packed.map((packed, index) => {
    const rows = pieces.rows[index] ?? 0;
    const bytes = firstOf(page, TAGS.fillOrder, 1) === HIGHEST_LAST ? packed.map(mirrored) : packed;
    const parameters = `<</Columns ${width}/Rows ${rows}${codingOf(page)}>>`;
    const entries = `/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms${parameters}`;
    return { entries, bytes, rows };
  });
  const image = await renderStrips(width, height, strips);
  if (image === null) throw damaged('TIFF');
  return image;
}

function groupFour(page: TiffTags, pieces: TiffPieces, width: number, height: number): PageImage {
  const rows = createGrayRows(width, height);
  const isMirrored = firstOf(page, TAGS.fillOrder, 1) === HIGHEST_LAST;
  const [paper, ink] = firstOf(page, TAGS.photometric) === BLACK_IS_ZERO ? [0, 255] : [255, 0];
  for (const [index, packed] of pieces.packed.entries()) {
    const fax = faxRows(packed, width, false, isMirrored);
    if (!addFax(rows, fax, { width, height: pieces.rows[index] ?? 0, paper, ink })) throw damaged('TIFF');
  }
  return rows.finish();
}

function codingOf(page: TiffTags): string {
  const coding = firstOf(page, TAGS.compression);
  const options = coding === GROUP_3 ? firstOf(page, TAGS.faxOptions) : 0;
  const dimensions = options & TWO_DIMENSIONS;
  // Without lines marked by codes of their own each begins with a byte.
  const isAligned = coding === 2 || (options & WHOLE_BYTES) !== 0;
  const isBlackOne = firstOf(page, TAGS.photometric) === BLACK_IS_ZERO;
  return `/K ${dimensions}/EncodedByteAlign ${isAligned}/BlackIs1 ${isBlackOne}`;
}

/** A byte with its lowest bit first. */
function mirrored(byte: number): number {
  let out = 0;
  for (let bit = 0; bit < 8; bit += 1) out |= ((byte >> bit) & 1) << (7 - bit);
  return out;
}
