import type { OpenObject, Place } from './object-places';
import type { ObjectReader } from './object-reader';
import { streamContent } from './stream-content';

/** Objects that one stream holds (ISO 32000-1, 7.5.7). */
export interface PackedObjects {
  readonly bytes: number;
  readonly places: ReadonlyMap<number, Place>;
}

/** Up to which an object is unpacked. */
interface Limits {
  readonly bytes: number;
  readonly objects: number;
}

/** What an object packs, up to these limits; null where it packs none, or what is packed cannot be read. */
export async function packedObjects(
  reader: ObjectReader,
  holder: OpenObject,
  limits: Limits,
): Promise<PackedObjects | 'limit' | null> {
  const stream = reader.streamAt(holder, holder.number);
  // A file that is attached as it is may speak of packed objects of its own.
  if (stream === null || reader.entryOf(stream.dictionary, '/Type') !== '/ObjStm') return null;
  const content = await streamContent(reader, stream, limits.bytes);
  if (content === 'limit') return 'limit';
  const [first, count] = ['/First', '/N'].map((name) => Number(reader.entryOf(stream.dictionary, name)));
  if (content === 'unknown' || first === undefined || count === undefined) return null;
  const numbers = numbersOf(content.subarray(0, first), 2 * Math.min(count, limits.objects + 1));
  if (numbers.length > 2 * limits.objects) return 'limit';
  const places = new Map<number, Place>();
  for (let index = 0; 2 * index + 1 < numbers.length; index += 1)
    places.set(numbers[2 * index] ?? 0, {
      packed: content,
      at: first + (numbers[2 * index + 1] ?? 0),
      generation: 0,
      head: { holder: holder.number, index },
    });
  return { bytes: content.length, places };
}

const [ZERO, NINE] = [0x30, 0x39];

/** The first numbers of a text, no more than `most`. */
function numbersOf(text: Uint8Array, most: number): number[] {
  const numbers: number[] = [];
  let number: number | null = null;
  for (let at = 0; at <= text.length && numbers.length < most; at += 1) {
    const byte = text[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) number = 10 * (number ?? 0) + byte - ZERO;
    else if (number !== null) {
      numbers.push(number);
      number = null;
    }
  }
  return numbers;
}
