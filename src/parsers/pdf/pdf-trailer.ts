import { eachText, textAt } from './find-bytes';
import { holdersOf, type OpenObject, openedBefore } from './object-places';
import type { ObjectReader } from './object-reader';
import { createValueReader, type Dictionary, type PdfValue, Reference } from './pdf-values';
import { afterBlanks } from './stream-bounds';

/** What readers need to know before they read an object: the catalog, facts of the file, how it is locked, what it is called. */
const ENTRIES = ['/Root', '/Info', '/Encrypt', '/ID'] as const;
export type PdfTrailer = ReadonlyMap<(typeof ENTRIES)[number], PdfValue>;

const REACH = 10_000;
/** Trailers that are looked at, one for each time that the file was added to. */
const MAX_TRAILERS = 1000;

/**
 * What the last trailer says that says it (ISO 32000-1, 7.5.5); that of a file with a stream for its table is that one's
 * dictionary. One that is cut off says nothing.
 */
export function trailerOf(bytes: Uint8Array, open: readonly OpenObject[], reader: ObjectReader): PdfTrailer {
  const found = [...plainTrailers(bytes, open, reader), ...streamTrailers(bytes, open, reader)].sort(
    (one, other) => one.at - other.at,
  );
  const trailer = new Map<(typeof ENTRIES)[number], PdfValue>();
  for (const { dictionary } of found)
    for (const name of ENTRIES) {
      const value = dictionary.get(name) ?? null;
      if (value !== null && (name !== '/Root' || value instanceof Reference)) trailer.set(name, value);
    }
  return trailer;
}

interface Found {
  readonly at: number;
  readonly dictionary: Dictionary;
}

function plainTrailers(bytes: Uint8Array, open: readonly OpenObject[], reader: ObjectReader): Found[] {
  return lastMarks(bytes, 'trailer').flatMap((at) => {
    if (isInObject(bytes, openedBefore(open, at), at, reader)) return [];
    const text = textAt(bytes, at + 'trailer'.length, REACH);
    const values = createValueReader(text);
    const dictionary = values.next();
    return dictionary instanceof Map && text.slice(0, values.at()).endsWith('>>') ? [{ at, dictionary }] : [];
  });
}

/** As that of a file is that is attached as it is. An object that goes on to the end of the file was cut off before. */
function isInObject(bytes: Uint8Array, before: OpenObject | undefined, at: number, reader: ObjectReader): boolean {
  const end = before === undefined ? null : reader.endAt(before);
  return end !== null && at < end && end < bytes.length;
}

function streamTrailers(bytes: Uint8Array, open: readonly OpenObject[], reader: ObjectReader): Found[] {
  return [...holdersOf(bytes, open, '/XRef')].slice(-MAX_TRAILERS).flatMap((holder) => {
    const dictionary = reader.valueAt(holder);
    const isWhole = textAt(bytes, afterBlanks(bytes, reader.endAt(holder) ?? bytes.length), 9) === 'endstream';
    return isWhole && dictionary instanceof Map && dictionary.get('/Type') === '/XRef'
      ? [{ at: holder.at, dictionary }]
      : [];
  });
}

function lastMarks(bytes: Uint8Array, text: string): readonly number[] {
  const marks: number[] = [];
  for (const at of eachText(bytes, text)) {
    marks.push(at);
    if (marks.length > MAX_TRAILERS) marks.shift();
  }
  return marks;
}
