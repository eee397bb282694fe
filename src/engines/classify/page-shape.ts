import type { Page, ParsedDocument, Table } from '../../parsers/parsed-document';
import { invoiceFacts } from '../einvoice/facts';
import type { Shape } from './kinds/kind';

/** Shapes that a whole file has, by its media type. */
const BY_MEDIA_TYPE: readonly (readonly [RegExp, Shape])[] = [
  [/rfc822|outlook/, 'mail'],
  [/spreadsheet|ms-excel|csv|tab-separated/, 'sheet'],
  [/html|multipart\/related/, 'web'],
  [/presentation|powerpoint/, 'slides'],
];

/** Boxes to be ticked and blanks to be written on that make a form for certain. */
const BLANKS_OF_A_FORM = 6;
/** A label with its colon, and a short value or none. */
const LABELLED = /^[^:.!?]{2,32}:(?:\s.{0,30})?$/u;
/** Share of lines that have one from which a page is nothing but labels. */
const MOST_LABELS = 0.5;
/** Words of a line of running text. */
const WORDS_OF_PROSE = 8;
/** Width by height below which a page is a strip of paper. */
const STRIP = 0.5;
/** That of a sheet of paper. */
const SHEET = 0.78;

/** How far a page has each shape, 0-1; those it has nothing of are left out. */
export function shapesOf(document: ParsedDocument, page: Page): ReadonlyMap<Shape, number> {
  const shapes = new Map<Shape, number>();
  const note = (shape: Shape, share: number): void => {
    if (share > 0.05) shapes.set(shape, Math.min(1, share));
  };
  if (page.file === undefined)
    for (const [mediaType, shape] of BY_MEDIA_TYPE) if (mediaType.test(document.mediaType)) note(shape, 1);
  if (page.number === 1 && page.file === undefined && invoiceFacts(document) !== null) note('structured-invoice', 1);
  const count = page.lines.length;
  if (count === 0) return shapes;
  const tables = document.tables.filter((table) => table.page === page.number);
  note('grid', tables.length === 0 ? 0 : page.lines.filter(({ box }) => isInside(box, tables)).length / count);
  note('prose', page.lines.filter(({ words }) => words.length >= WORDS_OF_PROSE).length / count);
  note('blanks', page.lines.reduce((sum, { text }) => sum + blanksIn(text), 0) / BLANKS_OF_A_FORM);
  note('labels', page.lines.filter(({ text }) => LABELLED.test(text)).length / count / MOST_LABELS);
  note('slip', slip(page));
  return shapes;
}

const isInside = ({ x, y, height }: Page['lines'][number]['box'], tables: readonly Table[]): boolean =>
  tables.some(({ box }) => {
    const middle = y + height / 2;
    return middle >= box.y && middle <= box.y + box.height && x >= box.x - 2 && x <= box.x + box.width;
  });

const blanksIn = (text: string): number => text.match(/[☐☒☑]|_{4,}|\.{8,}|…{3,}/gu)?.length ?? 0;

/** Few and short lines on a strip of paper, or on a picture of anything. */
function slip({ width, height, lines }: Page): number {
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  if (words / lines.length > 5 || words > 400) return 0;
  if (width / height < STRIP) return 1;
  const isPicture = lines.some((line) => line.words.some(({ certainty }) => certainty < 1));
  return isPicture ? Math.max(0, Math.min(1, (SHEET - width / height) / (SHEET - STRIP))) : 0;
}
