import { eachText, textAt } from './find-bytes';
import { type OpenObject, openedBefore } from './object-places';
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
  const found = [...plainTrailers(bytes), ...streamTrailers(bytes, open, reader)].sort(
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

function plainTrailers(bytes: Uint8Array): Found[] {
  return [...eachText(bytes, 'trailer')].slice(-MAX_TRAILERS).flatMap((at) => {
    const text = textAt(bytes, at + 'trailer'.length, REACH);
    const values = createValueReader(text);
    const dictionary = values.next();
    return dictionary instanceof Map && text.slice(0, values.at()).endsWith('>>') ? [{ at, dictionary }] : [];
  });
}

function streamTrailers(bytes: Uint8Array, open: readonly OpenObject[], reader: ObjectReader): Found[] {
  const holders = new Set([...eachText(bytes, '/XRef')].flatMap((at) => openedBefore(open, at) ?? []));
  return [...holders].slice(-MAX_TRAILERS).flatMap((holder) => {
    const dictionary = reader.valueAt(holder);
    const isWhole = textAt(bytes, afterBlanks(bytes, reader.endAt(holder) ?? bytes.length), 9) === 'endstream';
    return isWhole && dictionary instanceof Map && dictionary.get('/Type') === '/XRef'
      ? [{ at: holder.at, dictionary }]
      : [];
  });
}
