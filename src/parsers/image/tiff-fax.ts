import type { PageImage } from '../ocr/character-reader';
import { damaged } from './picture';
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

/** Decoded by the PDF reader, whose filter has the same parameters (ISO 32000-1, 7.4.6). Throws `ParseError`. */
export async function faxImage(page: TiffTags, pieces: TiffPieces): Promise<PageImage> {
  const [width, height] = [firstOf(page, TAGS.width), firstOf(page, TAGS.height)];
  if (pieces.isTiled) throw damaged('TIFF');
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

function codingOf(page: TiffTags): string {
  const coding = firstOf(page, TAGS.compression);
  const options = coding === GROUP_3 ? firstOf(page, TAGS.faxOptions) : 0;
  const dimensions = coding === GROUP_4 ? -1 : options & TWO_DIMENSIONS;
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
