import type { Page, ParsedDocument } from '../../parsers/parsed-document';
import { bodySize } from '../classify/body-type';
import { type Row, type View, type ViewLine, viewOf } from '../layout/view';
import { fold } from '../values/fold';
import { ownCodes } from './document-codes';
import { type PrintedNumber, printedNumber } from './page-number';

/** The little of a page that tells whether it goes on with the page before it. */
export interface PageMarks {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly turned: number;
  /** The file inside the document that it is of; null: the document itself. */
  readonly file: string | null;
  readonly isBlank: boolean;
  /** Whether its characters were read from a picture. */
  readonly isPicture: boolean;
  /** Points that most of its text is set in. */
  readonly bodySize: number;
  readonly number: PrintedNumber | null;
  /** What runs along its head and its foot: folded, digits masked. */
  readonly head: ReadonlySet<string>;
  readonly foot: ReadonlySet<string>;
  readonly codes: ReadonlyMap<string, string>;
  readonly greets: boolean;
  readonly takesLeave: boolean;
  /** Begins or ends within a sentence. */
  readonly beginsWithin: boolean;
  readonly endsWithin: boolean;
  /** Says at its head that it goes on, or at its foot that another page does. */
  readonly goesOn: boolean;
  readonly isGoneOnWith: boolean;
  /** A table goes on from the page before. */
  readonly continuesTable: boolean;
  /** How far down its text goes, as a share of its height. */
  readonly filled: number;
  /** Its words of four letters and more, by numbers that stand for them, ascending. */
  readonly words: Uint32Array;
}

/** Shares of the height at which head and foot end. */
const HEAD = 0.14;
const FOOT = 0.9;
/** Where the last lines of a page begin, as a share of them. */
const LOWER_PART = 0.6;
/** Rows of each. */
const MARGIN_ROWS = 5;
/** Different words of a page that are kept. */
const MOST_WORDS = 400;

const GREETING =
  /^(?:dear|hello|to whom it may|sehr geehrte|liebe[r]? |guten tag|madame|monsieur|cher |chère |bonjour|estimad|apreciad|muy señor|gentile|egregi|spettabile|geachte|beste )/iu;
const LEAVE =
  /^(?:yours (?:sincerely|faithfully|truly)|sincerely|(?:kind|best|warm) regards|mit freundlichen? gr(?:ü|u)(?:ß|ss)|hochachtungsvoll|freundliche grüße|cordialement|salutations|veuillez agréer|sincères|atentamente|un cordial saludo|saludos|distinti saluti|cordiali saluti|met vriendelijke groet|hoogachtend|thank you for your (?:business|order|purchase)|vielen dank für ihren)/iu;
const GOES_ON =
  /\b(?:continued(?! on| overleaf)|cont(?:'|’)?d|carried forward from|brought forward|balance b\/f|übertrag|fortsetzung|report(?: à nouveau)|suite(?: de la page)|continuación|suma anterior|riporto|segue da|vervolg|transport)\b/iu;
const GONE_ON_WITH =
  /\b(?:continued (?:on|overleaf)|carried forward|balance c\/f|please turn over|p\.?t\.?o\.?|fortsetzung (?:auf|siehe|nächste)|übertrag|zwischensumme seite|bitte wenden|à reporter|suite page|t\.?s\.?v\.?p\.?|sigue|suma y sigue|a riportare|segue|zie ommezijde|vervolg op)\b/iu;

export function pageMarks(document: ParsedDocument): PageMarks[] {
  const view = viewOf(document);
  const rows = rowsByPage(view);
  const continued = new Set(document.tables.filter(({ continues }) => continues === true).map(({ page }) => page));
  return document.pages.map((page) => marksOf(page, rows.get(page.number) ?? [], continued.has(page.number)));
}

export function rowsByPage(view: View): ReadonlyMap<number, readonly Row[]> {
  const rows = new Map<number, Row[]>();
  for (const row of view.rows) {
    const held = rows.get(row.page);
    if (held === undefined) rows.set(row.page, [row]);
    else held.push(row);
  }
  return rows;
}

function marksOf(page: Page, rows: readonly Row[], continuesTable: boolean): PageMarks {
  const { number, width, height, turned = 0, file = null } = page;
  const lines = rows.flatMap((row) => row.lines);
  const head = rows.filter((row) => row.bottom < height * HEAD).slice(0, MARGIN_ROWS);
  const foot = rows.filter((row) => row.top > height * FOOT).slice(-MARGIN_ROWS);
  const text = rows.filter((row) => !head.includes(row) && !foot.includes(row)).flatMap((row) => row.lines);
  const first = text[0] ?? lines[0];
  const last = text.at(-1) ?? lines.at(-1);
  return {
    page: number,
    width,
    height,
    turned,
    file,
    isBlank: lines.every((line) => line.tokens.length === 0),
    isPicture: lines.some((line) => line.line.words.some(({ certainty }) => certainty < 1)),
    bodySize: bodySize(lines),
    number: printedNumber(rows, height),
    head: masked(head),
    foot: masked(foot),
    codes: ownCodes(rows),
    greets: lines.slice(0, lines.length / 2 + 1).some((line) => GREETING.test(line.text)),
    takesLeave: lines.slice(lines.length * LOWER_PART).some((line) => LEAVE.test(line.text)),
    beginsWithin: first !== undefined && /^\p{Ll}/u.test(first.text) && first.tokens.length > 3,
    endsWithin: last !== undefined && last.tokens.length > 4 && /[\p{Ll},]$/u.test(last.text),
    goesOn: lines.slice(0, 12).some((line) => GOES_ON.test(line.text)),
    isGoneOnWith: lines.slice(-8).some((line) => GONE_ON_WITH.test(line.text)),
    continuesTable,
    filled: lines.reduce((most, { box }) => Math.max(most, box.y + box.height), 0) / height,
    words: wordsOf(lines),
  };
}

const masked = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(
    rows
      .flatMap((row) => row.lines)
      .map((line) => fold(line.text).replace(/\d+/g, '#'))
      .filter((text) => /\p{L}{3}/u.test(text)),
  );

function wordsOf(lines: readonly ViewLine[]): Uint32Array {
  const words = new Set<number>();
  for (const { tokens } of lines) {
    for (const { word } of tokens) {
      if (word.length >= 4 && !/\d/.test(word)) words.add(hashOf(word));
      if (words.size >= MOST_WORDS) break;
    }
  }
  return Uint32Array.from(words).sort();
}

/** FNV-1a: a bundle of thousands of pages keeps no words of them. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
