import type { Row } from '../layout/view';

/** A page's own number as printed on it. */
export interface PrintedNumber {
  readonly number: number;
  /** How many pages there are; null: it does not say. */
  readonly of: number | null;
}

const WORD = String.raw`(?:page|pages|pg\.?|seite|blatt|s\.|sheet|página|pagina|pág\.?|pag\.?|hoja|folio|feuille|bladzijde|blad|blz\.?|strona|strana|oldal|sida|side)`;
const OF = `(?:of|von|de|sur|di|van|aus|z|ze|af|av|/)`;
const NAMED = new RegExp(
  String.raw`(?<!\p{L})${WORD}\s*(?:n[°o.]*\s*)?:?\s*(\d{1,4})(?:\s*${OF}\s*(\d{1,4}))?(?!\d|[.,]\d)`,
  'iu',
);
const PAIR = new RegExp(String.raw`^\W*(\d{1,4})\s*${OF}\s*(\d{1,4})\W*$`, 'iu');
const BARE = /^[-–—\s|]*(\d{1,3})[-–—\s|]*$/u;

/** Shares of a page's height at its head and foot where numbers stand that nothing names. */
const HEAD = 0.1;
const FOOT = 0.9;

/** The surest number of a page: one that says what it is, then one of so many, then a lone one at head or foot. */
export function printedNumber(rows: readonly Row[], height: number): PrintedNumber | null {
  const texts = rows.map((row) => ({
    text: row.lines.map((line) => line.text).join(' '),
    isMargin: row.top < height * HEAD || row.bottom > height * FOOT,
  }));
  for (const { text, isMargin } of texts) {
    const named = NAMED.exec(text);
    if (named !== null && (isMargin || named[2] !== undefined || text.length < 60)) return asNumber(named[1], named[2]);
  }
  const margins = rows.filter((row) => row.top < height * HEAD || row.bottom > height * FOOT);
  const lines = margins.flatMap((row) => row.lines);
  for (const { text } of lines) {
    const pair = PAIR.exec(text);
    if (pair !== null && Number(pair[1]) <= Number(pair[2])) return asNumber(pair[1], pair[2]);
  }
  const lone = margins.filter((row) => row.lines.length === 1).map((row) => BARE.exec(row.lines[0]?.text ?? '')?.[1]);
  return asNumber(lone.findLast((digits) => digits !== undefined));
}

function asNumber(number: string | undefined, of?: string): PrintedNumber | null {
  if (number === undefined || Number(number) === 0) return null;
  const count = of === undefined ? null : Number(of);
  return { number: Number(number), of: count !== null && count >= Number(number) ? count : null };
}
