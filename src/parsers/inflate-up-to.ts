import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { inflateDamaged } from './inflate-damaged';
import type { Packing } from './inflated-pieces';

export interface Inflated {
  readonly bytes: Uint8Array;
  /**
   * `damaged`: an error came after these bytes; of gzip none are kept. `limit`: there is more than was asked for, and
   * `bytes` is empty.
   */
  readonly end: 'whole' | 'damaged' | 'limit';
}

/** workerd counts the room it takes, chunk after chunk, and not the bytes in it; Node takes no limit of nothing. */
const SLACK = 256 * 1024;

const INFLATE = { deflate: inflateSync, 'deflate-raw': inflateRawSync, gzip: gunzipSync } as const;

/** Inflates a stream up to `limit` bytes: zlib (`deflate`), bare (`deflate-raw`) or gzip. Never throws. In one go. */
export async function inflateUpTo(bytes: Uint8Array, packing: Packing, limit: number): Promise<Inflated> {
  const most = Math.max(0, Math.floor(limit));
  try {
    const whole = new Uint8Array(INFLATE[packing](bytes, { maxOutputLength: most + SLACK }));
    return whole.length > limit ? { bytes: new Uint8Array(), end: 'limit' } : { bytes: whole, end: 'whole' };
  } catch (error) {
    if (error instanceof RangeError) return { bytes: new Uint8Array(), end: 'limit' };
  }
  const found = packing === 'gzip' ? new Uint8Array() : inflateDamaged(bytes, packing, most);
  return found === null ? { bytes: new Uint8Array(), end: 'limit' } : { bytes: found, end: 'damaged' };
}
