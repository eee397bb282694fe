import type { Locale } from './locale';
import { monthOf } from './month-names';

export interface FoundDate {
  /** ISO 8601 day. */
  readonly day: string;
  /** "HH:MM" or "HH:MM:SS" printed right beside it; null: none. */
  readonly time: string | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True when day and month could be the other way round and nothing in the document tells. */
  readonly ambiguous: boolean;
}

type Habits = Pick<Locale, 'dayOrder' | 'dayOrderSeen'>;

const YEAR = /(\d{4}|\d{2})(?!\d)/.source;
const NUMERIC_YEAR_FIRST =
  /(?<!\d)(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\. ?(\d{1,2})\. ?(\d{1,2})\.?)(?!\d)/g;
const NUMERIC = new RegExp(
  `(?<![\\d.,/]|(?<!/\\d{2,4} ?)-)(\\d{1,2})(?:(\\. ?)(\\d{1,2})\\. ?|([/-])(\\d{1,2})\\4)${YEAR}`,
  'g',
);
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?(?:\s*(?:-|\/)\s*|\s+(?:day of |of |de |di |d')?|(?<=\.)\s*)(\p{L}{3,12})\.?,?(?:\s*(?:-|\/)\s*|\s+(?:de |del |of )?)'?(\d{4}|\d{2})(?![\d:])/gu;
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,12})\.?\s*-?\s*(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+|-)(\d{4})(?!\d)/gu;
const YEAR_MONTH_DAY = /(?<!\d)(\d{4})\.?\s+(\p{L}{3,12})\.?\s+(\d{1,2})\.?(?!\d)/gu;
const TIME_AFTER = /^(?:[T,]|\s*(?:[,|-]|at|um|à|a las|alle|om|o|v)?\s*)(\d{1,2})[:h](\d{2})(?::(\d{2}))?\s*(am|pm)?/iu;

/** The days a text names, in many notations and ten languages; impossible days are not found. */
export function findDates(text: string, habits: Habits): FoundDate[] {
  const found: FoundDate[] = [];
  const keep = (match: RegExpMatchArray, day: string | null, ambiguous = false): void => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (day === null || found.some((one) => start < one.end && one.start < end)) return;
    found.push({ day, time: timeAfter(text.slice(end)), text: match[0].trim(), start, end, ambiguous });
  };
  for (const match of text.matchAll(NUMERIC_YEAR_FIRST)) {
    keep(match, isoDay(match[1], match[2] ?? match[4] ?? match[6], match[3] ?? match[5] ?? match[7]));
  }
  for (const match of text.matchAll(DAY_MONTH)) keep(match, named(match[3], match[2], match[1]));
  for (const match of text.matchAll(MONTH_DAY)) keep(match, named(match[3], match[1], match[2]));
  for (const match of text.matchAll(YEAR_MONTH_DAY)) keep(match, named(match[1], match[2], match[3]));
  for (const match of text.matchAll(NUMERIC)) {
    const [, first, dot, dotSecond, , slashSecond, year] = match;
    if (dot !== undefined) keep(match, isoDay(year, dotSecond, first));
    else keep(match, ...slashed(first, slashSecond, year, habits));
  }
  const compact = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})\s*$/.exec(text);
  if (compact !== null) keep(compact, isoDay(compact[1], compact[2], compact[3]));
  return found.sort((a, b) => a.start - b.start);
}

function slashed(
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
  habits: Habits,
): [string | null, boolean] {
  const dayFirst = isoDay(year, second, first);
  const monthFirst = isoDay(year, first, second);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return [dayFirst ?? monthFirst, false];
  return [habits.dayOrder === 'mdy' ? monthFirst : dayFirst, !habits.dayOrderSeen];
}

function named(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const number = month === undefined ? null : monthOf(month);
  return number === null ? null : isoDay(year, String(number), day);
}

/** An existing day as ISO 8601; two-digit years are 1970-2069. */
function isoDay(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const short = Number(year);
  const full = year.length === 2 ? (short < 70 ? 2000 + short : 1900 + short) : short;
  if (full < 1800 || full > 2200) return null;
  const iso = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}

function timeAfter(rest: string): string | null {
  const match = TIME_AFTER.exec(rest);
  return match === null ? null : clock(match[1], match[2], match[3], match[4]);
}

/** A time of day alone ("14:30", "2:30 PM", "14h30"), as HH:MM or HH:MM:SS; null when there is none. */
export function findTime(text: string): { readonly time: string; readonly start: number; readonly end: number } | null {
  const match = /(?<![\d:.,])(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?![\d:])\s*(am|pm)?/iu.exec(text);
  const time = match === null ? null : clock(match[1], match[2], match[3], match[4]);
  return match === null || time === null
    ? null
    : { time, start: match.index, end: match.index + match[0].trimEnd().length };
}

function clock(hour = '', minute = '', second: string | undefined, half: string | undefined): string | null {
  let hours = Number(hour);
  if (half !== undefined && hours <= 12) hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return `${String(hours).padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
}
