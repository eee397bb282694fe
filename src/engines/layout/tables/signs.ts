import { fold } from '../../values/fold';
import { phraseKey, tokens } from '../lexicon/tokens';
import type { Question } from '../question';
import type { Grid } from './grid';

const DEBIT = keys(
  'debit|debit amount|debits|soll|lastschrift|belastung|belastungen|ausgang|ausgabe|ausgaben|withdrawal|withdrawals|withdrawal amount|money out|paid out|out|af|uit|debe|cargo|cargos|retiro|dare|addebito|addebiti|uscite|obciazenia|wyplaty|terheles|debet|vydaje|charge|payments out',
);
const CREDIT = keys(
  'credit|credit amount|credits|haben|gutschrift|gutschriften|eingang|einnahme|einnahmen|deposit|deposits|deposit amount|money in|paid in|in|bij|haber|abono|abonos|deposito|avere|accredito|accrediti|entrate|uznania|wplaty|jovairas|kredit|prijmy|payments in',
);
const DEBIT_WORDS = new Set('s d af soll debit dbit dr db debet debe dare - out belastung lastschrift'.split(' '));
const CREDIT_WORDS = new Set('h c bij haben credit crdt cr kredit haber avere + in gutschrift'.split(' '));
/** Rows looked at. */
const SAMPLE = 60;

/** How a table says which way money went, other than by a minus. */
export type Direction =
  | { readonly kind: 'columns'; readonly debit: number; readonly credit: number }
  | { readonly kind: 'word'; readonly column: number }
  | { readonly kind: 'behind' }
  | null;

/**
 * Bookings are often printed without a sign: in a debit and a credit column, with a word ("Af", "S", "DBIT") in a
 * column of its own, or with a mark behind the amount ("88,00 -", "88,00 S"). Null where the rows are goods: those have quantities and prices, not directions.
 */
export function directionOf(grid: Grid, properties: readonly Question[]): Direction {
  if (properties.some((property) => GOODS.has(property.concept?.id ?? ''))) return null;
  const heads = grid.headings.map((heading) => phraseKey(tokens(heading.replace(/\(.*?\)/g, ' '))));
  const debit = heads.findIndex((head) => DEBIT.has(head));
  const credit = heads.findIndex((head) => CREDIT.has(head));
  if (debit >= 0 && credit >= 0 && debit !== credit) return { kind: 'columns', debit, credit };
  const column = grid.headings.findIndex((_, index) => holdsDirections(grid, index));
  if (column >= 0) return { kind: 'word', column };
  return grid.headings.some((_, index) => holdsMarks(grid, index)) ? { kind: 'behind' } : null;
}

/** The property that a direction is about. */
export function isBookedAmount(property: Question): boolean {
  return property.concept?.id === 'transaction-amount' || property.concept?.id === 'item-amount';
}

const GOODS = new Set(['item-quantity', 'item-unit-price']);

/** -1 for money out, 1 for money in or no word known. */
export function signOf(word: string): 1 | -1 {
  return DEBIT_WORDS.has(fold(word).replace(/[–−]/g, '-')) ? -1 : 1;
}

/** -1 where the mark behind an amount says so. */
export function signBehind(text: string): 1 | -1 {
  return signOf(BEHIND.exec(text.trim())?.[1] ?? '');
}

/** An amount and, set apart, a mark: "88,00 -", "1.200,00 H", "41.00 DR". */
const BEHIND = /\d\s?([-–−+]|[SH]|DR|CR|D|C)$/i;

function holdsMarks(grid: Grid, column: number): boolean {
  const texts = grid.rows.slice(0, SAMPLE).flatMap((row) => row[column]?.text.trim() ?? []);
  const marked = texts.filter((text) => /\d[.,]\d{2}/.test(text) && BEHIND.test(text));
  return marked.length > 0 && marked.some((text) => signBehind(text) < 0) && marked.length * 2 >= texts.length;
}

function holdsDirections(grid: Grid, column: number): boolean {
  const words = grid.rows
    .slice(0, SAMPLE)
    .map((row) => fold(row[column]?.text ?? ''))
    .filter((word) => word !== '');
  const known = words.filter((word) => DEBIT_WORDS.has(word) || CREDIT_WORDS.has(word)).length;
  const both = words.some((word) => DEBIT_WORDS.has(word)) && words.some((word) => CREDIT_WORDS.has(word));
  return known === words.length && both;
}

function keys(phrases: string): ReadonlySet<string> {
  return new Set(phrases.split('|').map((phrase) => phraseKey(tokens(phrase))));
}
