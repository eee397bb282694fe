import type { Box, Page, Word } from '../../parsers/parsed-document';
import { type Blank, ruleBlank, tickBlank } from './blank';
import { around, holdsMiddle, middleX, middleY, right, sharedHeight } from './geometry';

/** Signs that a place to be filled in is typed with: "____", "__/__/____", "(___) ___-____". */
const FILL_WORD = /^(?=.*__)[^\p{L}\p{N}]+$/u;
const FILL = /_{3,}[_/.-]*/;
const TICK_WORD = /^(?:[☐☒]|\[[xX_]?\]|\([xX]?\))$/;
const TICKED_WORD = /^(?:☒|\[[xX]\]|\([xX]\))$/;
/** Share of a word's height, from the top, down to where an underscore is drawn, and a dot. */
const UNDERSCORE_AT = 0.87;
const DOT_AT = 0.8;
/** How wide an underscore is in most fonts, in font sizes. */
const UNDERSCORE_EM = 0.55;
/** Font sizes between two pieces of one blank. */
const PIECES_WITHIN_EM = 0.8;
/** Points of a blank at least. */
const MIN_WIDTH = 12;
/** Points after a row of dots within which the number it leads to stands. */
const LED_TO = 40;

export const isFillWord = (text: string): boolean => FILL_WORD.test(text);
export const isTickWord = (text: string): boolean => TICK_WORD.test(text);

/** Underscores to write on, typed as text. */
export function underscoreBlanks(page: Page): Blank[] {
  return page.lines.flatMap(({ words }) => {
    const pieces = words.flatMap(fillOf);
    const joined: (readonly Box[])[] = [];
    for (const { box, size } of pieces) {
      const row = joined.at(-1);
      const last = row?.at(-1);
      const isNear = last !== undefined && box.x - right(last) <= PIECES_WITHIN_EM * size;
      if (row !== undefined && isNear) joined[joined.length - 1] = [...row, box];
      else joined.push([box]);
    }
    return joined
      .map(around)
      .filter(({ width }) => width >= MIN_WIDTH)
      .map((box) => ruleBlank(above(box, UNDERSCORE_AT)));
  });
}

function fillOf(word: Word): { box: Box; size: number }[] {
  const { text, box, size } = word;
  if (isFillWord(text)) return [{ box, size }];
  const fill = FILL.exec(text);
  if (fill === null) return [];
  const width = Math.min(box.width, fill[0].length * UNDERSCORE_EM * size);
  const isLast = fill.index + fill[0].length === text.length;
  const x = isLast ? right(box) - width : box.x + (box.width * fill.index) / text.length;
  return [{ box: { ...box, x, width }, size }];
}

/** Rows of dots to write on; one that leads to a number is a list's. */
export function dotBlanks(page: Page): Blank[] {
  const words = page.lines.flatMap((line) => line.words);
  return (page.leaders ?? [])
    .filter((box) => !words.some((word) => isLedTo(box, word)))
    .map((box) => ruleBlank(above(box, DOT_AT)));
}

const isLedTo = (leader: Box, { text, box }: Word): boolean =>
  /^[\divxlc.,€$£]+$/i.test(text) &&
  sharedHeight(leader, box) > 0 &&
  box.x >= right(leader) - 2 &&
  box.x - right(leader) < LED_TO;

/** The room above what is typed to write on. */
const above = (box: Box, at: number): Box => ({
  x: box.x,
  y: box.y - 0.15 * box.height,
  width: box.width,
  height: (at + 0.15) * box.height,
});

/** Boxes to be ticked, as far as they are words; with the drawn box where there is one. */
export function tickBlanks(page: Page, squares: readonly Box[]): Blank[] {
  return page.lines.flatMap(({ words }) =>
    words.flatMap((word, index) => {
      const pair = words[index + 1];
      if (/^[[(]$/.test(word.text) && pair !== undefined && /^[\])]$/.test(pair.text))
        return [tickBlank(around([word.box, pair.box]), false)];
      if (!isTickWord(word.text)) return [];
      const drawn = squares.find(
        (box) => Math.abs(middleX(box) - middleX(word.box)) <= 4 && holdsMiddle(box, word.box, 6),
      );
      return [tickBlank(drawn ?? typed(word), TICKED_WORD.test(word.text))];
    }),
  );
}

/** A sign of a font is a square on the line; a drawn one is as wide as it is. */
function typed({ text, box }: Word): Box {
  if (!/[☐☒]/.test(text)) return box;
  const side = Math.min(box.width, box.height);
  return { x: middleX(box) - side / 2, y: middleY(box) - side / 2, width: side, height: side };
}
