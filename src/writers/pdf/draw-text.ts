import { type Color, degrees, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import type { TextEntry } from './entry';
import { fitText } from './fit-text';
import { type Area, frameOf, type PageFrame } from './page-frame';

/** Points kept free beside text in a box. */
const PADDING = 3.5;
/** Height of capitals, and of what hangs below the line, in font sizes. */
const CAPITALS_EM = 0.72;
const BELOW_EM = 0.22;
/** Points that text stands above a drawn line. */
const ABOVE_RULE = 2;
/** Share of a box for one character that the character takes. */
const SHARE_OF_CELL = 0.72;

/** How text is to look. */
export interface Lettering {
  readonly font: PDFFont;
  readonly ink: Color;
}

/** Sets text inside its box: on its line, in its boxes for single characters, or as large as it fits. */
export function drawText(page: PDFPage, entry: TextEntry, lettering: Lettering): void {
  const frame = frameOf(page);
  const set = (text: string, x: number, y: number, size: number): void => {
    page.drawText(text, {
      ...frame.toPage(x, y),
      size,
      font: lettering.font,
      color: lettering.ink,
      rotate: degrees(frame.turn),
    });
  };
  const characters = inCells(entry);
  if (characters !== null) drawInCells(characters, entry.cells, lettering.font, set);
  else drawInBox(entry, withinPage(entry.box, frame), lettering.font, set);
}

type Set = (text: string, x: number, y: number, size: number) => void;

/** The characters that go into boxes of their own: without what only groups them where that is too many. Null: they do not. */
function inCells({ text, cells }: TextEntry): readonly string[] | null {
  if (cells.length === 0) return null;
  const whole = [...text];
  if (whole.length <= cells.length) return whole;
  const bare = [...text.replace(/[\s./:\-–]/g, '')];
  return bare.length <= cells.length ? bare : null;
}

function drawInCells(characters: readonly string[], cells: readonly Area[], font: PDFFont, set: Set): void {
  for (const [index, character] of characters.entries()) {
    const cell = cells[index];
    if (cell === undefined || character.trim() === '') continue;
    const size = Math.min(11, SHARE_OF_CELL * cell.height, (SHARE_OF_CELL * cell.width) / 0.6);
    const x = cell.x + (cell.width - font.widthOfTextAtSize(character, size)) / 2;
    set(character, x, cell.y + (cell.height + CAPITALS_EM * size) / 2, size);
  }
}

function drawInBox({ text, pitch, onRule }: TextEntry, box: Area, font: PDFFont, set: Set): void {
  const room = { width: Math.max(1, box.width - 2 * PADDING), height: box.height, pitch };
  const { lines, size, leading } = fitText(text, room, (piece, at) => font.widthOfTextAtSize(piece, at));
  const first = firstBaseline(box, { count: lines.length, size, leading }, pitch, onRule);
  for (const [index, line] of lines.entries()) set(line, box.x + PADDING, first + index * leading, size);
}

function firstBaseline(
  box: Area,
  { count, size, leading }: { readonly count: number; readonly size: number; readonly leading: number },
  pitch: number | null,
  onRule: boolean,
): number {
  const bottom = box.y + box.height;
  if (pitch !== null) return bottom - ABOVE_RULE - pitch * Math.max(0, Math.round(box.height / pitch) - 1);
  if (onRule) return bottom - Math.max(ABOVE_RULE, 0.5 * BELOW_EM * size) - (count - 1) * leading;
  const height = CAPITALS_EM * size + (count - 1) * leading;
  const isRoomy = box.height > 3 * leading;
  return isRoomy ? box.y + PADDING + CAPITALS_EM * size : box.y + (box.height - height) / 2 + CAPITALS_EM * size;
}

/** A box that a caller has placed partly beside the page. */
function withinPage(box: Area, frame: PageFrame): Area {
  const x = Math.max(0, Math.min(box.x, frame.width));
  const y = Math.max(0, Math.min(box.y, frame.height));
  return {
    x,
    y,
    width: Math.min(box.width, frame.width - x),
    height: Math.min(box.height, frame.height - y),
  };
}
