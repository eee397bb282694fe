import type { Reading } from './reading';
import type { View, ViewLine } from './view';

/** Headers stand in the first lines of a mail. */
const HEADER_LINES = 8;
const HEADER = /^(from|to|cc|reply-to|subject|date|message-id):/iu;

/** The name of the mail header that a line shows, in lower case; null: it is no header. */
export function headerOf(line: ViewLine, view: View): string | null {
  if (line.index >= HEADER_LINES || !isMail(view)) return null;
  return HEADER.exec(line.text)?.[1]?.toLowerCase() ?? null;
}

/** True for a message with headers. */
export function isMail(view: View): boolean {
  return /rfc822|outlook/.test(view.document.mediaType);
}

/** Days that are those of a paper: the day a mail was sent may be one of them, but none of what it is about. */
const OF_PAPERS = new Set([
  'sent-date',
  'invoice-date',
  'order-date',
  'confirmation-date',
  'ship-date',
  'receipt-date',
]);
/** Where one goes is not who writes about it. */
const OF_PLACES = new Set(['hotel', 'property', 'accommodation', 'venue', 'restaurant', 'event', 'theatre', 'museum']);

/** Mails go from people to people, not from place to place. */
const OF_WAYS = new Set(['origin', 'destination']);

/** Whether a header may say it: the time of sending is no day of a journey, the writer no place one goes to. */
export function fitsHeader({ question, span }: Reading, view: View): boolean {
  if (!isMail(view) || span.page !== view.firstPage) return true;
  const line = view.lines.slice(0, HEADER_LINES).find((one) => one.box.y === span.box.y);
  const header = line === undefined ? null : headerOf(line, view);
  if (header === 'date') return question.concept === null || OF_PAPERS.has(question.concept.id);
  if ((header === 'from' || header === 'to') && OF_WAYS.has(question.concept?.id ?? '')) return false;
  if (header !== 'from') return true;
  return question.kind === 'email' || !question.phrases.flat().some((word) => OF_PLACES.has(word));
}
