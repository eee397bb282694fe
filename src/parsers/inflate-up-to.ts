import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { joinBytes } from './join-bytes';

export interface Inflated {
  readonly bytes: Uint8Array;
  /** `damaged`: an error came after these bytes. `limit`: there is more than was asked for, and `bytes` is empty. */
  readonly end: 'whole' | 'damaged' | 'limit';
}

/** workerd counts the room it takes, chunk after chunk, and not the bytes in it; Node takes no limit of nothing. */
const SLACK = 256 * 1024;

const PIECE_BYTES = 16 * 1024;

const INFLATE = { deflate: inflateSync, 'deflate-raw': inflateRawSync, gzip: gunzipSync } as const;

/**
 * Inflates a stream up to `limit` bytes: zlib (`deflate`), bare (`deflate-raw`) or gzip. Never throws. In one go: a stream
 * of the platform's runs ahead of its reader, and inflates a gibibyte before it can be told to stop.
 */
export async function inflateUpTo(bytes: Uint8Array, format: keyof typeof INFLATE, limit: number): Promise<Inflated> {
  const most = Math.max(0, Math.floor(limit)) + SLACK;
  try {
    const whole = new Uint8Array(INFLATE[format](bytes, { maxOutputLength: most }));
    return whole.length > limit ? { bytes: new Uint8Array(), end: 'limit' } : { bytes: whole, end: 'whole' };
  } catch (error) {
    if (error instanceof RangeError) return { bytes: new Uint8Array(), end: 'limit' };
  }
  return beforeTheDamage(bytes, format, limit);
}

/** What comes before an error: it is known to come before the limit. */
async function beforeTheDamage(bytes: Uint8Array, format: keyof typeof INFLATE, limit: number): Promise<Inflated> {
  const { readable, writable } = new DecompressionStream(format);
  const reader = readable.getReader();
  // The damage is told to the reader.
  inPieces(bytes)
    .pipeTo(writable)
    .catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || length + value.byteLength > limit) break;
      length += value.byteLength;
      chunks.push(value);
    }
  } catch {
    // What was read is kept.
  }
  return { bytes: joinBytes(chunks), end: 'damaged' };
}

/** No more of them is taken than is inflated: what is damaged at its beginning costs no copy of what follows. */
function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + PIECE_BYTES));
      at += PIECE_BYTES;
    },
  });
}
