import { findDates } from '../../values/date';
import type { View } from '../view';

/** "03.05.", "3/5", "02 Mar", "Mar 2": a day of a year that is printed elsewhere. */
const DAY_ONLY = /^(?:\d{1,2}([./-])\d{1,2}\1?|\d{1,2}\.? ?\p{L}{3,10}\.?|\p{L}{3,10}\.? \d{1,2})$/u;
/** Bookings may be dated a little after the last day that is printed in full. */
const LATEST_AFTER_MS = 31 * 86_400_000;
/** Lines looked at for full dates. */
const LOOKED_AT = 4_000;

const ends = new WeakMap<View, string | null>();

/**
 * A day without its year, completed from the document's own dates (a statement's period): the latest year that does not
 * put it after them. The text as it was, where it has a year or no date is printed in full.
 */
export function withYear(text: string, view: View): string {
  const day = text.trim();
  const end = DAY_ONLY.test(day) ? lastDay(view) : null;
  if (end === null) return text;
  const latest = Date.parse(end) + LATEST_AFTER_MS;
  for (const year of [Number(end.slice(0, 4)) + 1, Number(end.slice(0, 4)), Number(end.slice(0, 4)) - 1]) {
    const whole = completed(day, year);
    const [found] = findDates(whole, view.locale);
    if (found !== undefined && Date.parse(found.day) <= latest) return whole;
  }
  return text;
}

function completed(day: string, year: number): string {
  const mark = /^\d{1,2}([./-])\d{1,2}$/.exec(day)?.[1];
  if (mark !== undefined) return `${day}${mark}${year}`;
  return /[./-]$/.test(day) && /^[\d./-]+$/.test(day) ? `${day}${year}` : `${day.replace(/\.$/, '')} ${year}`;
}

function lastDay(view: View): string | null {
  const held = ends.get(view);
  if (held !== undefined) return held;
  let last: string | null = null;
  for (const line of view.lines.slice(0, LOOKED_AT)) {
    for (const { day } of findDates(line.text, view.locale)) if (last === null || day > last) last = day;
  }
  ends.set(view, last);
  return last;
}
