import type { EpochMs } from './job';

/** A stretch of time; the end does not belong to it. */
export interface TimeSpan {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

const DAY_MS = 24 * 60 * 60_000;

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(?: ?(Z|[+-]\d{2}:\d{2}|[+-]\d{4}))?$/i;

/** Each way of writing a day, and which of its numbers are the year, the month and the day. */
const DAYS: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, [1, 2, 3]],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, [1, 2, 3]],
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/, [3, 2, 1]],
];

/**
 * The day or the instant that a whole text says: a day is its 24 hours in UTC, an instant one millisecond; a time
 * without a zone is taken as UTC. "03/04/2026" could be two days and is none. null: the text says neither.
 */
export function readTimeSpan(text: string): TimeSpan | null {
  const trimmed = text.trim();
  const instant = INSTANT.exec(trimmed);
  if (instant !== null) {
    const [, day = '', minutes = '', seconds = ':00', zone = 'Z'] = instant;
    const from =
      dayStart(day.split('-').map(Number)) === null
        ? Number.NaN
        : Date.parse(`${day}T${minutes}${seconds}${zoneOf(zone)}`);
    return Number.isNaN(from) ? null : { from, until: from + 1 };
  }
  const from = dayStart(dayNumbers(trimmed) ?? []);
  return from === null ? null : { from, until: from + DAY_MS };
}

const zoneOf = (zone: string): string =>
  zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();

/** Year, month, day. */
function dayNumbers(text: string): readonly number[] | null {
  for (const [pattern, places] of DAYS) {
    const match = pattern.exec(text);
    if (match !== null) return places.map((place) => Number(match[place]));
  }
  const [, one, two, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)?.map(Number) ?? [];
  if (one === undefined || two === undefined || year === undefined) return null;
  if (one > 12 || one === two) return [year, two, one];
  return two > 12 ? [year, one, two] : null;
}

function dayStart([year = 0, month = 0, day = 0]: readonly number[]): EpochMs | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1000 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isReal ? at.getTime() : null;
}
