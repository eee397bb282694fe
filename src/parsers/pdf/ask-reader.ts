import { LiteParse, type LiteParseInit, type ParseResult } from '@llamaindex/liteparse-wasm';
import { otherWorkFirst } from '../parsed-part';
import { guardPanic } from './panic-guard';
import { hasLargeHeap, parsePieces, renewReader, startReader } from './reader-instance';

/** Who has the reader now. A call ends among the microtasks that it began in: later, only one that was cut off is there. */
let asking: LiteParse | null = null;

/**
 * Has PDFium read a file, in pieces that follow one another, one at a time. A call that fails, or takes much memory, takes
 * its instance with it, so that the next finds nothing of it. Throws what the library throws, `WebAssembly.RuntimeError` among it.
 */
export async function askReader(pieces: readonly Uint8Array[], config: LiteParseInit): Promise<ParseResult> {
  startReader(() => asking !== null);
  // Nothing is awaited between the last look and the taking.
  while (asking !== null) await giveWayTo(asking);
  const reader = readerFor(config);
  asking = reader;
  let isWell = false;
  try {
    const result = await guardPanic(() => Promise.race([parsePieces(reader, pieces), neverEnding()]));
    isWell = true;
    return result;
  } finally {
    release(reader, isWell);
  }
}

function readerFor(config: LiteParseInit): LiteParse {
  try {
    return new LiteParse({ quiet: true, continueOnPageError: true, ...config });
  } catch (error) {
    renewReader();
    throw error;
  }
}

async function neverEnding(): Promise<never> {
  await otherWorkFirst();
  throw new Error('the call into the PDF reader never ended');
}

async function giveWayTo(before: LiteParse): Promise<void> {
  await otherWorkFirst();
  if (asking === before) release(before, false);
}

function release(reader: LiteParse, isWell: boolean): void {
  if (asking !== reader) return;
  try {
    reader.free();
  } catch {
    // After a panic nothing can be freed.
  }
  asking = null;
  if (!isWell || hasLargeHeap()) renewReader();
}
