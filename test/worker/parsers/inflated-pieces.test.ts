import { describe, expect, it } from 'vitest';
import { joined, zlib, zlibBomb } from '../../../bench/bombs/packing.mjs';
import { PICTURE_BOMBS } from '../../../bench/bombs/picture-bombs.mjs';
import { inflateUpTo } from '../../../src/parsers/inflate-up-to';
import { inflatedPieces } from '../../../src/parsers/inflated-pieces';
import { ParseError } from '../../../src/parsers/parse-error';
import { parseDocument } from '../../../src/parsers/registry';

/** Bytes that do not pack well: what is packed has a middle. */
const VARIED = Uint8Array.from({ length: 400_000 }, (_, index) => ((index * 2654435761) >>> 13) & 255);

async function sizeOf(packed: readonly Uint8Array[]): Promise<number> {
  let size = 0;
  for await (const piece of inflatedPieces(packed, 'deflate')) size += piece.length;
  return size;
}

describe('Pieces of an inflated stream', () => {
  it('are all there, however the packed bytes are cut', async () => {
    const packed: Uint8Array = zlib(VARIED);
    const cut = Array.from({ length: Math.ceil(packed.length / 1000) }, (_, index) =>
      packed.subarray(1000 * index, 1000 * (index + 1)),
    );
    expect(await sizeOf([packed])).toBe(VARIED.length);
    expect(await sizeOf(cut)).toBe(VARIED.length);
  });

  it('are not inflated before they are asked for', async () => {
    const pieces = inflatedPieces([zlibBomb(1024)], 'deflate');
    const first = await pieces.next();
    // A gibibyte would take seconds, or the memory of the isolate.
    expect(first.value?.length).toBeLessThanOrEqual(64 * 1024);
    await pieces.return(undefined);
    expect((await pieces.next()).done).toBe(true);
  });

  it('come before what is wrong with the stream', async () => {
    const packed: Uint8Array = zlib(VARIED);
    await expect(sizeOf([packed.subarray(0, packed.length / 2)])).rejects.toThrow();
    await expect(sizeOf([new Uint8Array(1000).fill(7)])).rejects.toThrow();
    await expect(sizeOf([])).rejects.toThrow();
    const { bytes, end } = await inflateUpTo(packed.subarray(0, packed.length / 2), 'deflate', 1_000_000);
    expect(end).toBe('damaged');
    expect(bytes.length).toBeGreaterThan(100_000);
    expect(bytes).toEqual(VARIED.subarray(0, bytes.length));
  });

  it('end where the stream ends, whatever follows', async () => {
    expect(await sizeOf([joined([zlib(VARIED), new Uint8Array(100).fill(7)])])).toBe(VARIED.length);
  });
});

describe('A PNG', () => {
  it('with more rows than it says is refused', async () => {
    const bytes = PICTURE_BOMBS['gibibyte of rows of a small one.png']();
    await expect(parseDocument(bytes, { filename: 'a.png', pages: null })).rejects.toThrow(ParseError);
  });

  it('that is cut off is refused', async () => {
    const whole = PICTURE_BOMBS['hundred thousand pieces.png']();
    const cut = parseDocument(whole.subarray(0, whole.length - 20), { filename: 'a.png', pages: null });
    await expect(cut).rejects.toThrow('truncated or damaged');
  });
});
