import type { Box, Line, ParsedDocument } from '../../parsers/parsed-document';
import { type Locale, localeOf } from '../values/locale';
import { respelled } from './lexicon/spelling';
import { contentTokens, tokens } from './lexicon/tokens';

/** A word of a label with its place in the line's text. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export interface ViewLine {
  /** Reading order over all pages, 0-based. */
  readonly index: number;
  readonly page: number;
  readonly text: string;
  readonly box: Box;
  readonly line: Line;
  /** Without articles and prepositions. */
  readonly tokens: readonly Token[];
  /** Lines on the same baseline, left to right, this one included. */
  readonly row: Row;
}

export interface Row {
  /** Top to bottom over all pages, 0-based. */
  index: number;
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly lines: ViewLine[];
}

/** A parsed document made ready for looking: rows, label words and habits of writing. Made once per document. */
export interface View {
  readonly document: ParsedDocument;
  readonly locale: Locale;
  readonly lines: readonly ViewLine[];
  /** Top to bottom, page by page. */
  readonly rows: readonly Row[];
  /** Number of the first page that was read: the face of the document, as far as it is known. */
  readonly firstPage: number;
  readonly pageHeight: (page: number) => number;
}

const views = new WeakMap<ParsedDocument, View>();

export function viewOf(document: ParsedDocument): View {
  const held = views.get(document);
  if (held !== undefined) return held;
  const rows: Row[] = [];
  const lines: ViewLine[] = [];
  for (const page of document.pages) {
    const pageRows = new PageRows(page.number);
    const here = page.lines.map((line): ViewLine => {
      const row = pageRows.rowFor(line.box);
      const made = {
        index: 0,
        page: page.number,
        text: line.text,
        box: line.box,
        line,
        tokens: tokensOf(
          line.text,
          line.words.some((word) => word.certainty < 1),
        ),
        row,
      };
      row.lines.push(made);
      return made;
    });
    pageRows.rows.sort((a, b) => a.top - b.top);
    for (const row of pageRows.rows) row.lines.sort((a, b) => a.box.x - b.box.x);
    // One by one: a long sheet is a page of more lines than a call takes arguments.
    for (const row of pageRows.rows) rows.push(row);
    for (const line of here) lines.push(line);
  }
  const heights = new Map(document.pages.map((page) => [page.number, page.height]));
  for (const [index, row] of rows.entries()) row.index = index;
  const view = {
    document,
    locale: localeOf(lines.map((line) => line.text).join('\n'), document.language),
    lines: lines.map((line, index) => Object.assign(line, { index })),
    rows,
    firstPage: document.pages[0]?.number ?? 1,
    pageHeight: (page: number) => heights.get(page) ?? 792,
  };
  views.set(document, view);
  return view;
}

/** Points of height that one bucket of rows covers. */
const BUCKET = 8;

/** The rows of one page as they are found, in buckets by height, so that long pages stay cheap. */
class PageRows {
  readonly rows: Row[] = [];
  readonly #buckets = new Map<number, Row[]>();

  constructor(readonly page: number) {}

  /** The row whose middle this box shares, else a new one. */
  rowFor(box: Box): Row {
    const middle = box.y + box.height / 2;
    const bucket = Math.floor(middle / BUCKET);
    for (const near of [bucket, bucket - 1, bucket + 1]) {
      for (const row of this.#buckets.get(near) ?? []) {
        if (Math.abs((row.top + row.bottom) / 2 - middle) < Math.min(box.height, row.bottom - row.top) * 0.45)
          return row;
      }
    }
    const row: Row = { index: 0, page: this.page, top: box.y, bottom: box.y + box.height, lines: [] };
    this.rows.push(row);
    this.#buckets.set(bucket, [...(this.#buckets.get(bucket) ?? []), row]);
    return row;
  }
}

const PIECE = /n\s?[°º]|№|%|#|\p{L}+(?:[0158]\p{L}+)*|\p{N}+/giu;
/** Digits that OCR reads for letters inside of words. */
const MISREAD: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '5': 's', '8': 'b' };

/** `guessed`: the characters were read from an image, so that a label may be a letter off. */
function tokensOf(text: string, guessed: boolean): Token[] {
  const all = [...text.matchAll(PIECE)].flatMap((piece) =>
    tokens(piece[0].replace(/(?<=\p{L})[0158](?=\p{L})/gu, (digit) => MISREAD[digit] ?? digit)).map(
      (word): Token => ({
        word: guessed ? respelled(word) : word,
        start: piece.index,
        end: piece.index + piece[0].length,
      }),
    ),
  );
  const kept = new Set(contentTokens(all.map((one) => one.word)));
  return all.filter((one) => kept.has(one.word));
}
