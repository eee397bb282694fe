import { renderPage } from '../pdf/render-page';
import { shrinkFor } from './gray-rows';
import { type JpegHeader, readJpegHeader } from './jpeg-header';
import { damaged, type PictureDecoder, refuseHuge } from './picture';

/** Colour spaces by number of components. */
const COLOR_SPACES: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };
/** Pixels of a JPEG at most: they are decoded all at once, in colour. */
const MAX_JPEG_PIXELS = 25_000_000;
/** A page of a PDF has one pixel to a point when it is rendered at this. */
const DPI_OF_POINTS = 72;

/** JPEG, baseline and progressive: decoded by the PDF reader, to which it is a page with one picture. */
export const decodeJpeg: PictureDecoder = async function* (bytes) {
  const header = readJpegHeader(bytes);
  const { width, height, dpi, orientation } = header;
  refuseHuge('JPEG', width, height, MAX_JPEG_PIXELS);
  if (!header.isWhole) throw damaged('JPEG');
  const rendered = await renderPage(asPdf(bytes, header), 1, DPI_OF_POINTS);
  if (rendered === null) throw damaged('JPEG');
  yield { number: 1, image: rendered.image, width, height, dpi, orientation };
};

function asPdf(jpeg: Uint8Array, { width, height, components, isInverted }: JpegHeader): Uint8Array {
  const shrink = shrinkFor(width, height);
  const [across, down] = [Math.max(1, Math.floor(width / shrink)), Math.max(1, Math.floor(height / shrink))];
  const decode = components === 4 && isInverted ? '/Decode[1 0 1 0 1 0 1 0]' : '';
  const content = `q ${across} 0 0 ${down} 0 0 cm /P Do Q`;
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${across} ${down}]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>`,
    stream(`<</Length ${content.length}>>`, new TextEncoder().encode(content)),
    stream(
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace${COLOR_SPACES[components]}` +
        `/BitsPerComponent 8${decode}/Filter/DCTDecode/Length ${jpeg.length}>>`,
      jpeg,
    ),
  ]);
}

type PdfObject = string | readonly (string | Uint8Array)[];

function stream(dictionary: string, content: Uint8Array): PdfObject {
  return [`${dictionary}\nstream\n`, content, '\nendstream'];
}

/** A PDF of these objects, numbered from 1, the first its catalog (ISO 32000-1, 7.5). */
function pdfOf(objects: readonly PdfObject[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  add('%PDF-1.4\n');
  const offsets = objects.map((object, index) => {
    const offset = length;
    add(`${index + 1} 0 obj\n`);
    for (const part of typeof object === 'string' ? [object] : object) add(part);
    add('\nendobj\n');
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = length;
  const size = objects.length + 1;
  add(`xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`);
  add(`trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
