import { inTime } from './in-time';

export interface ReadBody {
  /** At most the limit. */
  readonly bytes: Uint8Array;
  /** There was more; the rest was given up. */
  readonly isCut: boolean;
}

/** Reads up to so many bytes, however many were announced. Rejects when the body breaks or the signal is aborted. */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  signal: AbortSignal,
): Promise<ReadBody> {
  if (body === null) return { bytes: new Uint8Array(), isCut: false };
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    while (size <= maxBytes) {
      const { done, value } = await inTime(reader.read(), signal);
      if (done) return { bytes: joined(chunks, size), isCut: false };
      chunks.push(value);
      size += value.length;
    }
    return { bytes: joined(chunks, maxBytes), isCut: true };
  } finally {
    // Nobody waits for it: the other side may never agree.
    reader.cancel().catch(() => undefined);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, size - offset), offset);
    offset += chunk.length;
    if (offset >= size) break;
  }
  return bytes;
}
