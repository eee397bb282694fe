import utif, { type IFD } from 'utif2';
import { inflateUpTo } from '../inflate-up-to';
import type { PageImage } from '../ocr/character-reader';
import { ParseError } from '../parse-error';
import { createGrayRows, grayOfRgba } from './gray-rows';
import { readJpegHeader } from './jpeg-header';
import { unpackLzw } from './lzw';
import { damaged, MAX_PICTURE_PIXELS, type Picture, type PictureDecoder, refuseHuge } from './picture';
import { FAX_CODINGS, faxImage } from './tiff-fax';
import { type TiffPieces, tiffPieces } from './tiff-pieces';
import { firstOf, fractionOf, TAGS, type TiffTags, tiffPages } from './tiff-tags';

/** Pixels of a page in gray or colour at most: it is decoded all at once, four bytes a pixel. */
const MAX_COLOR_PIXELS = 12_000_000;
const WHITE_IS_ZERO = 0;
const PER_CENTIMETRE = 3;
const CENTIMETRES_PER_INCH = 2.54;
/** How pixels are packed (TIFF 6.0, tag 259). */
const PLAIN = 1;
const LZW = 5;
const JPEG = 7;
const PACK_BITS = 32_773;
const ZLIB: readonly number[] = [8, 32_946];
const FAX: readonly number[] = FAX_CODINGS;

/** TIFF, page by page. */
export const decodeTiff: PictureDecoder = async function* (bytes, isWanted) {
  const pages = tiffPages(bytes).filter((page) => firstOf(page, TAGS.width) > 0);
  if (pages.length === 0) throw damaged('TIFF');
  for (const [index, page] of pages.entries()) {
    if (isWanted(index + 1)) yield await pictureOf(bytes, page, index + 1);
  }
};

async function pictureOf(bytes: Uint8Array, page: TiffTags, number: number): Promise<Picture> {
  const [width, height] = [firstOf(page, TAGS.width), firstOf(page, TAGS.height)];
  refuseHuge('TIFF', width, height, isBilevel(page) ? MAX_PICTURE_PIXELS : MAX_COLOR_PIXELS);
  const image = await imageOf(page, tiffPieces(bytes, page, MAX_COLOR_PIXELS), bytes[0] === 0x49);
  return { number, image, width, height, dpi: dpiOf(page), orientation: firstOf(page, TAGS.orientation, 1) };
}

const isBilevel = (page: TiffTags): boolean =>
  firstOf(page, TAGS.bits, 1) === 1 && firstOf(page, TAGS.samples, 1) === 1;

async function imageOf(page: TiffTags, pieces: TiffPieces, isLittle: boolean): Promise<PageImage> {
  const coding = firstOf(page, TAGS.compression, PLAIN);
  if (FAX.includes(coding)) return faxImage(page, pieces);
  const parts = await Promise.all(
    pieces.packed.map((packed, index) => partOf(coding, packed, pieces.sizes[index] ?? 0)),
  );
  const isUnpacked = coding === LZW || ZLIB.includes(coding);
  return decoded(isUnpacked ? { ...page, [TAGS.compression]: [PLAIN] } : page, parts, isLittle);
}

/** What the library is given of a piece: unpacked as far as the library does it without limits. Throws `ParseError`. */
async function partOf(coding: number, packed: Uint8Array, sizeBytes: number): Promise<Uint8Array> {
  if (coding === PLAIN || coding === PACK_BITS) return packed;
  if (coding === LZW) return unpackLzw(packed, 8, sizeBytes, 'highest-first') ?? Promise.reject(damaged('TIFF'));
  if (ZLIB.includes(coding)) {
    const { bytes, end } = await inflateUpTo(packed, 'deflate', sizeBytes);
    if (end === 'whole') return bytes;
    throw damaged('TIFF');
  }
  if (coding === JPEG) {
    const { width, height } = readJpegHeader(packed);
    refuseHuge('TIFF', width, height, MAX_COLOR_PIXELS);
    return packed;
  }
  throw new ParseError(
    'document-unreadable',
    `this TIFF picture is compressed in a way that is not read (${coding}); save it as PNG, or with LZW`,
  );
}

/** Pixels of parts that are put one behind the other. */
function decoded(page: TiffTags, parts: readonly Uint8Array[], isLittle: boolean): PageImage {
  const start = 8;
  const file = new Uint8Array(start + parts.reduce((sum, part) => sum + part.length, 0));
  file.fill(isLittle ? 0x49 : 0x4d, 0, 2);
  let at = start;
  const offsets = parts.map((part) => {
    file.set(part, at);
    at += part.length;
    return at - part.length;
  });
  const lengths = parts.map((part) => part.length);
  const isTiled = page[TAGS.tileWidth] !== undefined;
  const [places, sizes] = isTiled ? [TAGS.tileOffsets, TAGS.tileBytes] : [TAGS.stripOffsets, TAGS.stripBytes];
  const [width, height] = [firstOf(page, TAGS.width), firstOf(page, TAGS.height)];
  const decoding: IFD = { ...page, [places]: offsets, [sizes]: lengths, width, height };
  try {
    utif.decodeImage(file.buffer, decoding);
    if (decoding.data === undefined || decoding.data.length === 0) throw damaged('TIFF');
    if (isBilevel(page)) return grayOfBits(page, decoding.data, width, height);
    return grayOfRgba(utif.toRGBA8(decoding), width, height);
  } catch {
    throw damaged('TIFF');
  }
}

/** One bit to a pixel, rows filled up to whole bytes. */
function grayOfBits(page: TiffTags, data: Uint8Array, width: number, height: number): PageImage {
  const rows = createGrayRows(width, height);
  const length = Math.ceil(width / 8);
  const [clear, set] = firstOf(page, TAGS.photometric) === WHITE_IS_ZERO ? [255, 0] : [0, 255];
  for (let y = 0; y < height; y += 1) {
    rows.add((x) => (((data[y * length + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? set : clear));
  }
  return rows.finish();
}

function dpiOf(page: TiffTags): number | null {
  const resolution = fractionOf(page, TAGS.resolution);
  if (resolution <= 0) return null;
  return firstOf(page, TAGS.resolutionUnit, 2) === PER_CENTIMETRE ? resolution * CENTIMETRES_PER_INCH : resolution;
}
