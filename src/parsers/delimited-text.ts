import Papa from 'papaparse';
import { finishDocument } from './finish-document';
import { gridParts } from './grid-parts';
import { ParseError } from './parse-error';
import type { Parser } from './parsed-document';
import type { PartParser } from './parsed-part';
import { textOf } from './plain-text';
import { refuseEndlessCells } from './refuse-endless-cells';
import { type Grid, setGrid } from './set-grid';
import { sniffDelimiter } from './sniff-delimiter';
import { Typesetter } from './typeset';

/** Rows of one file. */
export const MAX_ROWS = 100_000;
/** Characters of one file: its cells are held as texts while it is read. */
const MAX_CHARACTERS = 10_000_000;

/** CSV and TSV, with whatever separates the columns; locators are "row 3, column 2", counted from 1 in the file. */
export const parseDelimitedText: Parser = async (bytes, options) => {
  const { mediaType, grid } = read(bytes);
  const typesetter = new Typesetter();
  const { tables, fields } = setGrid(grid, typesetter);
  return finishDocument({ mediaType, pages: typesetter.finish(), tables, fields }, options.pages);
};

/** The same, part by part. */
export const delimitedTextParts: PartParser = async function* (bytes, { pages }, _tools, from) {
  const { mediaType, grid } = read(bytes);
  yield* gridParts([grid], { mediaType }, pages, from);
};

function read(bytes: Uint8Array): { readonly mediaType: string; readonly grid: Grid } {
  const text = textOf(bytes, MAX_CHARACTERS);
  const delimiter = sniffDelimiter(text, true) ?? ',';
  refuseEndlessCells(text, delimiter);
  const data = rowsOf(text, delimiter);
  // The line that tells the delimiter is one of the file's, and says nothing.
  if (/^sep=/i.test(text)) data[0] = [];
  if (data.length === 0) throw new ParseError('document-unreadable', 'this table has no rows');
  if (data.length > MAX_ROWS)
    throw new ParseError('document-unreadable', `this table has more than ${MAX_ROWS} rows: send it in pieces`);
  return {
    mediaType: delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv',
    grid: { rows: data, title: null, locate: (row, column) => `row ${row + 1}, column ${column + 1}` },
  };
}

/** Row by row: every quote that is out of place is an error that the library would keep to the end. */
function rowsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  Papa.parse<string[]>(text, {
    delimiter,
    preview: MAX_ROWS + 1,
    step: ({ data }) => {
      rows.push(data);
    },
  });
  return rows;
}
