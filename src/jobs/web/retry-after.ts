/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after — pure. */
import type { EpochMs } from '../job';

/** Longest wait that is believed, in milliseconds: a day. */
const MAX_WAIT_MS = 24 * 60 * 60_000;

/** The wait that a header asks for, in seconds or until a date, from now; null: none, or nothing that can be read. */
export function readRetryAfter(header: string | null, now: EpochMs): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text) * 1000, MAX_WAIT_MS);
  // A date has a day's or a month's name in it; of anything else `Date.parse` makes what it likes.
  const until = /^[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(until) ? null : Math.min(Math.max(until - now, 0), MAX_WAIT_MS);
}
