import type { ParsedPage, TextItem } from '@llamaindex/liteparse-wasm';
import { centerX, centerY } from '../page-layout/boxes';
import { eachText, findText, textAt } from './find-bytes';
import { isWhite } from './page-rules';

/** Points of height below which nobody can read a text. */
const MIN_READABLE = 1;
/** Shapes looked at below a light text; among more it may stand on any. */
const MAX_SHAPES = 5000;

/**
 * Whether nobody sees a text: it is too small to be one, or white on the bare page. Text that is not painted at all stays:
 * it is the text layer of a scan.
 */
export function isHidden(item: TextItem, page: ParsedPage, hasPictures: () => boolean): boolean {
  if (Math.min(item.height, item.width) < MIN_READABLE && (item.fontHeight ?? item.height) < MIN_READABLE) return true;
  if (item.fillColor === undefined || !isWhite(item.fillColor)) return false;
  return !isOnColor(item, page) && !hasPictures();
}

/** A fill of no known colour may be a gradient. */
function isOnColor(item: TextItem, page: ParsedPage): boolean {
  const x = centerX(item);
  const y = centerY(item);
  const shapes = page.vectorGraphics?.shapes ?? [];
  if (shapes.length > MAX_SHAPES) return true;
  return shapes.some(
    ({ bbox, fill, fillColor }) =>
      (fill || fillColor === undefined) &&
      (fillColor === undefined || !isWhite(fillColor)) &&
      x >= bbox.x &&
      x <= bbox.x + bbox.width &&
      y >= bbox.y &&
      y <= bbox.y + bbox.height,
  );
}

/** Bytes before the name of a subtype in which the word for it stands. */
const SUBTYPE_REACH = 16;

/** Whether a file may paint pictures: images are streams, whose dictionaries no other stream hides. */
export function mayHoldPictures(bytes: Uint8Array): boolean {
  if (findText(bytes, '/PatternType') >= 0 || findText(bytes, '/ShadingType') >= 0) return true;
  for (const at of eachText(bytes, '/Image')) {
    const from = Math.max(0, at - SUBTYPE_REACH);
    if (/\/Subtype\s*$/.test(textAt(bytes, from, at - from))) return true;
  }
  return false;
}
