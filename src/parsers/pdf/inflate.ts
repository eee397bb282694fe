import { inflateUpTo } from '../inflate-up-to';

/**
 * Inflates a zlib stream up to `limit` bytes. What comes before an error or the limit is kept, as readers of PDF do:
 * streams are often followed by stray bytes. Null when nothing could be read, or there is more than the limit.
 */
export async function inflate(bytes: Uint8Array, limit: number): Promise<Uint8Array | null> {
  const { bytes: found, end } = await inflateUpTo(bytes, 'deflate', limit);
  return end === 'limit' || (end === 'damaged' && found.length === 0) ? null : found;
}
