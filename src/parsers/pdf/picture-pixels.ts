import { addFax, faxRows } from '../image/fax-rows';
import { createGrayRows } from '../image/gray-rows';
import { lumaOfJpeg } from '../image/jpeg-luma';
import { MAX_PICTURE_PIXELS } from '../image/picture';
import type { PngHeader } from '../image/png-chunks';
import { bitsPerPixel, grayReader } from '../image/png-pixels';
import { createRowReader, type RowReader, unfilter } from '../image/png-rows';
import { inflatedPieces } from '../inflated-pieces';
import type { PageImage } from '../ocr/character-reader';
import { inflate } from './inflate';
import type { PdfObjects, PdfStream } from './pdf-objects';
import type { PdfValue } from './pdf-values';

/** Rows each with the number of a PNG filter before it (ISO 32000-1, 7.4.4.4). */
const PNG_FILTERS = 10;
const DEFAULT_COLUMNS = 1728;
const NOTHING = new Uint8Array();
/** Bytes of a JPEG that is packed once more. */
const MAX_JPEG_BYTES = 16 * 1024 * 1024;

/**
 * The pixels of a picture in gray, decoded row by row: no more of it is held than the page image. Null for codings and
 * colours that are left to the PDF reader.
 */
export async function picturePixels(objects: PdfObjects, { dictionary, bytes }: PdfStream): Promise<PageImage | null> {
  const entry = (name: string): PdfValue => objects.resolve(dictionary.get(name));
  const [width, height] = [Number(entry('/Width')), Number(entry('/Height'))];
  const range = rangeOf(entry('/Decode'));
  if (entry('/SMask') !== null || entry('/Mask') !== null || range === null) return null;
  if (!(width > 0 && height > 0) || width * height > MAX_PICTURE_PIXELS) return null;
  const [filters, parameters] = [listOf(entry('/Filter')), listOf(entry('/DecodeParms'))];
  const [first, second] = filters.map((filter) => objects.resolve(filter));
  if (filters.length === 1 && first === '/CCITTFaxDecode') {
    const isGray = entry('/ImageMask') === true || channelsOf(objects, entry('/ColorSpace')) === 1;
    return isGray ? faxPixels(objects, bytes, parameters[0] ?? null, { width, height, range }) : null;
  }
  if (range !== 'upright') return null;
  if (filters.length === 1 && first === '/DCTDecode') return lumaOfJpeg(bytes);
  if (filters.length === 2 && first === '/FlateDecode' && second === '/DCTDecode') {
    const jpeg = await inflate(bytes, MAX_JPEG_BYTES);
    return jpeg === null ? null : lumaOfJpeg(jpeg);
  }
  if (filters.length > 1 || (filters.length === 1 && first !== '/FlateDecode')) return null;
  const isMask = entry('/ImageMask') === true;
  const colors = colorsOf(
    objects,
    isMask ? '/DeviceGray' : entry('/ColorSpace'),
    isMask ? 1 : Number(entry('/BitsPerComponent')),
  );
  if (colors === null) return null;
  const header = { ...colors, width, height, isInterlaced: false, transparency: NOTHING, dpi: null, data: [bytes] };
  const predictor = Number(objects.entryOf(parameters[0], '/Predictor') ?? 1);
  if (predictor !== 1 && predictor < PNG_FILTERS) return null;
  return rowsOf(header, filters.length > 0, predictor >= PNG_FILTERS);
}

/** Whether the lowest value is the darkest, as where nothing is said of it, or the lightest; null for anything else. */
type Range = 'upright' | 'inverted';

function rangeOf(decode: PdfValue): Range | null {
  if (decode === null) return 'upright';
  if (!Array.isArray(decode)) return null;
  if (decode.every((value, index) => value === index % 2)) return 'upright';
  return decode.every((value, index) => value === 1 - (index % 2)) ? 'inverted' : null;
}

/** Group 4 (ISO 32000-1, 7.4.6); null for the others. */
function faxPixels(
  objects: PdfObjects,
  bytes: Uint8Array,
  parameters: PdfValue,
  { width, height, range }: { width: number; height: number; range: Range },
): PageImage | null {
  const entry = (name: string): PdfValue => objects.entryOf(parameters, name);
  if (!(Number(entry('/K') ?? 0) < 0) || Number(entry('/Columns') ?? DEFAULT_COLUMNS) !== width) return null;
  const isLightInk = (entry('/BlackIs1') === true) === (range === 'upright');
  const [paper, ink] = isLightInk ? [0, 255] : [255, 0];
  const rows = createGrayRows(width, height);
  const fax = faxRows(bytes, width, entry('/EncodedByteAlign') === true, false);
  return addFax(rows, fax, { width, height, paper, ink }) ? rows.finish() : null;
}

const listOf = (value: PdfValue): readonly PdfValue[] => (value === null ? [] : Array.isArray(value) ? value : [value]);

/** How a PNG would have these colours; null where it has no such. */
function colorsOf(
  objects: PdfObjects,
  space: PdfValue,
  bitDepth: number,
): Pick<PngHeader, 'bitDepth' | 'colorType' | 'palette'> | null {
  const [family, base, , lookup] = listOf(space).map((value) => objects.resolve(value));
  const channels = channelsOf(objects, space);
  if (channels === 1 && [1, 2, 4, 8].includes(bitDepth)) return { bitDepth, colorType: 0, palette: NOTHING };
  if (channels === 3 && bitDepth === 8) return { bitDepth, colorType: 2, palette: NOTHING };
  if (family !== '/Indexed' || channelsOf(objects, base ?? null) !== 3 || ![1, 2, 4, 8].includes(bitDepth)) return null;
  return lookup instanceof Uint8Array ? { bitDepth, colorType: 3, palette: lookup } : null;
}

/** Values of a pixel whose colours are plain; 0 for other colours. */
function channelsOf(objects: PdfObjects, space: PdfValue): number {
  const [family, profile] = listOf(space).map((value) => objects.resolve(value));
  if (family === '/DeviceGray' || family === '/CalGray') return 1;
  if (family === '/DeviceRGB' || family === '/CalRGB') return 3;
  return family === '/ICCBased' ? Number(objects.entryOf(profile, '/N')) : 0;
}

async function rowsOf(header: PngHeader, isPacked: boolean, isFiltered: boolean): Promise<PageImage | null> {
  const reader = createRowReader(isPacked ? inflatedPieces(header.data, 'deflate') : plainPieces(header.data));
  try {
    return await grayOf(header, reader, isFiltered);
  } finally {
    await reader.close();
  }
}

async function* plainPieces(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function grayOf(header: PngHeader, reader: RowReader, isFiltered: boolean): Promise<PageImage | null> {
  const { width, height } = header;
  const rows = createGrayRows(width, height);
  const gray = grayReader(header);
  const bits = bitsPerPixel(header);
  const length = Math.ceil((width * bits) / 8);
  let above: Uint8Array = new Uint8Array(1 + length);
  for (let y = 0; y < height; y += 1) {
    const row = new Uint8Array(1 + length);
    const read = await reader.next(isFiltered ? 1 + length : length).catch(() => null);
    if (read === null) return null;
    row.set(read, isFiltered ? 0 : 1);
    unfilter(row, above, Math.max(1, bits >> 3));
    rows.add((x) => gray(row, x));
    above = row;
  }
  return rows.finish();
}
