import { textAt } from './find-bytes';
import type { Place } from './object-places';
import { MAX_CHARACTERS, type ObjectReading } from './object-reading';
import type { PdfObjects, PdfStream } from './pdf-objects';
import { type Dictionary, type PdfValue, Reference } from './pdf-values';

/** What streams are read by: an object's number and generation tell how its stream is unlocked. */
export type UnlockStream = (stream: PdfStream, number: number, generation: number) => PdfStream;

const MAX_REFERENCES = 20;

/** What stands at places of a file. */
export interface ObjectReader extends Pick<PdfObjects, 'resolve' | 'entryOf' | 'streamOf'> {
  valueAt(place: Place): PdfValue;
  /** Null where it is no stream. */
  streamAt(place: Place, number: number): PdfStream | null;
  /** Where in the file it ends, the content of a stream included; null where it has no end. */
  endAt(place: Place): number | null;
  /** Whether what stands there cannot be read, and is longer than what is read of one. */
  isTooLongAt(place: Place): boolean;
}

/** Reads the objects that lie at these places by their numbers. */
export function createObjectReader(
  bytes: Uint8Array,
  { readAt, afterBlanks, contentStart, contentEnd, objectEnd }: ObjectReading,
  places: ReadonlyMap<number, Place>,
  unlock: UnlockStream,
): ObjectReader {
  const resolve = (value: PdfValue | undefined): PdfValue => {
    let current = value ?? null;
    for (let steps = 0; current instanceof Reference; steps += 1) {
      const place = places.get(current.number);
      if (place === undefined || steps > MAX_REFERENCES) return null;
      current = readAt(place).value;
    }
    return current;
  };
  /** What stands in the file, and where what follows it begins. */
  const openAt = (place: Place): { value: PdfValue; end: number; next: number } => {
    const { value, end } = readAt(place);
    return { value, end, next: afterBlanks(end) };
  };
  /** A stream's dictionary, and where its content begins and ends. */
  const boundsOf = (value: PdfValue, next: number): { dictionary: Dictionary; start: number; stop: number } | null => {
    if (!(value instanceof Map) || textAt(bytes, next, 6) !== 'stream') return null;
    const start = contentStart(next);
    return { dictionary: value, start, stop: contentEnd(start, resolve(value.get('/Length'))) };
  };
  const streamAt = (place: Place, number: number): PdfStream | null => {
    if (place.packed !== null) return null;
    const { value, next } = openAt(place);
    const bounds = boundsOf(value, next);
    if (bounds === null) return null;
    const { dictionary, start, stop } = bounds;
    return unlock({ dictionary, bytes: bytes.subarray(start, stop) }, number, place.generation);
  };
  return {
    resolve,
    streamAt,
    entryOf(value, name) {
      const dictionary = resolve(value);
      return dictionary instanceof Map ? resolve(dictionary.get(name)) : null;
    },
    streamOf(value) {
      const place = value instanceof Reference ? places.get(value.number) : undefined;
      return value instanceof Reference && place !== undefined ? streamAt(place, value.number) : null;
    },
    valueAt: (place) => readAt(place).value,
    endAt(place) {
      const { value, end, next } = openAt(place);
      return boundsOf(value, next)?.stop ?? (textAt(bytes, next, 6) === 'endobj' ? end : null);
    },
    isTooLongAt(place) {
      if (readAt(place).value !== null) return false;
      const end = place.packed === null ? objectEnd(place.at) : place.packed.length;
      return (end < 0 ? bytes.length : end) - place.at > MAX_CHARACTERS / 10;
    },
  };
}
