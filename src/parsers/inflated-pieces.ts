import { createGunzip, createInflate, createInflateRaw } from 'node:zlib';

const CREATE = { deflate: createInflate, 'deflate-raw': createInflateRaw, gzip: createGunzip } as const;

export type Packing = keyof typeof CREATE;

/** Bytes of one inflated piece at most. */
const PIECE_BYTES = 64 * 1024;

/**
 * Inflates a stream piece by piece: zlib (`deflate`), bare (`deflate-raw`) or gzip. None is inflated before it is asked for;
 * a stream of the platform's runs ahead of its reader, and inflates a gibibyte before it can be told to stop. What follows
 * the end is passed by. Throws where the stream is damaged or ends early, after the pieces before.
 */
export async function* inflatedPieces(packed: Iterable<Uint8Array>, packing: Packing): AsyncGenerator<Uint8Array> {
  const stream = CREATE[packing]({ chunkSize: PIECE_BYTES });
  for (const piece of packed) stream.write(piece);
  stream.end();
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } finally {
    stream.destroy();
  }
}
