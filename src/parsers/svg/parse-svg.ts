import { declaredXmlText } from '../declared-xml-text';
import { finishDocument } from '../finish-document';
import { lineOf } from '../page-layout/boxes';
import { layOutPage } from '../page-layout/lay-out-page';
import { ParseError } from '../parse-error';
import type { Parser } from '../parsed-document';
import { lengthOf } from './drawing-style';
import { type Matrix, numbersIn } from './matrix';
import { readDrawing } from './read-drawing';
import { isUpright, wordsOfChunk } from './text-chunk';

/** Characters of one drawing. */
const MAX_CHARACTERS = 20_000_000;
/** Points in a user unit. */
const POINTS = 0.75;
/** Where a drawing tells no size (CSS 2.1, 10.3.2). */
const DEFAULT = { width: 300, height: 150 };

/** SVG: its text and straight lines on one page, laid out as those of a PDF are. Letters drawn as shapes are not read. */
export const parseSvg: Parser = async (bytes, options) => {
  const source = declaredXmlText(bytes);
  if (source.length > MAX_CHARACTERS) {
    throw new ParseError('document-unreadable', `this SVG is longer than ${MAX_CHARACTERS} characters`);
  }
  const { width, height, matrix } = frameOf(/<(?:\w+:)?svg\b[^<>]*>/.exec(source)?.[0] ?? '');
  const { title, chunks, rules, pictures } = readDrawing(source, matrix);
  if (chunks.length === 0) {
    throw new ParseError('document-unreadable', 'this SVG has no text: it is a picture; export it as PNG or PDF');
  }
  const upright = chunks.filter(isUpright).flatMap(wordsOfChunk);
  const turned = chunks.filter((chunk) => !isUpright(chunk)).map((chunk) => lineOf(wordsOfChunk(chunk)));
  const { lines, tables } = layOutPage(1, upright, rules);
  return finishDocument(
    {
      mediaType: 'image/svg+xml',
      pages: [{ number: 1, width, height, lines: [...lines, ...turned], rules, printed: true }],
      tables,
      attachments: pictures,
      properties: title === '' ? {} : { title },
    },
    options.pages,
  );
};

/** The page and what maps the units of the drawing to it: `width` and `height`, else the size of the `viewBox`. */
function frameOf(tag: string): { width: number; height: number; matrix: Matrix } {
  const attribute = (name: string): string | undefined => new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1];
  const [left = 0, top = 0, boxWidth = 0, boxHeight = 0] = numbersIn(attribute('viewBox'));
  const hasBox = boxWidth > 0 && boxHeight > 0;
  const width = POINTS * (lengthOf(attribute('width')) ?? (hasBox ? boxWidth : DEFAULT.width));
  const ratio = hasBox ? boxHeight / boxWidth : DEFAULT.height / DEFAULT.width;
  const given = lengthOf(attribute('height'));
  const height = given === null ? width * ratio : POINTS * given;
  const scale = hasBox ? Math.min(width / boxWidth, height / boxHeight) : POINTS;
  // A drawing of another shape than its frame stands in the middle of it.
  const [e, f] = hasBox ? [(width - scale * boxWidth) / 2, (height - scale * boxHeight) / 2] : [0, 0];
  return { width, height, matrix: { a: scale, b: 0, c: 0, d: scale, e: e - scale * left, f: f - scale * top } };
}
