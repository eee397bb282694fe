import { ParseError } from '../parse-error';
import { textAt } from './find-bytes';
import type { Place } from './object-places';
import { createValueReader, type PdfValue } from './pdf-values';
import { createStreamBounds, type StreamBounds } from './stream-bounds';

/** What stands at a place. */
export interface Reading {
  readonly value: PdfValue;
  /** Where its value ends, in the file or in what it was packed in. */
  readonly end: number;
}

/** Characters of an object, less its stream, that are read. */
export const MAX_CHARACTERS = 1_000_000;
/** Most objects are short. */
const SHORT = 1_000;
/** Characters of long objects whose values are kept: they are asked for again and again. */
const MAX_KEPT = 1_000_000;
/**
 * Characters of long objects of one file that are read without an end, or again; and of long blanks. Those that are read to
 * their end for the first time are no more than the file has and unpacks, and may be as many.
 */
const MAX_READ = 3_000_000;

/** Looks at places of one file. Throws `ParseError` where that would never be done with. */
export interface ObjectReading extends StreamBounds {
  readAt(place: Place): Reading;
}

export function createObjectReading(bytes: Uint8Array): ObjectReading {
  const kept = new Map<Place, { readonly reading: Reading; readonly characters: number }>();
  let held = 0;
  const keep = (place: Place, reading: Reading, characters: number): void => {
    kept.set(place, { reading, characters });
    held += characters;
    for (const [oldest, one] of kept) {
      if (held <= MAX_KEPT) return;
      kept.delete(oldest);
      held -= one.characters;
    }
  };
  let spent = 0;
  const spend = (characters: number): void => {
    if (characters > SHORT) spent += characters;
    if (spent > MAX_READ)
      throw new ParseError('document-unreadable', 'this PDF has objects without end; export it again from its source');
  };
  const takeFirst = createFirstReads(bytes.length);
  return {
    ...createStreamBounds(bytes, spend),
    readAt(place) {
      const known = kept.get(place);
      if (known !== undefined) return known.reading;
      const { reading, characters, hasEnd } = read(place.packed ?? bytes, place.at);
      if (characters <= SHORT) return reading;
      if (!hasEnd || !takeFirst(place, characters)) spend(characters);
      keep(place, reading, characters);
      return reading;
    },
  };
}

/**
 * Tells whether an object is read for the first time, where all that were are no longer than the file and what it packs:
 * each has its own part of them.
 */
function createFirstReads(fileBytes: number): (place: Place, characters: number) => boolean {
  const before = new Set<Place>();
  const holders = new Set<number>();
  let left = fileBytes;
  return (place, characters) => {
    if (typeof place.head !== 'number' && !holders.has(place.head.holder)) {
      holders.add(place.head.holder);
      left += place.packed?.length ?? 0;
    }
    if (before.has(place) || characters > left) return false;
    before.add(place);
    left -= characters;
    return true;
  };
}

interface Read {
  readonly reading: Reading;
  /** How many were looked at. */
  readonly characters: number;
  /** Whether there was more behind it. */
  readonly hasEnd: boolean;
}

function read(bytes: Uint8Array, at: number): Read {
  for (const length of [SHORT, 10_000, 100_000]) {
    const read = readPiece(textAt(bytes, at, length), at, at + length >= bytes.length);
    if (read.hasEnd || at + length >= bytes.length) return read;
  }
  return readPiece(textAt(bytes, at, MAX_CHARACTERS), at, at + MAX_CHARACTERS >= bytes.length);
}

/** `isLast`: nothing comes behind the piece; the value of an object that goes on there is none. */
function readPiece(piece: string, start: number, isLast: boolean): Read {
  const reader = createValueReader(piece);
  const value = reader.next() ?? null;
  const characters = reader.at();
  const hasEnd = characters < piece.length;
  const reading = hasEnd || isLast ? { value, end: start + characters } : { value: null, end: start };
  return { reading, characters, hasEnd };
}
