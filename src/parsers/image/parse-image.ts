import { finishDocument } from '../finish-document';
import type { CharacterReader } from '../ocr/character-reader';
import { layOutSeenPage } from '../ocr/lay-out-seen-page';
import { readPageImage } from '../ocr/read-page-image';
import { ParseError } from '../parse-error';
import type { Page, ParsedDocument, ParseOptions, ParserTools, Table } from '../parsed-document';
import { decodeBmp } from './bmp';
import { decodeGif } from './gif';
import { decodeJpeg } from './jpeg';
import { liesAcross, oriented } from './oriented';
import { pointsPerPixel } from './paper-size';
import type { Picture, PictureDecoder } from './picture';
import { decodePng } from './png';
import { decodeTiff } from './tiff';
import { decodeWebp } from './webp';

const DECODERS = {
  'image/bmp': decodeBmp,
  'image/gif': decodeGif,
  'image/jpeg': decodeJpeg,
  'image/png': decodePng,
  'image/tiff': decodeTiff,
  'image/webp': decodeWebp,
} as const satisfies Record<string, PictureDecoder>;

/** Media types of the pictures that are decoded. */
export type PictureType = keyof typeof DECODERS;

/** Pages of one picture file that are read: each takes seconds. */
const MAX_PAGES = 100;

/**
 * A picture of paper: its pages are decoded, turned as its camera says, and read. Refused where nobody reads characters.
 * A page without a word is an empty page.
 */
export async function parseImage(
  mediaType: PictureType,
  bytes: Uint8Array,
  { pages: wanted }: ParseOptions,
  { characters }: ParserTools,
): Promise<ParsedDocument> {
  const pages: Page[] = [];
  const tables: Table[] = [];
  let language: string | null = null;
  const isWanted = (page: number): boolean => page <= MAX_PAGES && (wanted === null || wanted.includes(page));
  for await (const picture of DECODERS[mediaType](bytes, isWanted)) {
    if (characters === null) throw nobodyReads(mediaType);
    const read = await readPicture(picture, language, characters);
    language = read.language;
    pages.push(read.page);
    tables.push(...read.tables);
  }
  return finishDocument({ mediaType, pages, tables, language }, null);
}

async function readPicture(
  picture: Picture,
  language: string | null,
  characters: CharacterReader,
): Promise<{ page: Page; tables: readonly Table[]; language: string | null }> {
  const { number, orientation } = picture;
  const image = oriented(picture.image, orientation);
  const [across, down] = liesAcross(orientation) ? [picture.height, picture.width] : [picture.width, picture.height];
  const scale = pointsPerPixel(across, down, picture.dpi);
  const [width, height] = [across * scale, down * scale];
  const { seen, language: spoken } = await readPageImage(image, language, characters);
  const place = { number, width, height, pointsPerPixel: width / image.width, rules: [] };
  return { ...layOutSeenPage(seen, place), language: spoken };
}

function nobodyReads(mediaType: string): ParseError {
  return new ParseError(
    'unsupported-document',
    `this file is an image (${mediaType}), and nobody reads characters here: bind the OCR Worker, or convert it to a PDF with a text layer`,
  );
}
