import { inflateSync } from 'node:zlib';

/** Bytes that the packed objects of one file unpack to at most: they are all held. */
export const MAX_PACKED_BYTES = 48 * 1024 * 1024;

/** Streams in which objects and tables of objects are packed (ISO 32000-1, 7.5.7 and 7.5.8). */
const PACKED = /\/(?:ObjStm|XRef)\b/g;
/** workerd counts the room it takes, chunk after chunk, and not the bytes in it. */
const SLACK = 256 * 1024;
/** Characters from what marks a dictionary to its stream. */
const REACH = 4000;

/** Whether a file's packed objects unpack to more than can be held. Looks at no other stream: those stay packed. */
export async function isPackedTooTight(bytes: Uint8Array): Promise<boolean> {
  const text = new TextDecoder('latin1').decode(bytes);
  let left = MAX_PACKED_BYTES;
  for (const mark of text.matchAll(PACKED)) {
    const keyword = text.indexOf('stream', mark.index);
    if (keyword < 0 || keyword - mark.index > REACH) continue;
    const start = keyword + 'stream'.length + (text.startsWith('\r\n', keyword + 6) ? 2 : 1);
    const end = text.indexOf('endstream', start);
    // The line that ends before the keyword is not of the stream: bytes too many make what comes before them be lost.
    const line = /\r?\n?$/.exec(text.slice(Math.max(start, end - 2), end))?.[0].length ?? 0;
    left -= await unpackedSize(bytes.subarray(start, end < 0 ? bytes.length : end - line), left);
    if (left <= 0) return true;
  }
  return false;
}

/**
 * Bytes a stream unpacks to, no more than `limit` of them counted; of what is not packed or damaged, as far as it goes. In one
 * go: a stream of the platform's runs ahead of its reader, and inflates a gibibyte before it can be told to stop.
 */
async function unpackedSize(packed: Uint8Array, limit: number): Promise<number> {
  try {
    return Math.min(limit, inflateSync(packed, { maxOutputLength: limit + SLACK }).length);
  } catch (error) {
    return error instanceof RangeError ? limit : sizeBeforeTheDamage(packed);
  }
}

/** What comes before an error is known to come before the limit. */
async function sizeBeforeTheDamage(packed: Uint8Array): Promise<number> {
  const source = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
  let size = 0;
  try {
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read())
      size += value?.byteLength ?? 0;
  } catch {
    // What was read counts.
  }
  return size;
}
