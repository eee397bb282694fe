/**
 * The request as it was sent, to be given back as it was sent. Its document is stored once, as the document: where the
 * bytes tell the data URL, only what stands in front of them is kept with the request — pure.
 */
import { toBase64 } from '../../jobs/base64';
import { JobError } from '../../jobs/errors';
import type { AskedAs } from '../../jobs/request';
import { isJsonObject, type JsonObject, type JsonValue } from '../../schema/json';
import type { MimeData } from './mime-data';

const FORM = 'retab/1';

/** What is nested deeper can be read, but not written again. */
const MAX_NESTING = 200;

/** `document`: what its data URL holds; null: none came along. Throws `invalid-request` for what could not be given back. */
export function toAsked(request: JsonObject, document: MimeData | null): AskedAs {
  refuseUnwritable(request);
  const isCut = document?.isCanonical === true;
  return { form: FORM, body: { request: isCut ? withUrl(request, () => document.head) : request, isCut } };
}

/** The request this dialect took; null: another one did. */
export function askedIn(asked: AskedAs | null): { readonly request: JsonObject; readonly isCut: boolean } | null {
  const request = asked?.form === FORM ? asked.body.request : undefined;
  return isJsonObject(request) ? { request, isCut: asked?.body.isCut === true } : null;
}

/** The request with its document in place again. */
export const restored = (request: JsonObject, bytes: Uint8Array): JsonObject =>
  withUrl(request, (head) => head + toBase64(bytes));

function withUrl(request: JsonObject, change: (url: string) => string): JsonObject {
  const { document } = request;
  if (!isJsonObject(document) || typeof document.url !== 'string') return request;
  return { ...request, document: { ...document, url: change(document.url) } };
}

const refusal = (problem: string): JobError =>
  new JobError('invalid-request', `request: ${problem}`, { field: 'request' });

/** A number like 1e400 is read as infinite, and would be written as null. */
function refuseUnwritable(request: JsonObject): void {
  const pending: { readonly value: JsonValue; readonly level: number }[] = [{ value: request, level: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, level } = next;
    if (typeof value === 'number' && !Number.isFinite(value)) throw refusal('holds a number too large to be kept');
    if (typeof value !== 'object' || value === null) continue;
    if (level > MAX_NESTING) throw refusal(`nested deeper than ${MAX_NESTING} levels`);
    for (const child of Object.values(value)) pending.push({ value: child, level: level + 1 });
  }
}
