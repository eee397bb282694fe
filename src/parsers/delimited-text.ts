import Papa from 'papaparse';
import { decodeText } from './decode-text';
import { finishDocument } from './finish-document';
import { ParseError } from './parse-error';
import type { Parser } from './parsed-document';
import { setGrid } from './set-grid';
import { sniffDelimiter } from './sniff-delimiter';
import { Typesetter } from './typeset';

/** Rows read; the rest of a longer file is not. */
export const MAX_ROWS = 100_000;

/** CSV and TSV, with whatever separates the columns; locators are "row 3, column 2", counted from 1 in the file. */
export const parseDelimitedText: Parser = async (bytes, options) => {
  const text = decodeText(bytes);
  const delimiter = sniffDelimiter(text, true) ?? ',';
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: MAX_ROWS });
  // The line that tells the delimiter is one of the file's, and says nothing.
  if (/^sep=/i.test(text)) data[0] = [];
  if (data.length === 0) throw new ParseError('document-unreadable', 'this table has no rows');
  const typesetter = new Typesetter();
  const { tables, fields } = setGrid(
    { rows: data, title: null, locate: (row, column) => `row ${row + 1}, column ${column + 1}` },
    typesetter,
  );
  const mediaType = delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv';
  return finishDocument({ mediaType, pages: typesetter.finish(), tables, fields }, options.pages);
};
