/** Headers that a caller wants sent to somebody else — pure. */
import { JobError } from '../errors';
import type { Labels } from '../job';

/** Most headers of one request, and most characters of a value: our numbers. */
const MAX_HEADERS = 20;
const MAX_VALUE = 2_000;

/** https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const NAME = /^[!#$%&'*+.^_`|~\w-]{1,200}$/;
/** What is visible in Latin-1, blanks and tabs. */
const VALUE = /^[\t\x20-\x7e\xa0-\xff]*$/;

/** About the connection or the length of the message (RFC 9110, sections 7.6.1 and 8.6), so not the caller's to say. */
const OF_CONNECTION =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|content-length|expect|via|forwarded|x-forwarded-.*|x-real-ip|cf-.*|cdn-loop)$/i;

/** Whether a header says nothing about the connection itself. */
export const isOfMessage = (name: string): boolean => !OF_CONNECTION.test(name);

/** `field`: where in the request they stand; `own`: those this server sets itself. Throws `invalid-request`. */
export function acceptSentHeaders(headers: Labels, field: string, own: RegExp): void {
  const refusal = (name: string, problem: string): JobError =>
    new JobError('invalid-request', `${field}: ${problem}`, { field: `${field}.${name}` });
  const given = Object.entries(headers);
  if (given.length > MAX_HEADERS) throw refusal('', `${given.length} headers; at most ${MAX_HEADERS}`);
  for (const [name, value] of given) {
    const shown = JSON.stringify(name.slice(0, 100));
    if (!NAME.test(name)) throw refusal('', `${shown} is no name of a header; letters, digits and hyphens are`);
    if (!isOfMessage(name) || own.test(name)) throw refusal(name, `${name} is set by this server; leave it out`);
    if (value.length > MAX_VALUE) throw refusal(name, `${name} is longer than ${MAX_VALUE} characters`);
    if (!VALUE.test(value))
      throw refusal(name, `${name} has line breaks, control characters or letters beyond Latin-1`);
  }
}
