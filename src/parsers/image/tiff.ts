import utif, { type IFD } from 'utif2';
import { inflateUpTo } from '../inflate-up-to';
import type { PageImage } from '../ocr/character-reader';
import { ParseError } from '../parse-error';
import { addRgba, createGrayRows, type GrayRows } from './gray-rows';
import { emptyTables } from './jpeg-frame';
import { readJpegHeader } from './jpeg-header';
import { lumaOfJpeg } from './jpeg-luma';
import { unpackLzw } from './lzw';
import { damaged, MAX_PICTURE_PIXELS, type Picture, type PictureDecoder, refuseHuge } from './picture';
import { bandsOf, type TiffBand, unpackBits } from './tiff-bands';
import { FAX_CODINGS, faxImage } from './tiff-fax';
import { type TiffPieces, tiffPieces } from './tiff-pieces';
import { firstOf, fractionOf, TAGS, type TiffTags, tiffPages } from './tiff-tags';

/** Bytes of a strip or tile at most, when unpacked: an A4 page in colour at 300 dpi is one of 26 MB in some files. */
const MAX_PIECE_BYTES = 36_000_000;
/** Pixels of a page with larger ones, and of a JPEG in it that the library decodes. */
const MAX_HELD_PIXELS = 5_000_000;
const WHITE_IS_ZERO = 0;
const RGB = 2;
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
  refuseHuge('TIFF', width, height);
  const image = await imageOf(page, tiffPieces(bytes, page, MAX_PICTURE_PIXELS), bytes[0] === 0x49);
  return { number, image, width, height, dpi: dpiOf(page), orientation: firstOf(page, TAGS.orientation, 1) };
}

const isBilevel = (page: TiffTags): boolean =>
  firstOf(page, TAGS.bits, 1) === 1 && firstOf(page, TAGS.samples, 1) === 1;

async function imageOf(page: TiffTags, pieces: TiffPieces, isLittle: boolean): Promise<PageImage> {
  const coding = firstOf(page, TAGS.compression, PLAIN);
  if (FAX.includes(coding)) return faxImage(page, pieces);
  const [width, height] = [firstOf(page, TAGS.width), firstOf(page, TAGS.height)];
  const brightness = coding === JPEG ? lumaOfStrips(page, pieces) : null;
  if (brightness !== null) return brightness;
  // What is unpacked is held, as is a JPEG that the library decodes.
  if (coding !== PLAIN && Math.max(...pieces.sizes) > MAX_PIECE_BYTES)
    refuseHuge('TIFF', width, height, MAX_HELD_PIXELS);
  const rows = createGrayRows(width, height);
  const plain = coding === JPEG ? page : { ...page, [TAGS.compression]: [PLAIN] };
  for await (const band of bandsOf(plain, pieces, (packed, size) => unpackedPiece(coding, packed, size)))
    addBand(rows, band, width, isLittle);
  return rows.finish();
}

/** The rows of a piece: unpacked as far as the library does it without limits. Throws `ParseError`. */
async function unpackedPiece(
  coding: number,
  packed: Uint8Array,
  sizeBytes: number,
): Promise<{ bytes: Uint8Array; isPlain: boolean }> {
  if (coding === JPEG) {
    const { width, height } = readJpegHeader(packed);
    refuseHuge('TIFF', width, height, MAX_HELD_PIXELS);
    return { bytes: packed, isPlain: false };
  }
  return { bytes: await unpackedRows(coding, packed, sizeBytes), isPlain: true };
}

async function unpackedRows(coding: number, packed: Uint8Array, sizeBytes: number): Promise<Uint8Array> {
  if (coding === PLAIN) return packed;
  if (coding === PACK_BITS) return unpackBits(packed, sizeBytes);
  if (coding === LZW) return unpackLzw(packed, 8, sizeBytes, 'highest-first') ?? Promise.reject(damaged('TIFF'));
  if (ZLIB.includes(coding)) {
    const { bytes, end } = await inflateUpTo(packed, 'deflate', sizeBytes);
    if (end === 'whole') return bytes;
    throw damaged('TIFF');
  }
  throw new ParseError(
    'document-unreadable',
    `this TIFF picture is compressed in a way that is not read (${coding}); save it as PNG, or with LZW`,
  );
}

/** Strips of JPEG by their brightness alone; null where that cannot be told. */
function lumaOfStrips(page: TiffTags, { packed, rows: heights, isTiled }: TiffPieces): PageImage | null {
  const tables = emptyTables();
  tables.isRgb = firstOf(page, TAGS.photometric) === RGB;
  const said = page[TAGS.jpegTables];
  if (said instanceof Uint8Array) lumaOfJpeg(said, tables);
  const [only, second] = packed;
  if (isTiled || only === undefined) return null;
  if (second === undefined) return lumaOfJpeg(only, tables);
  const [width, height] = [firstOf(page, TAGS.width), firstOf(page, TAGS.height)];
  const rows = createGrayRows(width, height);
  for (const [index, strip] of packed.entries()) {
    const image = lumaOfJpeg(strip, { ...tables, frame: null });
    if (image === null || image.width !== width || image.height < (heights[index] ?? 0)) return null;
    for (let y = 0; y < (heights[index] ?? 0); y += 1) rows.addBytes(image.gray.subarray(y * width, (y + 1) * width));
  }
  return rows.finish();
}

/** Decodes parts that are put one behind the other, as a file of their own. */
function addBand(rows: GrayRows, { page, parts, rows: height }: TiffBand, width: number, isLittle: boolean): void {
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
  const decoding: IFD = { ...page, [places]: offsets, [sizes]: lengths, width, height };
  try {
    utif.decodeImage(file.buffer, decoding);
    if (decoding.data === undefined || decoding.data.length === 0) throw damaged('TIFF');
    if (isBilevel(page)) addBits(rows, page, decoding.data, width, height);
    else addRgba(rows, utif.toRGBA8(decoding), width, height);
  } catch {
    throw damaged('TIFF');
  }
}

/** One bit to a pixel, rows filled up to whole bytes. */
function addBits(rows: GrayRows, page: TiffTags, data: Uint8Array, width: number, height: number): void {
  const length = Math.ceil(width / 8);
  const [clear, set] = firstOf(page, TAGS.photometric) === WHITE_IS_ZERO ? [255, 0] : [0, 255];
  for (let y = 0; y < height; y += 1) {
    rows.add((x) => (((data[y * length + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? set : clear));
  }
}

function dpiOf(page: TiffTags): number | null {
  const resolution = fractionOf(page, TAGS.resolution);
  if (resolution <= 0) return null;
  return firstOf(page, TAGS.resolutionUnit, 2) === PER_CENTIMETRE ? resolution * CENTIMETRES_PER_INCH : resolution;
}
