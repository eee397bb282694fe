import { readJpegHeader } from './jpeg-header';
import { damaged, type PictureDecoder, refuseHuge } from './picture';
import { renderStrips } from './render-strips';

/** Colour spaces by number of components. */
const COLOR_SPACES: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };
/** Pixels of a JPEG at most: they are decoded all at once, in colour. */
const MAX_JPEG_PIXELS = 25_000_000;

/** JPEG, baseline and progressive: decoded by the PDF reader, to which it is a page with one picture. */
export const decodeJpeg: PictureDecoder = async function* (bytes) {
  const header = readJpegHeader(bytes);
  const { width, height, dpi, orientation, components, isInverted } = header;
  refuseHuge('JPEG', width, height, MAX_JPEG_PIXELS);
  if (!header.isWhole) throw damaged('JPEG');
  const decode = components === 4 && isInverted ? '/Decode[1 0 1 0 1 0 1 0]' : '';
  const entries = `/ColorSpace${COLOR_SPACES[components]}/BitsPerComponent 8${decode}/Filter/DCTDecode`;
  const image = await renderStrips(width, height, [{ entries, bytes, rows: height }]);
  if (image === null) throw damaged('JPEG');
  yield { number: 1, image, width, height, dpi, orientation };
};
