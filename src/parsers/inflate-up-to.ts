import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { inflatedPieces, type Packing } from './inflated-pieces';
import { joinBytes } from './join-bytes';

export interface Inflated {
  readonly bytes: Uint8Array;
  /** `damaged`: an error came after these bytes. `limit`: there is more than was asked for, and `bytes` is empty. */
  readonly end: 'whole' | 'damaged' | 'limit';
}

/** workerd counts the room it takes, chunk after chunk, and not the bytes in it; Node takes no limit of nothing. */
const SLACK = 256 * 1024;

const INFLATE = { deflate: inflateSync, 'deflate-raw': inflateRawSync, gzip: gunzipSync } as const;

/** Inflates a stream up to `limit` bytes: zlib (`deflate`), bare (`deflate-raw`) or gzip. Never throws. In one go. */
export async function inflateUpTo(bytes: Uint8Array, packing: Packing, limit: number): Promise<Inflated> {
  const most = Math.max(0, Math.floor(limit)) + SLACK;
  try {
    const whole = new Uint8Array(INFLATE[packing](bytes, { maxOutputLength: most }));
    return whole.length > limit ? { bytes: new Uint8Array(), end: 'limit' } : { bytes: whole, end: 'whole' };
  } catch (error) {
    if (error instanceof RangeError) return { bytes: new Uint8Array(), end: 'limit' };
  }
  return beforeTheDamage(bytes, packing, limit);
}

/** What comes before an error: it is known to come before the limit. */
async function beforeTheDamage(packed: Uint8Array, packing: Packing, limit: number): Promise<Inflated> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of inflatedPieces([packed], packing)) {
      if (length + piece.length > limit) break;
      length += piece.length;
      pieces.push(piece);
    }
  } catch {
    // What was read is kept.
  }
  return { bytes: joinBytes(pieces), end: 'damaged' };
}
