import { ParseError } from './parse-error';

/** Characters of one cell: spreadsheets hold 32,767, and what is longer comes of a quote that is not closed. */
const MAX_CELL_CHARACTERS = 100_000;

const [QUOTE, NEWLINE, RETURN, BLANK] = [0x22, 0x0a, 0x0d, 0x20];

/** Refuses delimited text with a cell longer than is read, before it is read. Throws `ParseError`. */
export function refuseEndlessCells(text: string, delimiter: string): void {
  const separator = delimiter.charCodeAt(0);
  const ends = (code: number): boolean =>
    code === separator || code === NEWLINE || code === RETURN || code === BLANK || Number.isNaN(code);
  let start = 0;
  let row = 1;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) row += 1;
    if (isQuoted && code === QUOTE) {
      if (text.charCodeAt(at + 1) === QUOTE) at += 1;
      else isQuoted = !ends(text.charCodeAt(at + 1));
    } else if (!isQuoted && code === QUOTE && at === start) isQuoted = true;
    else if (!isQuoted && (code === separator || code === NEWLINE || code === RETURN)) start = at + 1;
    if (at - start > MAX_CELL_CHARACTERS)
      throw new ParseError(
        'document-unreadable',
        `this table has a cell of more than ${MAX_CELL_CHARACTERS} characters, up to line ${row}: close its quote, or split it`,
      );
  }
}
