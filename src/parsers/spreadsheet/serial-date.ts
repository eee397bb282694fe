const DAY_MS = 86_400_000;
/** Days from the one that serial numbers count from to 1970. */
const DAYS_TO_1970 = 25_569;
/** What serial numbers of workbooks from old Macintoshes are behind. */
const DAYS_TO_1904 = 1462;
/** Serial numbers up to here are a day off: the format has a 29 February 1900. */
const LAST_WRONG_DAY = 60;

/** A date from its serial number, to the second. A time alone is on 30 December 1899. */
export function serialDate(serial: number, isDate1904: boolean): Date {
  const days = isDate1904 ? serial + DAYS_TO_1904 : serial >= 1 && serial < LAST_WRONG_DAY ? serial + 1 : serial;
  return new Date(Math.round(((days - DAYS_TO_1970) * DAY_MS) / 1000) * 1000);
}

/** Built-in number formats that show dates or times (ECMA-376, 18.8.30). */
const BUILT_IN: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Characters of a number format: Excel takes 255. */
const LONGEST_FORMAT = 1_000;

/** Whether a number format shows a date; `code` is what the file declares for it, null: nothing. */
export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null) return BUILT_IN.some(([first, last]) => id >= first && id <= last);
  const bare = code.slice(0, LONGEST_FORMAT).replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}
