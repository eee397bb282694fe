/**
 * The request as it was sent, to be given back as it was sent. Its documents are stored once, as documents: where the
 * bytes tell the data URL, only what stands in front of them is kept with the request — pure.
 */
import { toBase64 } from '../../jobs/base64';
import { JobError } from '../../jobs/errors';
import type { AskedAs } from '../../jobs/request';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../schema/json';
import { unwritable } from './unwritable';

const FORM = 'retab/2';

/** Where in a request documents stand. */
export type DocumentsAt = 'document' | 'documents';

/** The bytes of a document that are stored instead of its data URL. */
export interface Cut {
  /** What stands in front of them. */
  readonly head: string;
  /** Hex. */
  readonly sha256: string;
}

/** The request this dialect took. */
export interface Asked {
  readonly request: JsonObject;
  readonly documentsAt: DocumentsAt;
  /** SHA-256 of the bytes that each document's data URL is without, in order; null: it is whole. */
  readonly cut: readonly (string | null)[];
  /** What the answer is made with; absent: the request and its result are enough. */
  readonly beside?: JsonObject;
}

/** `cuts`: what is taken out of each document's data URL, in order. Throws `invalid-request` for what could not be given back. */
export function toAsked(
  request: JsonObject,
  documentsAt: DocumentsAt,
  cuts: readonly (Cut | null)[],
  beside?: JsonObject,
): AskedAs {
  refuseUnwritable(request);
  const body: Asked = {
    request: withUrls(request, documentsAt, (url, index) => cuts[index]?.head ?? url),
    documentsAt,
    cut: cuts.map((cut) => cut?.sha256 ?? null),
  };
  return { form: FORM, body: { ...body, cut: [...body.cut], ...(beside === undefined ? {} : { beside }) } };
}

/** null: another dialect took it. Only what `toAsked` wrote stands under its form. */
export const askedIn = (asked: AskedAs | null): Asked | null =>
  asked?.form === FORM ? (asked.body as unknown as Asked) : null;

/** The request with its documents in place again. `bytes` by SHA-256. Null: some of them are not there. */
export function restored(
  { request, documentsAt, cut }: Asked,
  bytes: ReadonlyMap<string, Uint8Array>,
): JsonObject | null {
  if (cut.some((sha256) => sha256 !== null && !bytes.has(sha256))) return null;
  return withUrls(request, documentsAt, (head, index) => {
    const content = bytes.get(cut[index] ?? '');
    return content === undefined ? head : head + toBase64(content);
  });
}

function withUrls(
  request: JsonObject,
  documentsAt: DocumentsAt,
  change: (url: string, index: number) => string,
): JsonObject {
  const changed = (document: JsonValue, index: number): JsonValue =>
    isJsonObject(document) && typeof document.url === 'string'
      ? { ...document, url: change(document.url, index) }
      : document;
  const given = request[documentsAt];
  if (given === undefined) return request;
  return { ...request, [documentsAt]: isJsonArray(given) ? given.map(changed) : changed(given, 0) };
}

function refuseUnwritable(request: JsonObject): void {
  const problem = unwritable(request);
  if (problem !== null) throw new JobError('invalid-request', `request: ${problem}`, { field: 'request' });
}
