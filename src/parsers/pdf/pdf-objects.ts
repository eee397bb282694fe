import { ParseError } from '../parse-error';
import { holdersOf, type OpenObject, openObjects, outermost, type Place } from './object-places';
import { createObjectReader, type ObjectReader, type UnlockStream } from './object-reader';
import { createObjectReading } from './object-reading';
import { tableOf } from './object-table';
import { packedObjects } from './packed-objects';
import { trailerOf } from './pdf-trailer';
import { type Dictionary, type PdfValue, Reference } from './pdf-values';
import { plainStream, unlockOf } from './unlock-streams';

/** A stream: its dictionary, and its bytes as they lie in the file. */
export interface PdfStream {
  readonly dictionary: Dictionary;
  readonly bytes: Uint8Array;
}

/** The objects of a PDF by number, as its last revision has them. */
export interface PdfObjects {
  /** What a value is, or the object that it refers to; of a stream its dictionary. Null: there is none. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** An entry of what `value` is; null where that is no dictionary. */
  entryOf(value: PdfValue | undefined, name: string): PdfValue;
  /** Null where it is no stream. */
  streamOf(value: PdfValue | undefined): PdfStream | null;
  /** Whether there is such an object, and it is longer than what is read of one. */
  isTooLong(value: PdfValue | undefined): boolean;
  /** The catalog; null where nothing names it. */
  readonly root: PdfValue;
  /** What is to follow the file, so that readers which go by its tables find these objects, and no others of their numbers. */
  table(): Uint8Array;
}

/** Objects of one file that are noted. */
const MAX_OBJECTS = 200_000;
/** Mebibytes of the streams that hold objects, all together, when inflated. */
const MAX_PACKED_MEBIBYTES = 24;

type ReaderOf = (places: ReadonlyMap<number, Place>, unlock: UnlockStream) => ObjectReader;

/**
 * Finds the objects of a PDF by looking for them, whatever its tables say (ISO 32000-1, 7.3.10, 7.5.7): of each number the
 * last. Of an encrypted one that opens without a password strings stay as they are. Throws `ParseError` for others, and
 * for one that has too many objects, or packs too much of them.
 */
export async function pdfObjects(bytes: Uint8Array): Promise<PdfObjects> {
  const all = openObjects(bytes, MAX_OBJECTS);
  if (all.length > MAX_OBJECTS) throw tooMany();
  const reading = createObjectReading(bytes);
  const readerOf: ReaderOf = (places, unlock) => createObjectReader(bytes, reading, places, unlock);
  const locked = readerOf(byNumber(all), plainStream);
  const open = outermost(bytes, all, locked.endAt);
  const trailer = trailerOf(bytes, open, locked);
  const unlock = unlockOf(bytes, trailer, locked);
  const places = await placesOf(bytes, open, (outer) => readerOf(outer, unlock));
  const { resolve, entryOf, streamOf, isTooLongAt } = readerOf(places, unlock);
  return {
    resolve,
    entryOf,
    streamOf,
    isTooLong(value) {
      const place = value instanceof Reference ? places.get(value.number) : undefined;
      return place !== undefined && isTooLongAt(place);
    },
    root: trailer.get('/Root') ?? null,
    table: () => tableOf(bytes, places, trailer),
  };
}

/** By their numbers the places of all objects, the packed ones among them. Throws `ParseError` where they are too many. */
async function placesOf(
  bytes: Uint8Array,
  open: readonly OpenObject[],
  readerOf: (places: ReadonlyMap<number, Place>) => ObjectReader,
): Promise<ReadonlyMap<number, Place>> {
  const places = new Map<number, Place>();
  const outer = byNumber(open);
  const holders = holdersOf(bytes, open, '/ObjStm');
  const holding = new Set([...holders].map(({ number }) => number));
  const reader = readerOf(outer);
  let left = MAX_PACKED_MEBIBYTES * 1024 * 1024;
  for (const object of open) {
    places.set(object.number, object);
    // What a stream packs is reached by that one's number, which none may pack itself.
    if (!holders.has(object) || outer.get(object.number) !== object) continue;
    const packed = await packedObjects(reader, object, { bytes: left, objects: MAX_OBJECTS });
    if (packed === 'limit') throw tooMany();
    left -= packed?.bytes ?? 0;
    for (const [number, place] of packed?.places ?? []) if (!holding.has(number)) places.set(number, place);
    if (places.size > MAX_OBJECTS) throw tooMany();
  }
  return places;
}

const tooMany = (): ParseError =>
  new ParseError(
    'document-unreadable',
    `this PDF has more than ${MAX_OBJECTS} objects, or more than ${MAX_PACKED_MEBIBYTES} MiB of them packed; send it in pieces`,
  );

const byNumber = (objects: readonly OpenObject[]): ReadonlyMap<number, OpenObject> =>
  new Map(objects.map((object) => [object.number, object]));
