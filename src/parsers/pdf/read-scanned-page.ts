import type { ParsedPage } from '@llamaindex/liteparse-wasm';
import type { CharacterReader } from '../ocr/character-reader';
import { layOutSeenPage } from '../ocr/lay-out-seen-page';
import { readPageImage } from '../ocr/read-page-image';
import type { Page, Table } from '../parsed-document';
import { rulesOfPage } from './page-rules';
import { pictureShare } from './picture-share';
import { renderPage } from './render-page';
import { textLayerOf } from './text-layer';

/** Fine enough for small print: 10 points are 28 pixels high. */
const DPI = 200;
const POINTS_PER_INCH = 72;
/** A page is rendered no larger than this, in pixels. */
const MAX_PIXELS = 6_000_000;
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
 * it. Null where the text layer is to be used, or the page holds nothing. `language`: that of the pages before; `hasPictures`:
 * whether any is in the file.
 */
export async function readScannedPage(
  pdf: Uint8Array,
  raw: ParsedPage,
  language: string | null,
  characters: CharacterReader,
  hasPictures: () => boolean,
): Promise<ScannedPage | null> {
  const layer = textLayerOf(raw);
  if (layer === 'good') return null;
  // To draw a page takes a hundred times as long as to ask what is on it.
  if (layer === 'sparse' && (!hasPictures() || (await pictureShare(pdf, raw.pageNum)) < MOSTLY_PICTURES)) return null;
  const image = await renderPage(pdf, raw.pageNum, dpiFor(raw));
  if (image === null) return null;
  const { seen, language: spoken } = await readPageImage(image, language, characters);
  if (seen.lines.length === 0) return null;
  const { pageNum: number, width, height } = raw;
  const place = { number, width, height, pointsPerPixel: width / image.width, rules: rulesOfPage(raw) };
  return { ...layOutSeenPage(seen, place), language: spoken };
}

function dpiFor({ width, height }: ParsedPage): number {
  const largest = Math.sqrt(MAX_PIXELS / (width * height)) * POINTS_PER_INCH;
  return Math.max(1, Math.floor(Math.min(DPI, largest)));
}
