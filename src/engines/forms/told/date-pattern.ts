import { findDates } from '../../values/date';
import { meaning } from './fillable';

/** Letters that forms of six languages write for days, months and years. */
const PATTERN =
  /(?<!\p{L})([DTJG]{1,2})([\s./-]?)(M{1,2})([\s./-]?)([JYA]{2,4})(?!\p{L})|(?<!\p{L})(M{1,2})([\s./-])([DTJG]{1,2})([\s./-])([JYA]{2,4})(?!\p{L})|(?<!\p{L})([JYA]{4})([\s./-])(M{1,2})([\s./-])([DTJG]{1,2})(?!\p{L})/iu;

/** How dates are written where a form does not say. */
const USUAL: Readonly<Record<string, string>> = {
  de: 'd.m.y',
  fr: 'd/m/y',
  es: 'd/m/y',
  it: 'd/m/y',
  pt: 'd/m/y',
  nl: 'd-m-y',
  pl: 'd.m.y',
};

/** Whether a field asks for a day. */
export const asksForDate = (label: string): boolean => {
  const words = meaning(label);
  return PATTERN.test(label) || words.includes('date') || (words.includes('birth') && !words.includes('place'));
};

/**
 * A day as its field wants it: in the pattern printed with it, in its boxes, or from ISO 8601 as the form's language writes
 * it. Anything else stays as it was said.
 */
export function asDate(value: string, label: string, cells: number, language: string | null): string {
  const dates = findDates(value, { dayOrder: 'dmy', dayOrderSeen: false });
  const [date] = dates;
  if (date === undefined || dates.length > 1 || date.text.length < value.trim().length - 1) return value;
  const pattern = printedPattern(label) ?? (cells === 8 ? 'dmy' : null);
  const isIso = /^\d{4}-\d{2}-\d{2}$/.test(value.trim());
  const usual = isIso ? (USUAL[language ?? ''] ?? null) : null;
  const wanted = pattern ?? usual;
  if (wanted === null) return value;
  const [year = '', month = '', day = ''] = date.day.split('-');
  return wanted.replace('yy', 'Y').replace('y', year).replace('Y', year.slice(2)).replace('m', month).replace('d', day);
}

/** "TT.MM.JJJJ" as "d.m.y"; two letters for the year are "yy". Null: none is printed. */
function printedPattern(label: string): string | null {
  const found = PATTERN.exec(label);
  if (found === null) return null;
  const year = (letters: string | undefined): string => (letters?.length === 2 ? 'yy' : 'y');
  if (found[1] !== undefined) return `d${found[2]}m${found[4]}${year(found[5])}`;
  if (found[6] !== undefined) return `m${found[7]}d${found[9]}${year(found[10])}`;
  return `y${found[12]}m${found[14]}d`;
}
