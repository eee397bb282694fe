import { joinBytes } from '../join-bytes';
import type { PageImage } from '../ocr/character-reader';
import { MAX_DRAWN_PIXELS, renderPage } from '../pdf/render-page';
import { shrinkFor } from './gray-rows';

/** Rows of a picture in a coding that PDF knows (ISO 32000-1, 7.4). */
export interface Strip {
  /** What its dictionary says of colours and coding. */
  readonly entries: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** A page of a PDF has one pixel to a point when it is rendered at this. */
const DPI_OF_POINTS = 72;
/** Objects before the strips. */
const FIRST_STRIP = 5;

/** A picture decoded by the PDF reader, to which it is a page with its strips below each other; null when it cannot. */
export async function renderStrips(width: number, height: number, strips: readonly Strip[]): Promise<PageImage | null> {
  const shrink = shrinkFor(width, height, MAX_DRAWN_PIXELS);
  const [across, down] = [Math.max(1, Math.floor(width / shrink)), Math.max(1, Math.floor(height / shrink))];
  let bottom = down;
  const placed = strips.map(({ rows }, index) => {
    const tall = (rows * down) / height;
    bottom -= tall;
    return `q ${across} 0 0 ${tall.toFixed(4)} 0 ${bottom.toFixed(4)} cm /P${index} Do Q`;
  });
  const content = placed.join('\n');
  const names = strips.map((_, index) => `/P${index} ${FIRST_STRIP + index} 0 R`).join('');
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${across} ${down}]/Resources<</XObject<<${names}>>>>/Contents 4 0 R>>`,
    stream(`<</Length ${content.length}>>`, new TextEncoder().encode(content)),
    ...strips.map(({ entries, bytes, rows }) =>
      stream(`<</Type/XObject/Subtype/Image/Width ${width}/Height ${rows}${entries}/Length ${bytes.length}>>`, bytes),
    ),
  ]);
  return renderPage([pdf], 1, DPI_OF_POINTS);
}

function stream(dictionary: string, content: Uint8Array): PdfObject {
  return [`${dictionary}\nstream\n`, content, '\nendstream'];
}

type PdfObject = string | readonly (string | Uint8Array)[];

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
  return joinBytes(parts);
}
