import { folded } from './normal-form.mjs';

// First letters of the names of months in the languages of the sets; what is spelled alike in several stands once.
const MONTHS = ['jan', 'feb fev', 'mar mrz maa', 'apr avr', 'may mai mei', 'jun juin', 'jul juil', 'aug aou', 'sep'];
const LATER_MONTHS = ['oct okt', 'nov', 'dec dez'];
const MONTH_OF = new Map(
  [...MONTHS, ...LATER_MONTHS].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
);

/** Ways to write a day, each with what its groups mean. The first that fits counts. */
const SHAPES = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/, ([year, month, day]) => [year, month, day]],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})/, ([day, month, year]) => [year, month, day]],
  [/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/, ([first, second, year]) => unmixed(Number(first), Number(second), year)],
  [
    /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]+([a-z]{3,})\.?,?[\s-]+(\d{4})/,
    ([day, name, year]) => named(year, name, day),
  ],
  [/^([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/, ([name, day, year]) => named(year, name, day)],
];

/** The day as ISO 8601; null where the text is none, or where day and month may be mixed up. */
export function isoDay(value) {
  if (value === null || value === undefined) return null;
  const text = folded(value);
  for (const [shape, parts] of SHAPES) {
    const found = shape.exec(text);
    const day = found && parts(found.slice(1));
    if (day) return day.map((part) => String(part).padStart(2, '0')).join('-');
  }
  return null;
}

function unmixed(first, second, year) {
  if (first > 12 && second <= 12) return [year, second, first];
  if (second > 12 && first <= 12) return [year, first, second];
  return first === second ? [year, first, second] : null;
}

function named(year, name, day) {
  const month = MONTH_OF.get(name.slice(0, 4)) ?? MONTH_OF.get(name.slice(0, 3));
  return month === undefined ? null : [year, month, day];
}
