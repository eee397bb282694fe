import type { ParsedPage } from '@llamaindex/liteparse-wasm';
import type { CharacterReader, PageImage } from '../ocr/character-reader';
import { layOutSeenPage } from '../ocr/lay-out-seen-page';
import { readPageImage } from '../ocr/read-page-image';
import type { Page, Table } from '../parsed-document';
import { isWorthDrawing } from './is-worth-drawing';
import { rulesOfPage } from './page-rules';
import type { PdfFile } from './pdf-file';
import { pictureOfPage } from './picture-of-page';
import { pictureShare } from './picture-share';
import { refuseHugePictures } from './refuse-huge-pictures';
import { MAX_DRAWN_PIXELS, renderPage } from './render-page';
import { type TextLayer, textLayerOf } from './text-layer';

/** Fine enough for small print: 10 points are 28 pixels high. */
const DPI = 200;
const POINTS_PER_INCH = 72;
/** Share of a page from which on pictures on it are what it shows. */
const MOSTLY_PICTURES = 0.5;

/** A page as it was read. */
export interface ScannedPage {
  readonly page: Page;
  readonly tables: readonly Table[];
  readonly language: string | null;
}

/**
 * Reads a page whose text layer cannot be used: there is none, it is garbage, or the page is a picture with a stamp on
 * it. Null where the text layer is to be used, or the page holds nothing. `language`: that of the pages before.
 */
export async function readScannedPage(
  file: PdfFile,
  raw: ParsedPage,
  language: string | null,
  characters: CharacterReader,
): Promise<ScannedPage | null> {
  const layer = textLayerOf(raw);
  if (layer === 'good' || (layer === 'sparse' && !file.hasPictures())) return null;
  const image = (await onlyPictureOf(file, raw)) ?? (await drawn(file, raw, layer));
  if (image === null) return null;
  const { seen, language: spoken } = await readPageImage(image, language, characters);
  if (seen.lines.length === 0) return null;
  const { pageNum: number, width, height } = raw;
  const place = { number, width, height, pointsPerPixel: width / image.width, rules: rulesOfPage(raw) };
  return { ...layOutSeenPage(seen, place), language: spoken };
}

async function onlyPictureOf(file: PdfFile, raw: ParsedPage): Promise<PageImage | null> {
  return file.hasPictures() && !file.isEncrypted ? pictureOfPage(await file.objects(), raw.pageNum, raw) : null;
}

async function drawn(file: PdfFile, raw: ParsedPage, layer: TextLayer): Promise<PageImage | null> {
  const pieces = await file.readable();
  // To draw a page takes a hundred times as long as to ask what is on it.
  if (layer === 'sparse' && (await pictureShare(pieces, raw.pageNum)) < MOSTLY_PICTURES) return null;
  const objects = await file.objects();
  if (file.hasPictures()) refuseHugePictures(objects, raw.pageNum);
  const dpi = dpiFor(raw);
  if (!(await isWorthDrawing(objects, raw.pageNum, dpi))) return null;
  return renderPage(pieces, raw.pageNum, dpi);
}

function dpiFor({ width, height }: ParsedPage): number {
  const largest = Math.sqrt(MAX_DRAWN_PIXELS / (width * height)) * POINTS_PER_INCH;
  return Math.max(1, Math.floor(Math.min(DPI, largest)));
}
