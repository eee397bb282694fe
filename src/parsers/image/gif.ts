import { GifReader } from 'omggif';
import { grayOfRgba } from './gray-rows';
import { damaged, type Picture, type PictureDecoder, refuseHuge } from './picture';

/** Pixels of a GIF at most: it is decoded all at once, in colour. */
const MAX_GIF_PIXELS = 12_000_000;

/** What a GIF ends with, but for padding. */
const TRAILER = 0x3b;

/** GIF; of a moving one the first picture. */
export const decodeGif: PictureDecoder = async function* (bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 13 || !bytes.subarray(-4).includes(TRAILER)) throw damaged('GIF');
  refuseHuge('GIF', view.getUint16(6, true), view.getUint16(8, true), MAX_GIF_PIXELS);
  yield firstPicture(bytes);
};

function firstPicture(bytes: Uint8Array): Picture {
  try {
    const reader = new GifReader(bytes);
    const { width, height } = reader;
    const pixels = new Uint8Array(4 * width * height);
    reader.decodeAndBlitFrameRGBA(0, pixels);
    return { number: 1, image: grayOfRgba(pixels, width, height), width, height, dpi: null, orientation: 1 };
  } catch {
    throw damaged('GIF');
  }
}
