import type { ParsedPage, TextItem, WordBox } from '@llamaindex/liteparse-wasm';
import { boundingBox } from '../page-layout/boxes';
import type { Box } from '../parsed-document';

/** Points that a row of dots measures at least. */
const MIN_WIDTH = 20;
/** Dots of a row at least. */
const MIN_DOTS = 4;
/** Font sizes between two dots of one row. */
const MAX_GAP_EM = 0.9;
/** How wide a dot and its room are in most fonts, in font sizes. */
const DOT_EM = 0.278;
const MAX_LEADERS = 500;

/** Rows of dots, which are no words: they lead to a number, or something is to be written on them. */
export function leadersOfPage(page: ParsedPage): Box[] {
  const leaders: Box[] = [];
  for (const item of page.textItems) {
    if (item.rotation !== 0 || !/[.…·]/.test(item.text) || leaders.length >= MAX_LEADERS) continue;
    leaders.push(...leadersOf(item));
  }
  return leaders;
}

function leadersOf(item: TextItem): Box[] {
  const size = item.fontSize ?? item.height;
  const found: Box[] = [];
  let row: WordBox[] = [];
  const end = (): void => {
    const dots = row.reduce((sum, { text }) => sum + text.length * (text.includes('…') ? 3 : 1), 0);
    const box = boundingBox(row);
    if (dots >= MIN_DOTS && box.width >= MIN_WIDTH) found.push(box);
    row = [];
  };
  for (const word of item.words ?? []) {
    const last = row.at(-1);
    const dots = dotsOf(word, size);
    const goesOn = dots === word && (last === undefined || dots.x - last.x - last.width <= MAX_GAP_EM * size);
    if (!goesOn) end();
    if (dots !== null) row.push(dots);
  }
  end();
  return found;
}

/** The dots that a word is, or ends with. */
function dotsOf(word: WordBox, size: number): WordBox | null {
  if (/^[.…·]+$/.test(word.text)) return word;
  const text = /(?<![.…·])[.…·]{4,}$/.exec(word.text)?.[0];
  if (text === undefined) return null;
  const width = Math.min(word.width, text.length * DOT_EM * size);
  return { ...word, text, x: word.x + word.width - width, width };
}
