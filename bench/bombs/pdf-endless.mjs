import { bytesOf, joined } from './packing.mjs';
import { flate, HEAD, onePage, pdf } from './pdf-file.mjs';

/** Behind a healthy page as many objects, none of which ends, over a megabyte. */
const followed = (count, beginning, more) =>
  joined([
    onePage({}),
    ...Array.from({ length: count }, (_, index) => bytesOf(`${index + 10} 0 obj\n${beginning}\n`)),
    bytesOf(more.repeat(1_000_000 / more.length)),
  ]);

/** Beginnings of what ends an object, or its content. */
const NOTHING = bytesOf('endstrea '.repeat(110_000));

/** Objects whose contents are said to end before one comment, at the end of the file. */
function toComment(count) {
  const head = onePage({});
  const widths = { object: 60, length: 9 };
  const end = head.length + count * widths.object;
  const objects = Array.from({ length: count }, (_, index) => {
    const start = `${String(index + 10).padStart(6, '0')} 0 obj<</Length `;
    const content = head.length + index * widths.object + start.length + widths.length + '>>stream\n'.length;
    return (
      `${start}${String(end - content).padStart(widths.length, '0')}>>stream\n`.padEnd(widths.object - 10) +
      'endstream '
    );
  });
  return joined([head, bytesOf(objects.join('')), bytesOf(`%${'a'.repeat(1_000_000)}`)]);
}

/** A page of these entries, and behind it an object 6 without an end. */
const beforeNothing = (page, object) =>
  joined([
    pdf({ ...HEAD, 3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page} >>`, 4: flate('', 'q Q') }),
    bytesOf(`6 0 obj\n${object}\nendobj\n`),
    NOTHING,
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
  'objects in comments without end': () =>
    bytesOf(`%PDF-1.4\n${Array.from({ length: 100_000 }, (_, index) => `${index + 1} 0 obj 5 %`).join('')}`),
  'lengths to a comment without end': () => toComment(20_000),
  'objects that begin in one another': () =>
    joined([onePage({}), bytesOf(Array.from({ length: 190_000 }, (_, index) => `${index + 10} 0 obj[`).join(''))]),
  'instructions before a megabyte that ends nothing': () =>
    beforeNothing(`/Contents [${'6 0 R '.repeat(10_000)}]`, '<< /Length 1 >>\nstream\nq'),
  'pages before a megabyte that ends nothing': () =>
    joined([
      pdf({ 1: HEAD[1], 2: `<< /Type /Pages /Kids [${'6 0 R '.repeat(50_000)}] /Count 1 >>` }),
      bytesOf('6 0 obj\nnull\n'),
      NOTHING,
    ]),
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
