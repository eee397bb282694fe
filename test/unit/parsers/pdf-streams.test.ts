import { constants, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createValueReader, type PdfValue } from '../../../src/parsers/pdf/pdf-values';
import { layersOf, type StreamContent, streamContent } from '../../../src/parsers/pdf/stream-content';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const textOf = (content: StreamContent): string =>
  typeof content === 'string' ? `(${content})` : String.fromCharCode(...content);

const resolve = (value: PdfValue | undefined): PdfValue => value ?? null;
const objects = {
  resolve,
  entryOf: (value: PdfValue | undefined, name: string) => (value instanceof Map ? resolve(value.get(name)) : null),
};

function streamOf(entries: string, bytes: Uint8Array | string) {
  const dictionary = createValueReader(`<<${entries}>>`).next();
  if (!(dictionary instanceof Map)) throw new Error('no dictionary');
  return { dictionary, bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes };
}

const contentOf = async (entries: string, bytes: Uint8Array | string, limit = 1000): Promise<string> =>
  textOf(await streamContent(objects, streamOf(entries, bytes), limit));

async function layersIn(entries: string, bytes: Uint8Array | string): Promise<string[]> {
  const layers: string[] = [];
  for await (const layer of layersOf(objects, streamOf(entries, bytes), 1000)) layers.push(textOf(layer));
  return layers;
}

/** Codes of nine bits, or of what they say. */
function codes(...all: readonly (number | [code: number, bits: number])[]): Uint8Array {
  const bits = all.map((one) => (typeof one === 'number' ? [one, 9] : one));
  const text = bits.map(([code = 0, length = 9]) => code.toString(2).padStart(length, '0')).join('');
  return Uint8Array.from(text.match(/.{1,8}/g) ?? [], (eight) => Number.parseInt(eight.padEnd(8, '0'), 2));
}

describe('The content of a stream', () => {
  it('is all of it where the sum at its end is wrong', async () => {
    const packed = new Uint8Array(deflateSync('/X Do /X Do'));
    packed[packed.length - 1] = (packed.at(-1) ?? 0) ^ 1;
    expect(await contentOf('/Filter/FlateDecode', packed)).toBe('/X Do /X Do');
  });

  it('is all that comes before damage', async () => {
    const start = deflateSync('/X Do /X Do', { finishFlush: constants.Z_SYNC_FLUSH });
    expect(await contentOf('/Filter/FlateDecode', Uint8Array.of(...start, 7))).toBe('/X Do /X Do');
  });

  it('is written in digits to the first sign that is none', async () => {
    expect(await contentOf('/Filter/ASCII85Decode', 'z87cUR\n D]~>zz')).toBe('\0\0\0\0Hello');
    expect(await contentOf('/Filter/ASCII85Decode', '87cURD]\x007cURD]')).toBe('Hello');
    expect(await contentOf('/Filter/ASCII85Decode', 'zzz', 12)).toBe('\0'.repeat(12));
    expect(await contentOf('/Filter/ASCII85Decode', 'zzz', 11)).toBe('(limit)');
    expect(await contentOf('/Filter/ASCIIHexDecode', '48 65x6C6c\n6f7>48')).toBe('Hellop');
  });

  it('is written in runs', async () => {
    expect(await contentOf('/Filter/RunLengthDecode', '\x02abc\xfed\x80\x00e')).toBe('abcddd');
    expect(await contentOf('/Filter/RunLengthDecode', '\x09abc')).toBe('abc');
    expect(await contentOf('/Filter/RunLengthDecode', '\x81 '.repeat(8), 1024)).toBe(' '.repeat(1024));
    expect(await contentOf('/Filter/RunLengthDecode', '\x81 '.repeat(8), 1023)).toBe('(limit)');
  });

  it('is all of what was packed as LZW, however long it is', async () => {
    const word = [...bytesOf(`${' '.repeat(50)}/X Do`)];
    expect(await contentOf('/Filter/LZWDecode', codes(256, ...word, 257))).toBe(`${' '.repeat(50)}/X Do`);
    // Each code is a blank more than the one before.
    const runs = Array.from({ length: 40 }, (_, index) => 258 + index);
    expect(await contentOf('/Filter/LZWDecode', codes(256, 32, ...runs, 257))).toBe(' '.repeat(860 + 1));
    expect(await contentOf('/Filter/LZWDecode', codes(256, 32, ...runs, 257), 860)).toBe('(limit)');
    expect(await contentOf('/Filter/LZWDecode', codes(256, 32, 300, 257))).toBe('(limit)');
  });

  it('may be packed as LZW whose codes grow late', async () => {
    const [head, tail] = [Array<number>(254).fill(65), [66, 67, 257] as const];
    const grown = [...head, ...tail].map((code, index): [number, number] => [code, index < 255 ? 9 : 10]);
    const late = codes(256, ...grown);
    expect(await contentOf('/Filter/LZWDecode/DecodeParms<</EarlyChange 0>>', late)).toBe(`${'A'.repeat(254)}BC`);
  });

  it('may have been made differences of rows', async () => {
    const rows = Uint8Array.of(2, 97, 98, 2, 1, 1, 1, 97, 1, 0, 120);
    const terms = '/DecodeParms<</Predictor 12/Columns 2>>';
    expect(await contentOf(`/Filter/FlateDecode${terms}`, deflateSync(rows))).toBe('abbcabx');
    expect(await contentOf(`/Filter[/FlateDecode]${terms}`, deflateSync('plain'))).toBe('plain');
    const listed = '/Filter[/ASCIIHexDecode/FlateDecode]/DecodeParms[null<</Predictor 2/Columns 3>>]';
    const hex = [...deflateSync(Uint8Array.of(97, 1, 1, 120, 1, 1))].map((byte) => byte.toString(16).padStart(2, '0'));
    expect(await contentOf(listed, hex.join(''))).toBe('abcxyz');
    const none = '/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 0>>';
    expect(await contentOf(none, deflateSync(rows))).toBe('(unknown)');
  });
});

describe('The layers of a stream', () => {
  it('are its bytes and what each filter leaves of them, as far as filters are known', async () => {
    expect(await layersIn('', 'plain')).toEqual(['plain']);
    expect(await layersIn('/Filter/Unknown', 'plain')).toEqual(['plain', '(unknown)']);
    expect(await layersIn('/Filter[/AHx/A85/DCTDecode]', '38 37 63 55>')).toEqual([
      '38 37 63 55>',
      '87cU',
      'Hel',
      '(unknown)',
    ]);
  });
});
