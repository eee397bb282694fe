import type { ZipArchive } from '../zip-archive';
import { MAX_COLUMNS, unreadable } from './workbook';

/** Places of one sheet, blank ones among them: a reader that holds rows of equal length holds them all. */
const MAX_PLACES = 2_000_000;
/** Entries that are no sheets. */
const NO_SHEET = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|bin|vml|rels)$/i;
const CHUNK_BYTES = 1024 * 1024;
/** A tag is not longer than this. */
const MAX_TAG = 4096;
const ROW_OR_CELL = /<(?:\w+:)?(row|c)(?=[\s>/])(?:[^<>]*?\sr=["']([A-Z]{0,3})(\d{1,7})["'])?/g;

/**
 * Refuses a sheet of XLSX whose last row and column span more places than are read: one cell at the far corner is enough.
 * Columns past `MAX_COLUMNS` are not read, and do not count. Throws `ParseError`.
 */
export async function refuseFarCells(zip: ZipArchive): Promise<void> {
  for (const entry of zip.entries) {
    if (NO_SHEET.test(entry.name)) continue;
    const { rows, columns } = extentOf(await zip.read(entry));
    if (rows * Math.min(columns, MAX_COLUMNS) <= MAX_PLACES) continue;
    throw unreadable(
      `a sheet of this spreadsheet ("${entry.name}") spans ${rows} rows and ${columns} columns, more than the ${MAX_PLACES} cells that are read; delete what stands far from the rest, or split it`,
    );
  }
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** By the references of rows and cells; one without stands after the one before. */
function extentOf(sheet: Uint8Array): Extent {
  const decoder = new TextDecoder('latin1');
  const extent = { rows: 0, columns: 0 };
  const at = { row: 0, column: 0 };
  let rest = '';
  for (let from = 0; from < sheet.length; from += CHUNK_BYTES) {
    const text = rest + decoder.decode(sheet.subarray(from, from + CHUNK_BYTES));
    const cut = text.lastIndexOf('<');
    const isOpen = cut >= 0 && text.length - cut < MAX_TAG && from + CHUNK_BYTES < sheet.length;
    rest = isOpen ? text.slice(cut) : '';
    for (const [, tag, letters, digits] of (isOpen ? text.slice(0, cut) : text).matchAll(ROW_OR_CELL)) {
      if (digits !== undefined || tag === 'row') at.row = digits === undefined ? at.row + 1 : Number(digits);
      if (tag === 'row') at.column = 0;
      else at.column = letters === undefined || letters === '' ? at.column + 1 : columnNumber(letters);
      extent.rows = Math.max(extent.rows, at.row);
      extent.columns = Math.max(extent.columns, at.column);
    }
  }
  return extent;
}

/** A is 1, AA is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (let index = 0; index < letters.length; index += 1) number = number * 26 + letters.charCodeAt(index) - 64;
  return number;
}
