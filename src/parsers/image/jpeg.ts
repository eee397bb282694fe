import type { PageImage } from '../ocr/character-reader';
import { type JpegHeader, readJpegHeader } from './jpeg-header';
import { lumaOfJpeg } from './jpeg-luma';
import { damaged, type PictureDecoder, refuseHuge } from './picture';
import { renderStrips } from './render-strips';

/** Colour spaces by number of components. */
const COLOR_SPACES: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };
/** Pixels of a JPEG that is not decoded row by row. */
const MAX_PIXELS_AT_ONCE = 5_000_000;

/**
 * JPEG, baseline and progressive. What has no plane of brightness (pictures for print) is decoded by the PDF reader, to
 * which it is a page with one picture.
 */
export const decodeJpeg: PictureDecoder = async function* (bytes) {
  const header = readJpegHeader(bytes);
  const { width, height, dpi, orientation } = header;
  refuseHuge('JPEG', width, height);
  if (!header.isWhole) throw damaged('JPEG');
  const image = lumaOfJpeg(bytes) ?? (await libraryImage(header, bytes));
  yield { number: 1, image, width, height, dpi, orientation };
};

async function libraryImage(
  { width, height, components, isInverted }: JpegHeader,
  bytes: Uint8Array,
): Promise<PageImage> {
  refuseHuge('JPEG', width, height, MAX_PIXELS_AT_ONCE);
  const decode = components === 4 && isInverted ? '/Decode[1 0 1 0 1 0 1 0]' : '';
  const entries = `/ColorSpace${COLOR_SPACES[components]}/BitsPerComponent 8${decode}/Filter/DCTDecode`;
  const image = await renderStrips(width, height, [{ entries, bytes, rows: height }]);
  if (image === null) throw damaged('JPEG');
  return image;
}
