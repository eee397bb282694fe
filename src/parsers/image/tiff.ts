import utif, { type IFD } from 'utif2';
import type { PageImage } from '../ocr/character-reader';
import { createGrayRows, grayOfRgba } from './gray-rows';
import { damaged, MAX_PICTURE_PIXELS, type Picture, type PictureDecoder, refuseHuge } from './picture';

/** Tags of TIFF 6.0 that are looked at. */
const TAGS = {
  width: 't256',
  height: 't257',
  bits: 't258',
  photometric: 't262',
  orientation: 't274',
  samples: 't277',
  resolution: 't282',
  resolutionUnit: 't296',
  stripOffsets: 't273',
  stripBytes: 't279',
} as const;
/** Pixels of a page in gray or colour at most: it is decoded all at once, four bytes a pixel. */
const MAX_COLOR_PIXELS = 12_000_000;
type Tag = (typeof TAGS)[keyof typeof TAGS];
const WHITE_IS_ZERO = 0;
const PER_CENTIMETRE = 3;
const CENTIMETRES_PER_INCH = 2.54;

/** TIFF, page by page. */
export const decodeTiff: PictureDecoder = async function* (bytes, isWanted) {
  const buffer = bytes.slice().buffer;
  const pages = pagesOf(buffer);
  for (const [index, page] of pages.entries()) {
    if (isWanted(index + 1)) yield pictureOf(buffer, page, index + 1);
    // A page that was looked at is not looked at again: its pixels may go.
    pages[index] = { width: 0, height: 0, data: new Uint8Array() };
  }
};

function pagesOf(buffer: ArrayBuffer): IFD[] {
  try {
    const pages = utif.decode(buffer).filter((page) => numberOf(page, TAGS.width) > 0);
    if (pages.length > 0) return pages;
  } catch {
    // Said below, as of a file without a page.
  }
  throw damaged('TIFF');
}

function pictureOf(buffer: ArrayBuffer, page: IFD, number: number): Picture {
  const [width, height] = [numberOf(page, TAGS.width), numberOf(page, TAGS.height)];
  const isBilevel = numberOf(page, TAGS.bits, 1) === 1 && numberOf(page, TAGS.samples, 1) === 1;
  refuseHuge('TIFF', width, height, isBilevel ? MAX_PICTURE_PIXELS : MAX_COLOR_PIXELS);
  if (endOf(page) > buffer.byteLength) throw damaged('TIFF');
  const orientation = numberOf(page, TAGS.orientation, 1);
  try {
    utif.decodeImage(buffer, page);
    if (page.data.length === 0) throw damaged('TIFF');
    const image = isBilevel ? grayOfBits(page, width, height) : grayOfRgba(utif.toRGBA8(page), width, height);
    return { number, image, width, height, dpi: dpiOf(page), orientation };
  } catch {
    throw damaged('TIFF');
  }
}

/** One bit to a pixel, rows filled up to whole bytes. */
function grayOfBits(page: IFD, width: number, height: number): PageImage {
  const rows = createGrayRows(width, height);
  const length = Math.ceil(width / 8);
  const [clear, set] = numberOf(page, TAGS.photometric) === WHITE_IS_ZERO ? [255, 0] : [0, 255];
  for (let y = 0; y < height; y += 1) {
    rows.add((x) => (((page.data[y * length + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? set : clear));
  }
  return rows.finish();
}

/** Where the last of the strips of pixels ends; 0 where there are none, as in tiled pictures. */
function endOf(page: IFD): number {
  const [offsets, lengths] = [page[TAGS.stripOffsets], page[TAGS.stripBytes]];
  if (!Array.isArray(offsets) || !Array.isArray(lengths)) return 0;
  return Math.max(0, ...offsets.map((offset, index) => Number(offset) + Number(lengths[index] ?? 0)));
}

function dpiOf(page: IFD): number | null {
  const resolution = fractionOf(page, TAGS.resolution);
  if (resolution <= 0) return null;
  return numberOf(page, TAGS.resolutionUnit, 2) === PER_CENTIMETRE ? resolution * CENTIMETRES_PER_INCH : resolution;
}

function numberOf(page: IFD, tag: Tag, otherwise = 0): number {
  const first = firstOf(page, tag);
  return typeof first === 'number' ? first : otherwise;
}

/** The library gives a fraction as numerator and denominator. */
function fractionOf(page: IFD, tag: Tag): number {
  const first = firstOf(page, tag);
  if (!Array.isArray(first)) return 0;
  const [numerator, denominator] = first.map(Number);
  return (numerator ?? 0) / (denominator || 1);
}

function firstOf(page: IFD, tag: Tag): unknown {
  const value: unknown = page[tag];
  return Array.isArray(value) ? value[0] : null;
}
