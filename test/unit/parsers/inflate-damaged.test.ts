import { constants, deflateRawSync, deflateSync, inflateSync, type ZlibOptions } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflateDamaged } from '../../../src/parsers/inflate-damaged';
import { inflateUpTo } from '../../../src/parsers/inflate-up-to';

const MOST = 1_000_000;
/** Where two codes are of a byte: as much as a byte of a stream can add. */
const IN_A_BYTE = 8 * 258;

const plain = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.array(fc.constantFrom('/X Do ', 'q ', 'BT (a) Tj ET\n', '1 0 0 1 9 9 cm '), { maxLength: 400 }).map(bytesOf),
  fc.nat({ max: 40_000 }).map((length) => new Uint8Array(length)),
);
const ways = fc.constantFrom<ZlibOptions>(
  { level: 0 },
  { level: 1 },
  { level: 9 },
  { strategy: constants.Z_FIXED },
  { strategy: constants.Z_HUFFMAN_ONLY },
  { strategy: constants.Z_RLE, memLevel: 1 },
);

function bytesOf(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.join(''));
}

/** What the platform makes of a beginning of a stream; null where an error is in it. */
function ofPlatform(packed: Uint8Array): Uint8Array | null {
  try {
    return new Uint8Array(inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }));
  } catch {
    return null;
  }
}

/** What it makes of as many of the bytes as are without an error. */
function beforeTheError(packed: Uint8Array): Uint8Array {
  let [low, high] = [0, packed.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ofPlatform(packed.subarray(0, middle)) === null) high = middle - 1;
    else low = middle;
  }
  return ofPlatform(packed.subarray(0, low)) ?? new Uint8Array();
}

/** To compare them by their elements takes a hundred times as long. */
const isSame = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one !== null && other !== null && Buffer.compare(one, other) === 0;

describe('What a damaged stream holds', () => {
  it('is all of it where only its sum is wrong', () => {
    fc.assert(
      fc.property(plain, ways, (bytes, way) => {
        const packed = new Uint8Array(deflateSync(bytes, way));
        packed[packed.length - 1] = (packed.at(-1) ?? 0) ^ 1;
        expect(isSame(inflateDamaged(packed, 'deflate', MOST), bytes)).toBe(true);
        expect(isSame(inflateDamaged(deflateRawSync(bytes, way), 'deflate-raw', MOST), bytes)).toBe(true);
      }),
    );
  });

  it('is what comes before its end where it is cut off', () => {
    fc.assert(
      fc.property(plain, ways, fc.nat(), (bytes, way, place) => {
        const packed = new Uint8Array(deflateSync(bytes, way));
        const cut = packed.subarray(0, place % packed.length);
        expect(isSame(inflateDamaged(cut, 'deflate', MOST), ofPlatform(cut))).toBe(true);
      }),
    );
  });

  it('is what comes before the damage, to the last bit of it', () => {
    fc.assert(
      fc.property(plain, ways, fc.nat(), fc.nat({ max: 255 }), (bytes, way, place, byte) => {
        const packed = new Uint8Array(deflateSync(bytes, way));
        packed[place % packed.length] = byte;
        const [found, least] = [inflateDamaged(packed, 'deflate', MOST), beforeTheError(packed)];
        expect(isSame(found?.subarray(0, least.length) ?? null, least)).toBe(true);
        expect((found?.length ?? 0) - least.length).toBeLessThanOrEqual(IN_A_BYTE);
      }),
    );
  });

  it('is nothing where it is more than was asked for, and where it does not begin as a stream', async () => {
    const packed = new Uint8Array(deflateSync(new Uint8Array(1000)));
    packed[packed.length - 1] = 0xff;
    expect(inflateDamaged(packed, 'deflate', 999)).toBe(null);
    expect(await inflateUpTo(packed, 'deflate', 999)).toEqual({ bytes: new Uint8Array(), end: 'limit' });
    expect(await inflateUpTo(packed, 'deflate', 1000)).toEqual({ bytes: new Uint8Array(1000), end: 'damaged' });
    expect(inflateDamaged(packed.subarray(1), 'deflate', 999)).toEqual(new Uint8Array());
  });
});
