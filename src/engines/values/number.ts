import type { Locale } from './locale';

export interface FoundNumber {
  readonly value: number;
  /** As printed, with its sign. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True when a per cent sign follows. */
  readonly percent: boolean;
  /** Digits after the decimal mark as printed. */
  readonly decimals: number;
}

type Habits = Pick<Locale, 'decimal' | 'blankGroups'>;

const GROUPED = /\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+(?:[.,]\d{1,6})?(?![\d])|\d+(?:[.,]\d+)?/.source;
const BLANK_GROUPED = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,6})?(?!\d)/.source;
const CLOSE = /(?:,[-–]{1,2}|\.[-–]{1,2}|[-−](?![\p{L}\d]))?/u.source;

/**
 * The numbers of a text in common notations: 1.234,56 1,234.56 1 234,56 1'234.56 (12.00) 12- -12. Digits that are part
 * of a word, a date or a longer code are not numbers.
 */
export function findNumbers(text: string, habits: Habits): FoundNumber[] {
  const core = habits.blankGroups || isOneBlankGrouped(text) ? `${BLANK_GROUPED}|${GROUPED}` : GROUPED;
  const pattern = new RegExp(
    `(?<![\\p{L}\\d.,/:_]|\\d-)([(]?)([-−–+]?)(\\s?)((?:[€$£₹]|R\\$|[A-Z]{3}(?=[\\d ]))?\\s?[-−]?)(${core})(${CLOSE})(\\)?)`,
    'gu',
  );
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, open = '', sign = '', , money = '', digits = '', close = '', shut = ''] = match;
    const end = match.index + whole.length;
    if (/^[\d/:_]|^[.,]\d|^-\d|^-?\p{L}+\d/u.test(text.slice(end))) continue;
    if (sign !== '' && sign !== '+' && /[\p{L}\d]$/u.test(text.slice(0, match.index))) continue;
    const value = digitsToNumber(digits, habits.decimal);
    if (value === null) continue;
    const negative = /[-−–]/.test(sign) || /[-−]/.test(money) || /^[-−]$/.test(close) || (open === '(' && shut === ')');
    const head = open === '(' && shut !== ')' ? 1 : 0;
    const tail = shut === ')' && open !== '(' ? 1 : 0;
    found.push({
      value: negative && value !== 0 ? -value : value,
      text: whole.slice(head, whole.length - tail).trim(),
      start: match.index + head,
      end: end - tail,
      percent: /^\s?%/.test(text.slice(end)),
      decimals: /[.,](\d+)$/.exec(digits)?.[1]?.length ?? 0,
    });
  }
  return found;
}

/** A whole text as one number, null when anything but a currency, a per cent sign or a unit stands beside it. */
export function readNumber(text: string, habits: Habits): number | null {
  const found = findNumbers(text, habits);
  return found.length === 1 ? (found[0]?.value ?? null) : null;
}

function isOneBlankGrouped(text: string): boolean {
  return new RegExp(`^[^\\d]{0,6}${BLANK_GROUPED}[^\\d]{0,6}$`, 'u').test(text.trim());
}

function digitsToNumber(digits: string, decimal: Habits['decimal']): number | null {
  const plain = digits.replace(/['’\s\u00a0\u202f]/g, '');
  const marks = plain.replace(/\d/g, '');
  let mark = '';
  if (marks.includes('.') && marks.includes(',')) mark = marks.at(-1) ?? '';
  else if (marks.length === 1) mark = isThousand(plain, marks, decimal) ? '' : marks;
  const other = mark === ',' ? /\./g : mark === '.' ? /,/g : /[.,]/g;
  const value = Number(plain.replace(other, '').replace(',', '.'));
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? value : null;
}

/** One mark before three digits: thousands when the document's decimal mark is the other one. */
function isThousand(plain: string, mark: string, decimal: Habits['decimal']): boolean {
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) return false;
  return decimal === null ? mark === ',' : decimal !== mark;
}
