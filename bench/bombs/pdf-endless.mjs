import { bytesOf, joined } from './packing.mjs';
import { HEAD, onePage, pdf } from './pdf-file.mjs';

/** Behind a healthy page as many objects, none of which ends, over a megabyte. */
const followed = (count, beginning, more) =>
  joined([
    onePage({}),
    ...Array.from({ length: count }, (_, index) => bytesOf(`${index + 10} 0 obj\n${beginning}\n`)),
    bytesOf(more.repeat(1_000_000 / more.length)),
  ]);

/** Pages that need these objects in turn. */
const PAGES = 2000;
const LARGE = 5;
const FIRST_PAGE = 100;

/** PDFs with objects that are read again and again, and never, or hardly ever, to their end. */
export const ENDLESS_BOMBS = {
  'lists without end': () => followed(2000, '[ 1', ' 1'),
  'strings of digits without end': () => followed(2000, '<', '0'),
  'strings without end': () => followed(2000, '(', 'a'),
  'large resources in turn': () =>
    pdf({
      1: HEAD[1],
      2: `<< /Type /Pages /Kids [${Array.from({ length: PAGES }, (_, index) => `${index + FIRST_PAGE} 0 R`).join(' ')}] /Count ${PAGES} >>`,
      ...Object.fromEntries(
        Array.from({ length: LARGE }, (_, index) => [index + 3, `<< /ProcSet [${'/PDF '.repeat(150_000)}] >>`]),
      ),
      ...Object.fromEntries(
        Array.from({ length: PAGES }, (_, index) => [
          index + FIRST_PAGE,
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${(index % LARGE) + 3} 0 R >>`,
        ]),
      ),
    }),
};
