import { ParseError } from '../parse-error';
import { textAt } from './find-bytes';
import type { Place } from './object-places';
import { createValueReader, type PdfValue } from './pdf-values';

/** What stands at a place. */
export interface Reading {
  readonly value: PdfValue;
  /** Where in the file its value ends; 0 of a packed one. */
  readonly end: number;
}

/** Characters of an object, less its stream, that are read. */
export const MAX_CHARACTERS = 1_000_000;
/** Most objects are short. */
const SHORT = 1_000;
/** Characters of long objects whose values are kept: they are asked for again and again. */
const MAX_KEPT = 2_000_000;
/** Characters of long objects of one file that are read: more are said by those that do not end, or are read for each page anew. */
const MAX_READ = 8_000_000;

/** Reads what stands at places of one file. The function it makes throws `ParseError` where that would never be done with. */
export function createObjectReading(bytes: Uint8Array): (place: Place) => Reading {
  const kept = new Map<Place, { readonly reading: Reading; readonly characters: number }>();
  let [held, spent] = [0, 0];
  const keep = (place: Place, reading: Reading, characters: number): void => {
    kept.set(place, { reading, characters });
    held += characters;
    for (const [oldest, one] of kept) {
      if (held <= MAX_KEPT) return;
      kept.delete(oldest);
      held -= one.characters;
    }
  };
  return (place) => {
    const known = kept.get(place);
    if (known !== undefined) return known.reading;
    const { reading, characters } = place.text === null ? readOpen(bytes, place.at) : readPacked(place.text, place.at);
    if (characters <= SHORT) return reading;
    spent += characters;
    if (spent > MAX_READ)
      throw new ParseError('document-unreadable', 'this PDF has objects without end; export it again from its source');
    keep(place, reading, characters);
    return reading;
  };
}

/** `characters`: how many were looked at. */
interface Read {
  readonly reading: Reading;
  readonly characters: number;
}

function readPacked(text: string, at: number): Read {
  const reader = createValueReader(text, at);
  return { reading: { value: reader.next() ?? null, end: 0 }, characters: reader.at() - at };
}

function readOpen(bytes: Uint8Array, at: number): Read {
  for (const length of [SHORT, 100_000, MAX_CHARACTERS]) {
    const piece = textAt(bytes, at, length);
    const reader = createValueReader(piece);
    const value = reader.next() ?? null;
    if (reader.at() < piece.length || at + length >= bytes.length)
      return { reading: { value, end: at + reader.at() }, characters: reader.at() };
  }
  return { reading: { value: null, end: at }, characters: MAX_CHARACTERS };
}
