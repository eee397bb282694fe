import createDecoder, { type WebpPixels } from '@jsquash/webp/codec/dec/webp_dec.js';
import wasm from '@jsquash/webp/codec/dec/webp_dec.wasm';
import { grayOfRgba } from './gray-rows';
import { damaged, type PictureDecoder, refuseHuge } from './picture';

/** Pixels of a WebP at most, an A4 page at 300 dpi: it is decoded all at once, in colour, and then copied. */
const MAX_WEBP_PIXELS = 9_000_000;
/** Where the first chunk's name stands, and its content begins. */
const CHUNK = 12;
const CONTENT = 20;

/** WebP, lossy and lossless; of a moving one the first picture is not read. */
export const decodeWebp: PictureDecoder = async function* (bytes) {
  const size = sizeOf(bytes);
  refuseHuge('WebP', size.width, size.height, MAX_WEBP_PIXELS);
  const picture = await decode(bytes);
  if (picture === null) throw damaged('WebP');
  const { data, width, height } = picture;
  yield { number: 1, image: grayOfRgba(data, width, height), width, height, dpi: null, orientation: 1 };
};

/** What the decoder answers with. One that it had to make itself would keep its first instance, with its memory, for good. */
class DecodedPixels implements WebpPixels {
  constructor(
    readonly data: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
}

/** An instance of the decoder for each picture: its memory, which never shrinks, goes with it. */
async function decode(bytes: Uint8Array): Promise<WebpPixels | null> {
  if (!('ImageData' in globalThis)) Object.assign(globalThis, { ImageData: DecodedPixels });
  const decoder = await createDecoder({
    noInitialRun: true,
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(wasm, imports);
      done(instance);
      return instance.exports;
    },
  });
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Width and height by the first chunk; https://developers.google.com/speed/webp/docs/riff_container. */
function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  if (bytes.length < CONTENT + 10) throw damaged('WebP');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The size of the file, less the eight bytes before it.
  if (view.getUint32(4, true) + 8 > bytes.length) throw damaged('WebP');
  const kind = String.fromCharCode(...bytes.subarray(CHUNK, CHUNK + 4));
  const three = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (kind === 'VP8X') return { width: three(CONTENT + 4) + 1, height: three(CONTENT + 7) + 1 };
  if (kind === 'VP8L') {
    const bits = view.getUint32(CONTENT + 1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8 ') throw damaged('WebP');
  return { width: view.getUint16(CONTENT + 6, true) & 0x3fff, height: view.getUint16(CONTENT + 8, true) & 0x3fff };
}
