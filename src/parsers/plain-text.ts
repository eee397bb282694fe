import { decodeText } from './decode-text';
import { finishDocument } from './finish-document';
import { layOutPage } from './page-layout/lay-out-page';
import { ParseError } from './parse-error';
import type { Page, ParsedDocument, ParseOptions, Table } from './parsed-document';
import { otherWorkFirst, PAGES_PER_PART, type PartParser } from './parsed-part';
import { MAX_LINE_CHARACTERS, Typesetter } from './typeset';
import { wrap } from './typeset-grid';
import { LINES_PER_PAGE } from './typeset-page';

/** Characters of a text that is read part by part. */
const MAX_CHARACTERS = 20_000_000;
/** Characters of a text that is read in one go. */
export const MAX_TEXT_CHARACTERS = 2_000_000;
/** Lines set before other work has its turn. */
const LINES_AT_A_TIME = 20_000;

/** Plain text: each line as it stands; runs of spaces and tabs make columns, which are looked at as on a printed page. */
export async function parsePlainText(bytes: Uint8Array, options: ParseOptions): Promise<ParsedDocument> {
  const typesetter = new Typesetter();
  for (const piece of piecesOf(textOf(bytes, MAX_TEXT_CHARACTERS))) setPiece(piece, typesetter);
  return documentOf(typesetter.finish(), options.pages);
}

/** The same, however long: pages of parts that are not asked for are only counted. */
export const plainTextParts: PartParser = async function* (bytes, { pages: wanted }, _tools, from) {
  const asked = wanted === null ? null : [...new Set(wanted.map(partOfPage))].sort((a, b) => a - b).slice(from - 1);
  let part = asked?.[0] ?? from;
  const typesetter = new Typesetter(LINES_PER_PAGE, (part - 1) * PAGES_PER_PART + 1);
  let count = 0;
  for (const piece of piecesOf(textOf(bytes, MAX_CHARACTERS))) {
    setPiece(piece, typesetter);
    count += 1;
    if (count % LINES_AT_A_TIME === 0) await otherWorkFirst();
    // Only text shows that a page has begun: nothing may follow a page break.
    if (!piece.isText || partOfPage(typesetter.page) <= part) continue;
    const pages = typesetter.takePages().filter(({ number }) => partOfPage(number) === part);
    const isLast = asked !== null && part === asked.at(-1);
    if (asked === null || asked.includes(part)) yield { document: documentOf(pages, wanted), isLast, pageCount: null };
    if (isLast) return;
    part += 1;
  }
  const rest = typesetter.finish().filter(({ number }) => partOfPage(number) >= part);
  yield { document: documentOf(rest, wanted), isLast: true, pageCount: null };
};

const partOfPage = (page: number): number => Math.ceil(page / PAGES_PER_PART);

/** Refuses a longer text, rather than to leave its end out. */
export function textOf(bytes: Uint8Array, most: number): string {
  const text = decodeText(bytes);
  if (text.length > most)
    throw new ParseError(
      'document-unreadable',
      `this text has ${text.length} characters; at most ${most} are read: send it in pieces`,
    );
  return text;
}

/** No more than a line of print, or what ends a page before it. */
interface Piece {
  readonly text: string;
  readonly isText: boolean;
  readonly startsPage: boolean;
}

function* piecesOf(text: string): Generator<Piece> {
  let at = 0;
  while (at <= text.length) {
    const end = endOfLine(text, at);
    for (const [index, part] of text.slice(at, end).split('\f').entries()) {
      const isText = part.trim() !== '';
      if (index > 0) yield { text: '', isText: false, startsPage: true };
      for (const piece of isText ? wrap(expandTabs(part), MAX_LINE_CHARACTERS) : [''])
        yield { text: piece, isText, startsPage: false };
    }
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
}

function endOfLine(text: string, from: number): number {
  BREAK.lastIndex = from;
  return BREAK.exec(text)?.index ?? text.length;
}

const BREAK = /[\r\n]/g;

function setPiece({ text, isText, startsPage }: Piece, typesetter: Typesetter): void {
  if (startsPage) typesetter.pageBreak();
  else if (isText) typesetter.text(text);
  else typesetter.blank();
}

function documentOf(pages: readonly Page[], wanted: readonly number[] | null): ParsedDocument {
  return finishDocument({ mediaType: 'text/plain', pages, tables: pages.flatMap(tablesOf) }, wanted);
}

function tablesOf(page: Page): readonly Table[] {
  // Without lines side by side there is no table to look for.
  if (page.lines.every((line, index) => line.box.y !== page.lines[index - 1]?.box.y)) return [];
  const words = page.lines.flatMap((line) => line.words);
  return layOutPage(page.number, words, []).tables;
}

const TAB_STOP = 8;

function expandTabs(row: string): string {
  if (!row.includes('\t')) return row;
  let out = '';
  for (const part of row.split('\t'))
    out +=
      out === '' && part === ''
        ? ' '
        : `${part}${' '.repeat(2 + ((TAB_STOP - ((part.length + 2) % TAB_STOP)) % TAB_STOP))}`;
  return out.trimEnd();
}
