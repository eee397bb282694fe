import { ParseError } from '../parse-error';
import { findPage } from './page-object';
import type { PdfObjects } from './pdf-objects';

/** Bytes that the PDF reader unpacks a picture of a page to that it draws, at most: bits become bytes of their own. */
const MAX_UNPACKED_BYTES = 36_000_000;
const COLORS = 3;

/** Refuses a page that is to be drawn when a picture on it would fill the memory. Throws `ParseError`. */
export function refuseHugePictures(objects: PdfObjects, page: number): void {
  const named = objects.entryOf(findPage(objects, page)?.resources, '/XObject');
  for (const value of named instanceof Map ? named.values() : []) {
    const entry = (name: string): number => Number(objects.entryOf(value, name));
    const [width, height] = [entry('/Width'), entry('/Height')];
    const isBilevel = entry('/BitsPerComponent') === 1 || objects.entryOf(value, '/ImageMask') === true;
    if (
      width * height * (isBilevel ? 1 : COLORS) <= MAX_UNPACKED_BYTES ||
      objects.entryOf(value, '/Subtype') !== '/Image'
    )
      continue;
    const most = MAX_UNPACKED_BYTES / (isBilevel ? 1 : COLORS) / 1_000_000;
    throw new ParseError(
      'document-unreadable',
      `page ${page} of this PDF shows a picture of ${width} x ${height} pixels in a coding of which at most ${most} million are read: scan it at 300 dpi, or save it as JPEG`,
    );
  }
}
