import { textAt } from './find-bytes';
import type { OpenObject, Place } from './object-places';
import type { ObjectReader } from './object-reader';
import { streamContent } from './stream-content';

/** Objects that one stream holds (ISO 32000-1, 7.5.7). */
export interface PackedObjects {
  readonly bytes: number;
  readonly places: ReadonlyMap<number, Place>;
}

/** What an object packs, unpacked up to `limit` bytes; null where it packs none, or what is packed cannot be read. */
export async function packedObjects(
  reader: ObjectReader,
  holder: OpenObject,
  limit: number,
): Promise<PackedObjects | 'limit' | null> {
  const stream = reader.streamAt(holder, holder.number);
  if (stream === null) return null;
  const content = await streamContent(reader, stream, limit);
  if (content === 'limit') return 'limit';
  const [first, count] = ['/First', '/N'].map((name) => Number(reader.entryOf(stream.dictionary, name)));
  if (content === 'unknown' || first === undefined || count === undefined) return null;
  const text = textAt(content, 0, content.length);
  const numbers = (text.slice(0, first).match(/\d+/g) ?? []).map(Number).slice(0, 2 * count);
  const places = new Map<number, Place>();
  for (let index = 0; 2 * index + 1 < numbers.length; index += 1)
    places.set(numbers[2 * index] ?? 0, {
      text,
      at: first + (numbers[2 * index + 1] ?? 0),
      generation: 0,
      head: { holder: holder.number, index },
    });
  return { bytes: content.length, places };
}
