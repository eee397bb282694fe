/** https://docs.retab.com (MIMEData): a document inside JSON, as a data URL. */
import { fromBase64, isCanonical } from '../../jobs/base64';
import { JobError } from '../../jobs/errors';

export interface MimeData {
  readonly bytes: Uint8Array;
  /** Everything in front of the bytes, the comma included. */
  readonly head: string;
  /** Whether writing the bytes as base64 behind the head gives the very same URL. */
  readonly isCanonical: boolean;
}

/** Longest head: a media type and a few parameters. */
const MAX_HEAD = 500;

const HEAD = /^data:[\w.+-]+\/[\w.+-]+(?:;[\w.+-]+=[^;,]*)*;base64,$/i;

/** `place`: of the document in the request. Throws `invalid-request` for anything but a base64 data URL. Fetches nothing. */
export function readMimeData(url: string, place = 'document'): MimeData {
  const refusal = (problem: string): JobError =>
    new JobError('invalid-request', `${place}.url: ${problem}`, { field: `${place}.url` });
  const head = url.slice(0, url.slice(0, MAX_HEAD).indexOf(',') + 1);
  if (!HEAD.test(head)) throw refusal('not a data URL; send "data:<media type>;base64,<bytes>" or an https URL');
  const text = url.slice(head.length);
  const bytes = fromBase64(text);
  if (bytes === null) throw refusal('what follows the comma is not valid base64');
  if (bytes.length === 0) throw refusal('the document is empty (0 bytes)');
  return { bytes, head, isCanonical: isCanonical(text, bytes) };
}
