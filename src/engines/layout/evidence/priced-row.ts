import { type FoundNumber, findNumbers } from '../../values/number';
import { type Span, spanOfLine } from '../span';
import { isTotalRow } from '../tables/total-row';
import type { Row, View, ViewLine } from '../view';

interface Part<T> {
  readonly value: T;
  readonly span: Span;
}

/** One row of print as a piece of a list of things with amounts. */
export interface PricedRow {
  /** `thing`: a name and its amount; `factors`: "2 x 3.50", the amount, or both; `name`: words only. */
  readonly kind: 'thing' | 'factors' | 'name' | 'total' | 'other';
  readonly page: number;
  /** Edges of the amount in points; of one on the same line as its name only the right one. */
  readonly left: number | null;
  readonly right: number;
  readonly name: Part<string> | null;
  readonly quantity: Part<number> | null;
  readonly price: Part<number> | null;
  readonly amount: Part<number> | null;
}

/** What may stand behind an amount: a currency, a tax class. */
const BEHIND = /^\s?(?:€|EUR|£|GBP|\$|USD|CHF|[A-Z*]{1,2})?\s?[A-Z*]?$/;
/** "2 x", "2 Stk x 1,19", "0,860 kg x 2,99 EUR/kg", "3 @ 2.94", "4 à 2,00". */
const FACTORS =
  /(?:^|\s)(\d+(?:[.,]\d{1,3})?)\s?(?:kg|g|l|stk|st|pcs?|szt|ks|u|uds|ud|pz)?\.?\s?(?:x|×|\*|@|à|a)\s?(?:€|£|\$)?\s?(\d+[.,]\d{2,3})(?:\s?(?:€|EUR|£|\$))?(?:\s?\/\s?\p{L}{1,5})?(?=\s|$)/iu;
/** "2 x Coffee", "2x Coffee", "2 Coffee". */
const COUNT_BEFORE = /^(\d{1,3})\s?(?:x|×|\*)?\s+(?=\p{L}{2})/iu;
/** "Coffee x2", "Coffee (2)". */
const COUNT_BEHIND = /\s(?:[x×]\s?(\d{1,3})|\((\d{1,3})[x×]?\))$/iu;
const LONGEST_NAME = 90;

export function pricedRow(row: Row, view: View): PricedRow {
  const last = row.lines.at(-1);
  const other: PricedRow = {
    kind: 'other',
    page: row.page,
    left: null,
    right: 0,
    name: null,
    quantity: null,
    price: null,
    amount: null,
  };
  if (last === undefined || row.lines.length > 5) return other;
  const amount = amountAtEnd(last, view);
  const texts = row.lines.map((line) => line.text);
  const found = amount === null ? null : partOf(last, amount.start, amount.end, amount.value);
  const right = last.box.x + last.box.width;
  const left =
    row.lines.length > 1 && amount !== null && /^\P{L}*$/u.test(last.text.slice(0, amount.start)) ? last.box.x : null;
  if (isTotalRow(texts)) return { ...other, kind: 'total', right, amount: found };
  const before = textBefore(row, amount?.start ?? null);
  const factors = factorsIn(before, view);
  const rest = factors === null ? before : without(before, factors.at);
  if (rest.every((piece) => !/\p{L}{2}/u.test(piece.text)))
    return factors === null && (rest.length > 0 || found === null)
      ? other
      : { ...other, kind: 'factors', left, right, amount: found, ...factors?.parts };
  const named = nameOf(rest, view);
  if (named === null) return other;
  const kind = found === null ? (factors === null ? 'name' : 'other') : 'thing';
  return { ...other, kind, left, right, ...named, ...factors?.parts, amount: found };
}

/** Money at the very end of a line: cents are printed, or a currency beside it. */
function amountAtEnd(line: ViewLine, view: View): FoundNumber | null {
  const number = findNumbers(line.text, view.locale).at(-1);
  if (number === undefined || number.percent || !BEHIND.test(line.text.slice(number.end))) return null;
  const money = /[€£$]|EUR|USD|GBP|CHF/.test(line.text.slice(Math.max(0, number.start - 4)));
  return number.decimals === 2 || money ? number : null;
}

interface Piece {
  readonly line: ViewLine;
  readonly start: number;
  readonly text: string;
}

function textBefore(row: Row, amountStart: number | null): Piece[] {
  return row.lines.flatMap((line, index) => {
    const text = index === row.lines.length - 1 && amountStart !== null ? line.text.slice(0, amountStart) : line.text;
    const bare = text.replace(/[\s.…·_]+$/u, '').replace(/\s(?:€|EUR|£|\$)$/, '');
    return bare === '' || /^[€£$]$|^[A-Z]$/.test(bare) ? [] : [{ line, start: 0, text: bare }];
  });
}

interface Factors {
  readonly at: { readonly piece: Piece; readonly start: number; readonly end: number };
  readonly parts: Pick<PricedRow, 'quantity' | 'price'>;
}

function factorsIn(pieces: readonly Piece[], view: View): Factors | null {
  for (const piece of pieces) {
    const match = FACTORS.exec(piece.text);
    if (match === null) continue;
    const numbers = findNumbers(match[0], { ...view.locale, blankGroups: false });
    const [quantity, price] = [numbers[0], numbers.find((one, index) => index > 0 && one.decimals >= 2)];
    if (quantity === undefined || price === undefined) continue;
    const at = (one: FoundNumber): Part<number> =>
      partOf(piece.line, piece.start + match.index + one.start, piece.start + match.index + one.end, one.value);
    return {
      at: { piece, start: match.index, end: match.index + match[0].length },
      parts: { quantity: at(quantity), price: at(price) },
    };
  }
  return null;
}

function without(pieces: readonly Piece[], { piece, start, end }: Factors['at']): Piece[] {
  return pieces.flatMap((one) => {
    if (one !== piece) return [one];
    const [head, tail] = [one.text.slice(0, start).trimEnd(), one.text.slice(end)];
    if (/\p{L}{2}/u.test(head)) return [{ ...one, text: head }];
    return /\p{L}{2}/u.test(tail) ? [{ ...one, start: one.start + end, text: tail }] : [];
  });
}

/** The words of a row as a name, a count before or behind it cut off. */
function nameOf(pieces: readonly Piece[], view: View): Pick<PricedRow, 'name' | 'quantity'> | null {
  const index = pieces.findIndex((piece) => /\p{L}{2}/u.test(piece.text));
  const piece = pieces[index];
  if (piece === undefined || piece.text.length > LONGEST_NAME || /:$/.test(piece.text)) return null;
  const counted = COUNT_BEFORE.exec(piece.text) ?? COUNT_BEHIND.exec(piece.text);
  const inside = counted === null ? null : Number(counted[1] ?? counted[2]);
  const [from, to] =
    counted === null
      ? [0, piece.text.length]
      : counted.index === 0
        ? [counted[0].length, piece.text.length]
        : [0, counted.index];
  const name = partOf(piece.line, piece.start + from, piece.start + to, piece.text.slice(from, to).trim());
  const digits = counted?.index === 0 ? 0 : (counted?.index ?? 0);
  const quantity =
    counted === null || inside === null
      ? aloneBeside(pieces, index, view)
      : partOf(piece.line, piece.start + digits, piece.start + digits + counted[0].trimEnd().length, inside);
  return { name, quantity };
}

/** A count in a column of its own, left or right of the name. */
function aloneBeside(pieces: readonly Piece[], index: number, view: View): Part<number> | null {
  for (const piece of [pieces[index - 1], pieces[index + 1]]) {
    if (piece === undefined || !/^\d{1,3}\s?[x×]?$/i.test(piece.text)) continue;
    const [number] = findNumbers(piece.text.replace(/[x×]/i, ' '), view.locale);
    if (number !== undefined)
      return partOf(piece.line, piece.start + number.start, piece.start + number.end, number.value);
  }
  return null;
}

function partOf<T>(line: ViewLine, start: number, end: number, value: T): Part<T> {
  return { value, span: spanOfLine(line.page, line.line, start, end) };
}
