import type { ZipArchive } from '../zip-archive';
import { MAX_COLUMNS, MAX_PLACES, refuseWide, unreadable } from './workbook';

/** Entries that are no sheets. */
const NO_SHEET = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|bin|vml|rels)$/i;
const CHUNK_BYTES = 1024 * 1024;
/** A tag is not longer than this. */
const MAX_TAG = 4096;
const ROW_OR_CELL = /<(?:\w+:)?(row|c)(?=[\s>/])(?:[^<>]*?\sr=["']([A-Z]{0,3})(\d{1,7})["'])?/g;

/** What follows a cell's reference where the cell holds anything, or where the text that was read ends. */
const HOLDS = /[^<>]*(?<!\/)>\s*(?:<(?:\w+:)?(?:v|f|is)\b|$)/y;

/**
 * Refuses a sheet of XLSX whose last row and column span more places than are read: one cell at the far corner is enough.
 * Blank cells past `MAX_COLUMNS` do not count; values there are refused too. Throws `ParseError`.
 */
export async function refuseFarCells(zip: ZipArchive): Promise<void> {
  for (const entry of zip.entries) {
    if (NO_SHEET.test(entry.name)) continue;
    const { rows, columns, valued } = extentOf(await zip.read(entry));
    refuseWide(entry.name, valued);
    if (rows * Math.min(columns, MAX_COLUMNS) <= MAX_PLACES) continue;
    throw unreadable(
      `a sheet of this spreadsheet ("${entry.name}") spans ${rows} rows and ${columns} columns, more than the ${MAX_PLACES} cells that are read; delete what stands far from the rest, or split it`,
    );
  }
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Up to the last one past `MAX_COLUMNS` that holds a value; 0: none. */
  readonly valued: number;
}

/** By the references of rows and cells; one without stands after the one before. */
function extentOf(sheet: Uint8Array): Extent {
  const decoder = new TextDecoder('latin1');
  const extent = { rows: 0, columns: 0, valued: 0 };
  const at = { row: 0, column: 0 };
  let rest = '';
  for (let from = 0; from < sheet.length; from += CHUNK_BYTES) {
    const text = rest + decoder.decode(sheet.subarray(from, from + CHUNK_BYTES));
    const cut = text.lastIndexOf('<');
    const isOpen = cut >= 0 && text.length - cut < MAX_TAG && from + CHUNK_BYTES < sheet.length;
    rest = isOpen ? text.slice(cut) : '';
    const whole = isOpen ? text.slice(0, cut) : text;
    for (const found of whole.matchAll(ROW_OR_CELL)) {
      const [, tag, letters, digits] = found;
      if (digits !== undefined || tag === 'row') at.row = digits === undefined ? at.row + 1 : Number(digits);
      if (tag === 'row') at.column = 0;
      else at.column = letters === undefined || letters === '' ? at.column + 1 : columnNumber(letters);
      extent.rows = Math.max(extent.rows, at.row);
      extent.columns = Math.max(extent.columns, at.column);
      if (at.column > MAX_COLUMNS && holdsValue(whole, found.index + found[0].length))
        extent.valued = Math.max(extent.valued, at.column);
    }
  }
  return extent;
}

function holdsValue(sheet: string, from: number): boolean {
  HOLDS.lastIndex = from;
  return HOLDS.test(sheet);
}

/** A is 1, AA is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (let index = 0; index < letters.length; index += 1) number = number * 26 + letters.charCodeAt(index) - 64;
  return number;
}
