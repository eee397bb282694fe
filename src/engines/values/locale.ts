/** How this document writes numbers and days, as far as its own text tells. */
export interface Locale {
  /** The decimal mark; null when the text does not tell. */
  readonly decimal: '.' | ',' | null;
  /** Order of day and month in 03/04/2024; null when the text does not tell. */
  readonly dayOrder: 'dmy' | 'mdy' | null;
  /** True when the order was seen in a date that can be read one way only. */
  readonly dayOrderSeen: boolean;
  /** True where thousands are set apart by blanks (1 234,56). */
  readonly blankGroups: boolean;
  /** ISO 639-1; null when unknown. */
  readonly language: string | null;
}

const COMMA_LANGUAGES = new Set([
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'pl',
  'cs',
  'hu',
  'da',
  'sv',
  'fi',
  'ro',
  'tr',
  'ru',
]);
const BLANK_GROUP_LANGUAGES = new Set(['fr', 'pl', 'cs', 'hu', 'sv', 'fi', 'ru', 'sk', 'no']);

/** Reads the habits from the whole text of a document; `language` helps where the text leaves it open. */
export function localeOf(text: string, language: string | null): Locale {
  const comma = count(text, /(?<![\d.,])\d{1,3}(?:[. ]?\d{3})*,\d{2}(?![\d.,])/g);
  const point = count(text, /(?<![\d.,])\d{1,3}(?:[, ]?\d{3})*\.\d{2}(?![\d.,])/g);
  const spoken = language === null ? null : COMMA_LANGUAGES.has(language) ? ',' : language === 'en' ? '.' : null;
  const decimal = more(comma, point) ?? more(...tenths(text)) ?? spoken;
  const seen = dayOrderSeen(text);
  return {
    decimal,
    dayOrder: seen ?? dayOrderSpoken(text, language),
    dayOrderSeen: seen !== null,
    blankGroups:
      (language !== null && BLANK_GROUP_LANGUAGES.has(language)) ||
      /(?<![\d.,])\d{1,3}[\u00a0\u202f]\d{3}[.,]\d{2}(?!\d)/.test(text),
    language,
  };
}

/** Numbers with one digit after a mark: measures and shares, where a text has no money. */
function tenths(text: string): readonly [comma: number, point: number] {
  return [count(text, /(?<![\d.,])\d{1,4},\d(?![\d.,])/g), count(text, /(?<![\d.,/:])\d{1,4}\.\d(?![\d.,:/])/g)];
}

function more(comma: number, point: number): Locale['decimal'] {
  return comma === point ? null : comma > point ? ',' : '.';
}

function dayOrderSeen(text: string): Locale['dayOrder'] {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const [, first, second] of text.matchAll(/(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?![\d/-])/g)) {
    if (Number(first) > 12 && Number(second) <= 12) dayFirst += 1;
    if (Number(second) > 12 && Number(first) <= 12) monthFirst += 1;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst > monthFirst ? 'dmy' : 'mdy';
}

function dayOrderSpoken(text: string, language: string | null): Locale['dayOrder'] {
  if (language !== null && language !== 'en') return 'dmy';
  if (/[£€₹]|\b(?:EUR|GBP|INR|AUD|NZD|MYR|SGD|ZAR|CHF)\b|\b(?:GST|VAT)\b/.test(text)) return 'dmy';
  if (/\$|\bUSD\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b/.test(text)) return 'mdy';
  return null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
