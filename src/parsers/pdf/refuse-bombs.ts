import { inflateUpTo } from '../inflate-up-to';
import { ParseError } from '../parse-error';
import { damagedPdf } from './damaged-pdf';
import { createDrawingMeter, type DrawingMeter } from './drawing-effort';
import { eachText, findText } from './find-bytes';
import { refuseInflatedFonts } from './inflated-fonts';
import { type PageInTree, pagesOf } from './pages-of';
import type { PdfObjects } from './pdf-objects';
import { refuseDisguisedNames } from './refuse-disguised-names';
import { refuseEndlessTrees } from './refuse-endless-trees';
import { contentStart } from './stream-bounds';

/** Looks through a file before the PDF reader is asked: one call into it can neither be interrupted nor bounded. */
export interface BombGuard {
  /** Throws `ParseError` for a file, or one of these pages (ascending, 1-based), that would take the reader without end. */
  admit(pages: readonly number[]): Promise<void>;
}

/** Bytes that all tables of objects unpack to: 20 for each of half a million objects. */
const MAX_TABLE_BYTES = 10 * 1024 * 1024;
/** One for each time that the file was added to. */
const MAX_TABLES = 1000;
/** Points of a page's side: readers draw no more than 14,400, plans of ships say more. */
const MAX_SIDE = 200_000;

export function createBombGuard(bytes: Uint8Array, objectsOf: () => Promise<PdfObjects>): BombGuard {
  let looked: Promise<Look> | null = null;
  return {
    async admit(wanted) {
      looked ??= lookThrough(bytes, objectsOf);
      const look = await looked;
      for (const number of wanted) {
        // The pages before were looked at when they were asked for; a page that is asked for again is known.
        while (look.reached < number) {
          const { value: page, done } = look.pages.next();
          // Without a page a reader looks for the objects by itself, and may find others.
          if (done === true && look.reached === 0) throw damagedPdf();
          if (done === true) return;
          look.reached += 1;
          if (look.reached === number) await admitPage(look, page, `page ${number}`);
        }
      }
    },
  };
}

interface Look {
  readonly objects: PdfObjects;
  readonly meter: DrawingMeter;
  readonly pages: Generator<PageInTree>;
  reached: number;
}

async function lookThrough(bytes: Uint8Array, objectsOf: () => Promise<PdfObjects>): Promise<Look> {
  refuseDisguisedNames(bytes);
  await refuseInflatedTables(bytes);
  const objects = await objectsOf();
  refuseEndlessTrees(objects);
  return { objects, meter: createDrawingMeter(objects, bytes.length), pages: pagesOf(objects), reached: 0 };
}

async function admitPage({ objects, meter }: Look, page: PageInTree, place: string): Promise<void> {
  const corners = objects.entryOf(page.dictionary, '/MediaBox');
  const sides = Array.isArray(corners) ? corners.map((corner) => Math.abs(Number(objects.resolve(corner)))) : [];
  if (sides.some((side) => side > MAX_SIDE))
    throw new ParseError(
      'document-unreadable',
      `${place} of this PDF is more than ${MAX_SIDE} points long; export it again`,
    );
  await meter.admit(page, place);
  await refuseInflatedFonts(objects, page.resources, place);
}

/** Tables of objects that are streams (ISO 32000-1, 7.5.8) are unpacked whole by every reader. */
async function refuseInflatedTables(bytes: Uint8Array): Promise<void> {
  let left = MAX_TABLE_BYTES;
  let tables = 0;
  let start = -1;
  for (const at of eachText(bytes, '/XRef')) {
    // Several marks before one stream are of that stream.
    if (at < start) continue;
    const keyword = findText(bytes, 'stream', at);
    if (keyword < 0) return;
    start = contentStart(bytes, keyword);
    tables += 1;
    const { bytes: found, end } = await inflateUpTo(bytes.subarray(start), 'deflate', left);
    left -= found.length;
    if (end === 'limit' || tables > MAX_TABLES)
      throw new ParseError(
        'document-unreadable',
        `this PDF has more than ${MAX_TABLES} tables of objects, or ${MAX_TABLE_BYTES} bytes of them; export it again from its source`,
      );
  }
}
