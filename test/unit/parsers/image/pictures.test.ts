import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeBmp } from '../../../../src/parsers/image/bmp';
import { decodeGif } from '../../../../src/parsers/image/gif';
import { createGrayRows, shrinkFor } from '../../../../src/parsers/image/gray-rows';
import { readJpegHeader } from '../../../../src/parsers/image/jpeg-header';
import { unpackLzw } from '../../../../src/parsers/image/lzw';
import { liesAcross, oriented } from '../../../../src/parsers/image/oriented';
import { pointsPerPixel } from '../../../../src/parsers/image/paper-size';
import type { Picture, PictureDecoder } from '../../../../src/parsers/image/picture';
import { decodePng } from '../../../../src/parsers/image/png';
import { tiffPieces } from '../../../../src/parsers/image/tiff-pieces';
import { tiffPages } from '../../../../src/parsers/image/tiff-tags';

const uint32 = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const chunk = (type: string, content: readonly number[]): number[] => [
  ...uint32(content.length),
  ...new TextEncoder().encode(type),
  ...content,
  ...uint32(0),
];

interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly interlaced?: boolean;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
  /** Rows, each with the number of its filter. */
  readonly rows: readonly number[];
}

function pngOf({ width, height, bitDepth, colorType, interlaced, palette, transparency, rows }: PngParts): Uint8Array {
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...uint32(width), ...uint32(height), bitDepth, colorType, 0, 0, interlaced ? 1 : 0]),
    ...chunk('pHYs', [...uint32(5906), ...uint32(5906), 1]),
    ...(palette ? chunk('PLTE', palette) : []),
    ...(transparency ? chunk('tRNS', transparency) : []),
    ...chunk('IDAT', [...deflateSync(Uint8Array.from(rows))]),
    ...chunk('IEND', []),
  ]);
}

async function only(decode: PictureDecoder, bytes: Uint8Array): Promise<Picture> {
  for await (const picture of decode(bytes, () => true)) return picture;
  throw new Error('no picture');
}

const grays = async (bytes: Uint8Array): Promise<number[]> => [...(await only(decodePng, bytes)).image.gray];

describe('A PNG', () => {
  it('is gray by the brightness of its colours, transparent is white', async () => {
    const rows = [0, 255, 0, 0, 255, 0, 0, 255, 255, 0, 0, 255, 0, 255, 10, 10, 10, 0];
    const bytes = pngOf({ width: 2, height: 2, bitDepth: 8, colorType: 6, rows });
    expect(await grays(bytes)).toEqual([76, 29, 149, 255]);
    expect(Math.round((await only(decodePng, bytes)).dpi ?? 0)).toBe(150);
  });

  it('is read whatever its rows are filtered with', async () => {
    const rows = [0, 10, 20, 30, 1, 10, 10, 10, 2, 1, 1, 1, 3, 10, 10, 10, 4, 1, 1, 1];
    expect(await grays(pngOf({ width: 3, height: 5, bitDepth: 8, colorType: 0, rows }))).toEqual([
      ...[10, 20, 30],
      ...[10, 20, 30],
      ...[11, 21, 31],
      ...[15, 28, 39],
      ...[16, 29, 40],
    ]);
  });

  it('is read from bits, and from colours by number', async () => {
    expect(await grays(pngOf({ width: 4, height: 1, bitDepth: 1, colorType: 0, rows: [0, 0b01010000] }))).toEqual([
      0, 255, 0, 255,
    ]);
    const palette = [0, 0, 0, 255, 255, 255, 0, 0, 0];
    const numbered = { width: 3, height: 1, bitDepth: 2, colorType: 3, palette, transparency: [255, 255, 0] };
    expect(await grays(pngOf({ ...numbered, rows: [0, 0b00011000] }))).toEqual([0, 255, 255]);
  });

  it('is put together from its seven passes', async () => {
    const rows = [0, 1, 0, 2, 0, 3, 4];
    const bytes = pngOf({ width: 2, height: 2, bitDepth: 8, colorType: 0, interlaced: true, rows });
    expect(await grays(bytes)).toEqual([1, 2, 3, 4]);
  });

  it('is refused when its pixels end early or its header is none', async () => {
    const short = pngOf({ width: 3, height: 3, bitDepth: 8, colorType: 0, rows: [0, 1, 2, 3] });
    const odd = pngOf({ width: 3, height: 1, bitDepth: 3, colorType: 0, rows: [0, 1] });
    for (const bytes of [short, odd, short.subarray(0, 30)]) {
      await expect(only(decodePng, bytes)).rejects.toThrow('this PNG picture is truncated or damaged; export it again');
    }
  });
});

describe('A BMP', () => {
  it('is read from below, its colours blue first, its rows filled up', async () => {
    const bytes = new Uint8Array(54 + 2 * 8);
    const view = new DataView(bytes.buffer);
    bytes.set(new TextEncoder().encode('BM'));
    for (const [at, value] of [
      [10, 54],
      [14, 40],
      [18, 2],
      [22, 2],
    ] as const)
      view.setInt32(at, value, true);
    view.setUint16(28, 24, true);
    bytes.set([255, 0, 0, 0, 255, 0], 54);
    bytes.set([0, 0, 255, 255, 255, 255], 62);
    expect([...(await only(decodeBmp, bytes)).image.gray]).toEqual([76, 255, 29, 149]);
  });
});

describe('A GIF', () => {
  /** Colours 0 black, 1 white, 2 red, 3 green. `codes`: of three bits each, lowest first. */
  const gifOf = (width: number, height: number, flags: number, codes: readonly number[]): Uint8Array => {
    const bits = codes.flatMap((code) => [code & 1, (code >> 1) & 1, code >> 2]);
    const packed = Array.from({ length: Math.ceil(bits.length / 8) }, (_, byte) =>
      bits.slice(8 * byte, 8 * byte + 8).reduce((sum, bit, index) => sum + bit * 2 ** index, 0),
    );
    return Uint8Array.from([
      ...new TextEncoder().encode('GIF89a'),
      ...[width, 0, height, 0, 0x81, 0, 0],
      ...[0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 255, 0],
      ...[0x21, 0xfe, 2, 104, 105, 0],
      ...[0x2c, 0, 0, 0, 0, width, 0, height, 0, flags],
      ...[2, packed.length, ...packed, 0, 0x3b],
    ]);
  };
  const [clear, end] = [4, 5];
  const graysOf = async (bytes: Uint8Array): Promise<number[]> => [...(await only(decodeGif, bytes)).image.gray];

  it('is gray by the brightness of its colours, codes standing for what came before', async () => {
    expect(await graysOf(gifOf(2, 2, 0, [clear, 0, 1, clear, 2, 3, end]))).toEqual([0, 255, 76, 149]);
    expect(await graysOf(gifOf(3, 1, 0, [clear, 1, 6, end]))).toEqual([255, 255, 255]);
  });

  it('is put together from its four passes', async () => {
    const codes = [clear, 0, 1, clear, 2, 3, clear, 0, end];
    expect(await graysOf(gifOf(1, 5, 0x40, codes))).toEqual([0, 149, 76, 0, 255]);
  });

  it('is refused when its codes end early, or stand for nothing that came before', async () => {
    const cases = [
      [clear, 0, 1, end],
      [clear, 7, 0, 0, 0, end],
      [6, 0, 0, 0, end],
      [clear, clear, clear],
    ];
    for (const codes of cases) {
      await expect(only(decodeGif, gifOf(2, 2, 0, codes))).rejects.toThrow(
        'this GIF picture is truncated or damaged; export it again',
      );
    }
  });
});

describe('The pages of a TIFF', () => {
  const short = (value: number): number[] => [value & 255, value >> 8];
  const long = (value: number): number[] => [...short(value & 0xffff), ...short(value >>> 16)];
  const entry = (tag: number, type: number, count: number, value: number): number[] => [
    ...short(tag),
    ...short(type),
    ...long(count),
    ...long(value),
  ];
  const tiffOf = (next: number, entries: readonly (readonly number[])[]): Uint8Array =>
    Uint8Array.from([...[0x49, 0x49, 42, 0], ...long(8), ...short(entries.length), ...entries.flat(), ...long(next)]);

  it('come once, though the last leads back to the first', () => {
    expect(tiffPages(tiffOf(8, [entry(256, 3, 1, 40)]))).toEqual([{ t256: [40] }]);
    expect(tiffPages(tiffOf(4000, [entry(256, 3, 1, 40)]))).toEqual([{ t256: [40] }]);
  });

  it('have no values that lie outside of the file, nor directories inside', () => {
    const entries = [entry(256, 3, 1, 40), entry(273, 4, 0xffffffff, 8), entry(330, 4, 1, 8), entry(305, 2, 4, 0)];
    expect(tiffPages(tiffOf(0, entries))).toEqual([{ t256: [40] }]);
    expect(tiffPages(tiffOf(0, entries).subarray(0, 30))).toEqual([]);
  });

  it('are refused when their strips are too few, too large, or cut off', () => {
    const size = [entry(256, 3, 1, 8), entry(257, 3, 1, 2)];
    const strips = (offset: number, bytes: number, rows: number): number[][] => [
      entry(273, 4, 1, offset),
      entry(278, 3, 1, rows),
      entry(279, 4, 1, bytes),
    ];
    const piecesOf = (wrong: readonly (readonly number[])[]): unknown => {
      const bytes = tiffOf(0, [...size, ...wrong]);
      return tiffPieces(bytes, tiffPages(bytes)[0] ?? {}, 1000);
    };
    for (const wrong of [strips(8, 2, 1), strips(8, 5000, 2), strips(8, 2, 0), []]) {
      expect(() => piecesOf(wrong)).toThrow('this TIFF picture is truncated or damaged; export it again');
    }
    const packed = [Uint8Array.from([42, 0])];
    expect(piecesOf(strips(2, 2, 9))).toEqual({ packed, rows: [2], sizes: [2], isTiled: false });
  });

  it('may be packed with codes highest bit first', () => {
    const bits = [256, 7, 258, 8, 257].map((code) => code.toString(2).padStart(9, '0')).join('');
    const bytes = Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
    expect([...(unpackLzw(bytes, 8, 4, 'highest-first') ?? [])]).toEqual([7, 7, 7, 8]);
  });
});

describe('The header of a JPEG', () => {
  const segment = (marker: number, content: readonly number[]): number[] => [
    ...[0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255],
    ...content,
  ];
  const text = (value: string): number[] => [...new TextEncoder().encode(value)];

  it('tells size, resolution, and how the camera was held', () => {
    const entry = [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0];
    const exif = [...text('Exif\0\0II*\0'), 8, 0, 0, 0, 1, 0, ...entry, 0, 0, 0, 0];
    const jpeg = [
      ...[0xff, 0xd8],
      ...segment(0xe0, [...text('JFIF\0'), 1, 2, 2, 0, 118, 0, 118, 0, 0]),
      ...segment(0xe1, exif),
      ...segment(0xc2, [8, 0, 200, 1, 44, 3, 1, 17, 0, 2, 17, 0, 3, 17, 0]),
      ...[0xff, 0xda, 0xff, 0xd9],
    ];
    expect(readJpegHeader(Uint8Array.from(jpeg))).toEqual({
      width: 300,
      height: 200,
      components: 3,
      dpi: 118 * 2.54,
      orientation: 6,
      isWhole: true,
      isInverted: false,
    });
    expect(readJpegHeader(Uint8Array.from(jpeg.slice(0, -2))).isWhole).toBe(false);
  });
});

describe('A page image', () => {
  it('is brought down to what a reader needs, neighbours averaged', () => {
    const rows = createGrayRows(4000, 6000);
    for (let y = 0; y < 6000; y += 1) rows.add((x) => (x % 2 === 0 ? 100 : 200));
    const { width, height, gray } = rows.finish();
    expect([shrinkFor(4000, 6000), width, height]).toEqual([2, 2000, 3000]);
    expect([gray[0], gray[2_999_999], gray[5_999_999]]).toEqual([150, 150, 150]);
  });

  it('is turned as Exif says', () => {
    const image = { width: 2, height: 3, gray: Uint8Array.from([1, 2, 3, 4, 5, 6]) };
    const turned = [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => [...oriented(image, orientation).gray]);
    expect(turned).toEqual([
      [1, 2, 3, 4, 5, 6],
      [2, 1, 4, 3, 6, 5],
      [6, 5, 4, 3, 2, 1],
      [5, 6, 3, 4, 1, 2],
      [1, 3, 5, 2, 4, 6],
      [5, 3, 1, 6, 4, 2],
      [6, 4, 2, 5, 3, 1],
      [2, 4, 6, 1, 3, 5],
    ]);
    expect([1, 4, 5, 8].map(liesAcross)).toEqual([false, false, true, true]);
  });

  it('is as large in print as its resolution says where that is paper, else as wide as A4', () => {
    expect(pointsPerPixel(2480, 3508, 300)).toBe(0.24);
    expect(pointsPerPixel(1190, 1600, 72)).toBe(0.5);
    expect(pointsPerPixel(1190, 1600, null)).toBe(0.5);
    expect(pointsPerPixel(119, 160, 600)).toBe(5);
  });
});
