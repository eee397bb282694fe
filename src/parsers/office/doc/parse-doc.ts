import { openCompoundFile } from '../../ole/compound-file';
import { ParseError } from '../../parse-error';
import type { Parser } from '../../parsed-document';
import type { Block } from '../blocks';
import { blocksDocument } from '../blocks-document';
import { distinctParts } from '../distinct-parts';
import { summaryProperties } from '../summary-properties';
import { readCharacters, readParagraphs } from './doc-properties';
import { readDocText } from './doc-text';
import { type Fib, RANGE, readFib, TEXT_PARTS, type TextPart } from './fib';
import { type DocSource, readRange } from './read-range';

/** Stories of separators between text and notes; then six for each section: headers and footers. */
const SEPARATOR_STORIES = 6;
const STORIES_OF_SECTION = 6;
/** Stories looked at: those of ten thousand sections. */
const MAX_STORIES = 60_000;
/** Of the stories of a section: even, odd and first header. */
const HEADER_STORIES = [0, 1, 4];

/** Word's format of 1997-2003 (MS-DOC): text, tables, notes, headers and footers; items of lists lose their numbers. */
export const parseDoc: Parser = async (bytes, options) => {
  const root = openCompoundFile(bytes);
  const stream = root?.stream('WordDocument') ?? null;
  if (root === null || stream === null) throw damaged();
  const fib = readFib(stream);
  if (fib === null) {
    throw new ParseError(
      'document-unreadable',
      'this Word document is damaged or older than Word 97; save it as .docx',
    );
  }
  if (fib.isEncrypted) {
    throw new ParseError('document-unreadable', 'this Word document is encrypted; remove the password');
  }
  const table = root.stream(fib.tableName);
  if (table === null) throw damaged();
  const partOf = (index: number): Uint8Array => {
    const { offset, length } = fib.range(index);
    return table.subarray(offset, offset + length);
  };
  const text = readDocText(stream, partOf(RANGE.pieces));
  if (text === null) throw damaged();
  const source: DocSource = {
    text,
    paragraphAt: readParagraphs(stream, partOf(RANGE.paragraphs)),
    charactersAt: readCharacters(stream, partOf(RANGE.characters)),
  };
  const read = (part: TextPart): Block[] =>
    readRange(source, ...rangeOf(fib, part), part === 'notes' || part === 'endnotes');
  const margins = readMargins(source, rangeOf(fib, 'headers')[0], partOf(RANGE.headers));
  const blocks = [
    ...margins.headers,
    ...read('body'),
    ...read('boxes'),
    ...read('notes'),
    ...read('endnotes'),
    ...margins.footers,
  ];
  const properties = summaryProperties(root.stream('\x05SummaryInformation'));
  return blocksDocument({ mediaType: 'application/msword', blocks, properties }, options.pages);
};

function damaged(): ParseError {
  return new ParseError('document-unreadable', 'this Word document is truncated or damaged; save it again');
}

function rangeOf(fib: Fib, part: TextPart): [start: number, end: number] {
  let start = 0;
  for (const before of TEXT_PARTS.slice(0, TEXT_PARTS.indexOf(part))) start += fib.lengths[before];
  return [start, start + fib.lengths[part]];
}

function readMargins(source: DocSource, start: number, table: Uint8Array): { headers: Block[]; footers: Block[] } {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const headers: Block[][] = [];
  const footers: Block[][] = [];
  if (table.length > 4 * MAX_STORIES)
    throw new ParseError(
      'document-unreadable',
      `this Word document has more than ${MAX_STORIES} headers and footers; split it into several files`,
    );
  // Stories follow each other: a table that says otherwise has none read twice.
  let read = start;
  // The last two positions end the stories and begin nothing.
  for (let story = SEPARATOR_STORIES; 4 * story + 12 <= table.length; story += 1) {
    const from = Math.max(read, start + view.getUint32(4 * story, true));
    const to = Math.min(start + view.getUint32(4 * story + 4, true), source.text.text.length);
    read = Math.max(read, to);
    const isHeader = HEADER_STORIES.includes((story - SEPARATOR_STORIES) % STORIES_OF_SECTION);
    (isHeader ? headers : footers).push(readRange(source, from, to, false));
  }
  return { headers: distinctParts(headers), footers: distinctParts(footers) };
}
