import type { Box, Page, Word } from '../../parsers/parsed-document';
import { type Blank, frameBlank, tickBlank } from './blank';
import { combsOf } from './combs';
import type { DrawnBox } from './drawn-boxes';
import { around, bottom, holdsMiddle, overlap, right, sharedHeight, sharedWidth } from './geometry';
import { isFillWord, isTickWord } from './printed-blanks';

/** Points of a box to be ticked. */
const MIN_TICK = 5;
const MAX_TICK = 17;
/** Points of a box to be written in. */
const MIN_WIDTH = 16;
const MIN_HEIGHT = 8;
/** Shares of a page past which a box is a part of the page's design. */
const MAX_HEIGHT = 0.5;
/** Font size, in points, up to which print in a box is its label; larger print where it is smaller than this part of the page's usual. */
const SMALL_PRINT = 7.6;
const SMALLER = 0.85;
/** Points that must be left in a box below its label, and beside it. */
const ROOM_BELOW = 8;
const ROOM_BESIDE = 36;

/** Drawn boxes that are to be written in or ticked. `usual`: the page's usual font size in points. */
export function frameBlanks(page: Page, drawn: readonly DrawnBox[], usual: number): Blank[] {
  const words = page.lines.flatMap((line) => line.words);
  const open = drawn.filter(({ isContainer, box }) => !isContainer && box.height <= MAX_HEIGHT * page.height);
  const holding = open.map(({ box }) => ({ box, inside: words.filter((word) => holdsMiddle(box, word.box)) }));
  const empty = holding.filter(({ inside }) => inside.length === 0).map(({ box }) => box);
  const combs = combsOf(empty);
  const isOfComb = (box: Box): boolean => combs.some(({ cells }) => cells.includes(box));
  return [
    ...combs,
    ...holding
      .filter(({ box, inside }) => !isOfComb(box) && (inside.length > 0 || !isCorner(box, holding)))
      .flatMap(({ box, inside }) => blankIn(box, inside, usual, empty)),
  ];
}

/** The empty corner of a table: headings begin right of it and below it. */
function isCorner(box: Box, cells: readonly { readonly box: Box; readonly inside: readonly Word[] }[]): boolean {
  const hasText = (isNext: (other: Box) => boolean): boolean =>
    cells.some((cell) => cell.inside.some(({ text }) => !isTickWord(text)) && isNext(cell.box));
  const isRight = (other: Box): boolean =>
    Math.abs(other.x - right(box)) <= NEXT && sharedHeight(other, box) > 0.8 * box.height;
  const isBelow = (other: Box): boolean =>
    Math.abs(other.y - bottom(box)) <= NEXT && sharedWidth(other, box) > 0.8 * box.width;
  return hasText(isRight) && hasText(isBelow);
}

/** Points between cells of one table. */
const NEXT = 4;

/** Boxes small and square enough to be ticked, empty or not. */
export const squaresOf = (drawn: readonly DrawnBox[]): Box[] => drawn.map(({ box }) => box).filter(isSquare);

const isSquare = ({ width, height }: Box): boolean =>
  Math.min(width, height) >= MIN_TICK &&
  Math.max(width, height) <= MAX_TICK &&
  Math.abs(width - height) <= 0.25 * Math.max(width, height);

function blankIn(box: Box, inside: readonly Word[], usual: number, empty: readonly Box[]): Blank[] {
  if (isSquare(box)) return inside.every(({ text }) => isTickWord(text)) ? [tickBlank(box, false)] : [];
  if (box.width < MIN_WIDTH || box.height < MIN_HEIGHT) return [];
  if (inside.length === 0) return [frameBlank(box)];
  if (inside.some(({ text }) => isFillWord(text) || isTickWord(text) || /_{3}/.test(text))) return [];
  const print = around(inside.map((word) => word.box));
  const text = inside.map((word) => word.text).join(' ');
  return belowPrint(box, inside, print, text, usual) ?? besidePrint(box, print, text, empty) ?? [];
}

/** Small print at the top of a box, with room below it. */
function belowPrint(box: Box, inside: readonly Word[], print: Box, text: string, usual: number): Blank[] | null {
  const size = Math.max(...inside.map((word) => word.size));
  const isSmall = size <= SMALL_PRINT || size <= SMALLER * usual || text.endsWith(':');
  const room = bottom(box) - bottom(print);
  const isAtTop = print.y - box.y <= 0.5 * size + 2;
  if (!isSmall || !isAtTop || room < ROOM_BELOW || room < 0.3 * box.height) return null;
  return [frameBlank({ ...box, y: bottom(print), height: room }, { inside: text })];
}

/** "Name:" at the left of a box with room after it, unless the next box is the one to write in. */
function besidePrint(box: Box, print: Box, text: string, empty: readonly Box[]): Blank[] | null {
  const room = right(box) - right(print) - 3;
  if (!text.endsWith(':') || room < ROOM_BESIDE || room < 0.3 * box.width) return null;
  const next = { ...box, x: right(box) };
  if (
    empty.some(
      (other) => Math.abs(other.x - next.x) <= 4 && overlap({ ...other, width: 1 }, { ...next, width: 1 }) > 0.5,
    )
  )
    return [];
  return [frameBlank({ ...box, x: right(print) + 3, width: room }, { inside: text })];
}
