export interface Inflated {
  readonly bytes: Uint8Array;
  /** `damaged`: an error came after these bytes. `limit`: there is more than was asked for, and `bytes` is empty. */
  readonly end: 'whole' | 'damaged' | 'limit';
}

/**
 * Packed bytes that are handed on in one go. The runtime inflates whatever it is handed before it can be told to stop: a
 * thousand times as many.
 */
const PIECE_BYTES = 8 * 1024;

/** Inflates a stream up to `limit` bytes: zlib (`deflate`), bare (`deflate-raw`) or gzip. Never throws. */
export async function inflateUpTo(
  bytes: Uint8Array,
  format: 'deflate' | 'deflate-raw' | 'gzip',
  limit: number,
): Promise<Inflated> {
  const reader = inPieces(bytes).pipeThrough(new DecompressionStream(format)).getReader();
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

function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.slice(at, at + PIECE_BYTES));
        else controller.close();
        at += PIECE_BYTES;
      },
    },
    { highWaterMark: 0 },
  );
}
