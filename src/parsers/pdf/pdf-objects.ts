import { ParseError } from '../parse-error';
import { type Unlock, unlockWithoutPassword } from './decryption';
import { eachText, findText, textAt } from './find-bytes';
import { createValueReader, type Dictionary, type PdfValue, Reference } from './pdf-values';
import { afterBlanks, contentEnd, contentStart } from './stream-bounds';
import { streamContent } from './stream-content';

/** A stream: its dictionary, and its bytes as they lie in the file. */
export interface PdfStream {
  readonly dictionary: Dictionary;
  readonly bytes: Uint8Array;
}

/** What stands at one of the places that an object is said at. */
export interface PdfVersion {
  readonly value: PdfValue;
  /** Null where it is no stream. */
  readonly stream: PdfStream | null;
}

/** The objects of a PDF by number, as its last revision has them. */
export interface PdfObjects {
  /** What a value is, or the object that it refers to; of a stream its dictionary. Null: there is none. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** An entry of what `value` is; null where that is no dictionary. */
  entryOf(value: PdfValue | undefined, name: string): PdfValue;
  /** Null where it is no stream. */
  streamOf(value: PdfValue | undefined): PdfStream | null;
  /** What the object was at each place that says so, the one that counts last: a table may lead readers to any. */
  versionsOf(reference: Reference): readonly PdfVersion[];
  /** Whether there is such an object, and it is longer than what is read of one. */
  isTooLong(value: PdfValue | undefined): boolean;
  /** Numbers of all objects, in the order of the file. */
  readonly numbers: readonly number[];
  /** The catalog; null where nothing names it. */
  readonly root: PdfValue;
}

/** Objects of one file that are noted. */
const MAX_OBJECTS = 200_000;
/** Characters of an object, less its stream, that are read. */
const MAX_CHARACTERS = 1_000_000;
/** Places of one object that are looked at. */
const MAX_VERSIONS = 50;
/** Bytes of the streams that hold objects, all together, when inflated. */
const MAX_PACKED_BYTES = 8 * 1024 * 1024;
const MAX_REFERENCES = 20;
const ENCRYPTION_REACH = 2_000;
/** What stands before `obj`, however far apart: number and generation. */
const HEAD = /(?:^|\D)0*(\d{1,10})[\s\0]+0*(\d{1,5})[\s\0]+$/;
const HEAD_REACH = 120;
const BLANK = 0x20;

/** Where an object lies: from `at` of `text`, or of the file. */
interface Place {
  readonly text: string | null;
  readonly at: number;
  readonly generation: number;
}

/** What streams are read by: an object's number and generation tell how its stream is unlocked. */
type UnlockStream = (stream: PdfStream, number: number, generation: number) => PdfStream;

/**
 * Finds the objects of a PDF by looking for them, whatever its tables say (ISO 32000-1, 7.3.10, 7.5.7). Null for one that
 * has too many. Of an encrypted one that opens without a password strings stay as they are; throws `ParseError` for others.
 */
export async function pdfObjects(bytes: Uint8Array): Promise<PdfObjects | null> {
  const places = new Map<number, Place>();
  const former = new Map<number, Place[]>();
  const note = (number: number, place: Place): void => {
    const before = places.get(number);
    if (before !== undefined) former.set(number, [...(former.get(number) ?? []), before].slice(-MAX_VERSIONS));
    places.set(number, place);
  };
  const packed = new Set<number>();
  const open = openObjects(bytes);
  const unlock = unlockOf(bytes, open);
  const starts = open.map(({ at }) => at);
  for (const at of eachText(bytes, '/ObjStm')) packed.add(lastBefore(starts, at));
  let budget = MAX_PACKED_BYTES;
  for (const [index, { number, at, generation }] of open.entries()) {
    note(number, { text: null, at, generation });
    if (!packed.has(index)) continue;
    const unpacked = await packedObjects(bytes, places, unlock, number, budget);
    if (unpacked === null) continue;
    budget -= unpacked.text.length;
    for (const [inner, place] of unpacked.places) note(inner, { text: unpacked.text, at: place, generation: 0 });
  }
  if (open.length > MAX_OBJECTS || places.size > MAX_OBJECTS) return null;
  const read = readerOf(bytes, places, unlock);
  const versionAt = (number: number, place: Place): PdfVersion => ({
    value: valueAt(bytes, place).value,
    stream: streamAt(bytes, number, place, read.resolve, unlock),
  });
  const versionsOf = ({ number }: Reference): PdfVersion[] => {
    const last = places.get(number);
    return [...(former.get(number) ?? []), ...(last === undefined ? [] : [last])].map((place) =>
      versionAt(number, place),
    );
  };
  const isTooLong = (value: PdfValue | undefined): boolean => {
    const place = value instanceof Reference ? places.get(value.number) : undefined;
    if (place === undefined || valueAt(bytes, place).value !== null) return false;
    const end = place.text === null ? findText(bytes, 'endobj', place.at) : place.text.length;
    return (end < 0 ? bytes.length : end) - place.at > MAX_CHARACTERS / 10;
  };
  return { ...read, versionsOf, isTooLong, numbers: [...places.keys()], root: rootOf(bytes) };
}

interface OpenObject {
  readonly number: number;
  readonly generation: number;
  readonly at: number;
}

/** Every `12 0 obj`, and where what it names begins. */
function openObjects(bytes: Uint8Array): OpenObject[] {
  const found: OpenObject[] = [];
  for (const at of eachText(bytes, 'obj')) {
    // Most of them end an object.
    if ((bytes[at - 1] ?? 0) > BLANK) continue;
    const start = Math.max(0, at - HEAD_REACH);
    const head = HEAD.exec(textAt(bytes, start, at - start));
    if (head !== null) found.push({ number: Number(head[1]), generation: Number(head[2]), at: at + 3 });
    if (found.length > MAX_OBJECTS) break;
  }
  return found;
}

/** The index of the last of ascending numbers that is not above `limit`. */
function lastBefore(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How the streams of a file are unlocked, where they are locked at all. */
function unlockOf(bytes: Uint8Array, open: readonly OpenObject[]): UnlockStream {
  const places = new Map(
    open.map(({ number, at, generation }): [number, Place] => [number, { text: null, at, generation }]),
  );
  const plain: UnlockStream = (stream) => stream;
  const { resolve, entryOf } = readerOf(bytes, places, plain);
  let unlock: Unlock | null = null;
  for (const at of eachText(bytes, '/Encrypt')) {
    const terms = resolve(createValueReader(textAt(bytes, at + '/Encrypt'.length, ENCRYPTION_REACH)).next());
    if (!(terms instanceof Map)) continue;
    unlock = unlockWithoutPassword(bytes, terms, entryOf);
    if (unlock === null)
      throw new ParseError('document-unreadable', 'this PDF is encrypted and needs a password; remove the password');
  }
  const known = unlock;
  if (known === null) return plain;
  return ({ dictionary, bytes: locked }, number, generation) => ({
    dictionary,
    bytes: dictionary.get('/Type') === '/XRef' ? locked : known(locked, number, generation),
  });
}

async function packedObjects(
  bytes: Uint8Array,
  places: ReadonlyMap<number, Place>,
  unlock: UnlockStream,
  number: number,
  limit: number,
): Promise<{ text: string; places: Map<number, number> } | null> {
  const reader = readerOf(bytes, places, unlock);
  const stream = reader.streamOf(new Reference(number));
  if (stream === null || limit <= 0) return null;
  const content = await streamContent(reader, stream, limit);
  const [first, count] = ['/First', '/N'].map((name) => Number(reader.entryOf(stream.dictionary, name)));
  if (typeof content === 'string' || first === undefined || count === undefined) return null;
  const text = textAt(content, 0, content.length);
  const numbers = (text.slice(0, first).match(/\d+/g) ?? []).map(Number).slice(0, 2 * count);
  const found = new Map<number, number>();
  for (let index = 0; index + 1 < numbers.length; index += 2)
    found.set(numbers[index] ?? 0, first + (numbers[index + 1] ?? 0));
  return { text, places: found };
}

/** What the last trailer names as the catalog; that of a file with a stream for it stands in that one's dictionary. */
function rootOf(bytes: Uint8Array): PdfValue {
  let root: PdfValue = null;
  for (const at of eachText(bytes, '/Root')) {
    const value = createValueReader(textAt(bytes, at + 5, 32)).next();
    if (value instanceof Reference) root = value;
  }
  return root;
}

function readerOf(
  bytes: Uint8Array,
  places: ReadonlyMap<number, Place>,
  unlock: UnlockStream,
): Pick<PdfObjects, 'resolve' | 'entryOf' | 'streamOf'> {
  const resolve = (value: PdfValue | undefined): PdfValue => {
    let current = value ?? null;
    for (let steps = 0; current instanceof Reference; steps += 1) {
      const place = places.get(current.number);
      if (place === undefined || steps > MAX_REFERENCES) return null;
      current = valueAt(bytes, place).value;
    }
    return current;
  };
  return {
    resolve,
    entryOf(value, name) {
      const dictionary = resolve(value);
      return dictionary instanceof Map ? resolve(dictionary.get(name)) : null;
    },
    streamOf(value) {
      const place = value instanceof Reference ? places.get(value.number) : undefined;
      return value instanceof Reference && place !== undefined
        ? streamAt(bytes, value.number, place, resolve, unlock)
        : null;
    },
  };
}

function valueAt(bytes: Uint8Array, { text, at }: Pick<Place, 'text' | 'at'>): { value: PdfValue; end: number } {
  if (text !== null) return { value: createValueReader(text, at).next() ?? null, end: 0 };
  // Most objects are short.
  for (const length of [1_000, 100_000, MAX_CHARACTERS]) {
    const piece = textAt(bytes, at, length);
    const reader = createValueReader(piece);
    const value = reader.next() ?? null;
    if (reader.at() < piece.length || at + length >= bytes.length) return { value, end: at + reader.at() };
  }
  return { value: null, end: at };
}

function streamAt(
  bytes: Uint8Array,
  number: number,
  place: Place,
  resolve: PdfObjects['resolve'],
  unlock: UnlockStream,
): PdfStream | null {
  if (place.text !== null) return null;
  const { value: dictionary, end } = valueAt(bytes, place);
  const keyword = afterBlanks(bytes, end);
  if (!(dictionary instanceof Map) || textAt(bytes, keyword, 6) !== 'stream') return null;
  const start = contentStart(bytes, keyword);
  const stop = contentEnd(bytes, start, resolve(dictionary.get('/Length')));
  return unlock({ dictionary, bytes: bytes.subarray(start, stop) }, number, place.generation);
}
