/** Longest text that is looked at: an amount is short. */
const MAX_LENGTH = 60;
/** Digits beyond which a number of JavaScript is no longer exact. */
const MAX_DIGITS = 15;

const CURRENCIES: ReadonlySet<string> = new Set(
  '€ $ £ ¥ ₹ R$ US$ EUR USD GBP CHF JPY CNY INR BRL CAD AUD NZD SEK NOK DKK PLN CZK HUF RON TRY ZAR MXN SGD HKD KRW ILS AED'.split(
    ' ',
  ),
);
const UNIT = /^(?:%|\p{L}{1,4}\.?)$/u;
const BLANKS = /\s+/g;
/** A dash in place of the cents: "12,-", "12.--". */
const NO_CENTS = /([.,])(?:-{1,2}|[–—])(?=\D*$)/;

/**
 * The number that a whole text says, with a sign, a currency or a short unit beside it: "12,50 EUR", "(1.234,56)", "-3 kg".
 * One mark in front of three digits is a decimal point, or a comma between thousands; beside a currency, which has no
 * thousandths, either is between thousands. null: the text says none.
 */
export function readAmount(given: string): number | null {
  if (given.length > MAX_LENGTH) return null;
  const text = given.replace(NO_CENTS, '$100');
  const first = text.search(/\d/);
  if (first < 0) return null;
  const last = text.search(/\d\D*$/) + 1;
  const before = text.slice(0, first).replace(BLANKS, '');
  const after = text.slice(last).replace(BLANKS, '');
  const isNegative = /^[-−–]|[-−–]$/.test(before) || after === '-' || (before.startsWith('(') && after.endsWith(')'));
  const front = before.replace(/^[(]/, '').replace(/^[-+−–]|[-+−–]$/, '');
  const back = after.replace(/[)]$/, '').replace(/^-$/, '');
  if (front !== '' && front !== '%' && !CURRENCIES.has(front)) return null;
  if (back !== '' && !CURRENCIES.has(back) && !UNIT.test(back)) return null;
  const digits = text.slice(first, last).replace(/\s/g, ' ').replaceAll('’', "'");
  const value = fromDigits(digits, CURRENCIES.has(front) || CURRENCIES.has(back));
  return value === null || value === 0 || !isNegative ? value : -value;
}

function fromDigits(digits: string, isMoney: boolean): number | null {
  const dot = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  const mark = Math.max(dot, comma);
  const isDecimal = mark >= 0 && (dot < 0 || comma < 0 ? isOneDecimalMark(digits, mark, isMoney) : true);
  const whole = isDecimal ? digits.slice(0, mark) : digits;
  const fraction = isDecimal ? digits.slice(mark + 1) : '';
  if (!/^\d*$/.test(fraction) || !isGrouped(whole)) return null;
  const plain = whole.replace(/\D/g, '');
  return plain.length + fraction.length > MAX_DIGITS ? null : Number(`${plain}.${fraction}0`);
}

function isOneDecimalMark(digits: string, mark: number, isMoney: boolean): boolean {
  const sign = digits.charAt(mark);
  if (digits.indexOf(sign) !== mark) return false;
  return (sign === '.' && !isMoney) || digits.length - mark !== 4 || !/^[1-9]\d{0,2}$/.test(digits.slice(0, mark));
}

/** Digits without marks, or in threes with one kind of mark between them. */
const isGrouped = (whole: string): boolean =>
  /^\d+$/.test(whole) || /^\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+|(?:'\d{3})+|(?: \d{3})+)$/.test(whole);
