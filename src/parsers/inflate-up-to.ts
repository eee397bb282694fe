export interface Inflated {
  readonly bytes: Uint8Array;
  /** `damaged`: an error came after these bytes. `limit`: there is more than was asked for, and `bytes` is empty. */
  readonly end: 'whole' | 'damaged' | 'limit';
}

/** Inflates a stream up to `limit` bytes: zlib (`deflate`), bare (`deflate-raw`) or gzip. Never throws. */
export async function inflateUpTo(
  bytes: Uint8Array,
  format: 'deflate' | 'deflate-raw' | 'gzip',
  limit: number,
): Promise<Inflated> {
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const reader = source.pipeThrough(new DecompressionStream(format)).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let end: Inflated['end'] = 'whole';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.byteLength;
      if (length > limit) {
        await reader.cancel();
        return { bytes: new Uint8Array(), end: 'limit' };
      }
      chunks.push(value);
    }
  } catch {
    end = 'damaged';
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return { bytes: whole, end };
}
