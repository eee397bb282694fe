import type { ParsedPage, TextItem, WordBox } from '@llamaindex/liteparse-wasm';
import { boundingBox } from '../page-layout/boxes';
import type { Word } from '../parsed-document';

/** Degrees off upright from which on text counts as rotated. */
const UPRIGHT_DEGREES = 5;
/** A character wider than this many font sizes is no character: blank items of absurd width exist. */
const MAX_CHARACTER_EM = 4;
const BOLD_NAME = /bold|black|heavy|demi/i;
/** Control and private-use characters that fonts without a map leave behind, and invisible marks. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/** The words of a page: upright ones, and apart from them those of each rotated run. */
export interface PageWords {
  readonly upright: readonly Word[];
  readonly rotated: readonly (readonly Word[])[];
}

export function wordsOfPage(page: ParsedPage): PageWords {
  const upright: Word[] = [];
  const rotated: Word[][] = [];
  for (const item of page.textItems) {
    const words = wordsOfItem(item).filter((word) => isOnPage(word, page));
    const turned = Math.abs(item.rotation % 360);
    if (turned < UPRIGHT_DEGREES || turned > 360 - UPRIGHT_DEGREES) upright.push(...words);
    else if (words.length > 0) rotated.push(words);
  }
  return { upright: withoutDoubles(upright), rotated };
}

function wordsOfItem(item: TextItem): Word[] {
  const tokens = item.text.split(/\s+/).filter((token) => token !== '');
  const boxes = glue(tokens, item.words ?? []) ?? spread(item);
  const size = sizeOf(item);
  const bold = isBold(item);
  return boxes
    .map((box) => ({
      text: box.text.replace(INVISIBLE, '').normalize('NFC'),
      box: { x: box.x, y: box.y, width: box.width, height: box.height },
      size,
      bold,
      certainty: 1,
    }))
    .filter((word) => word.text !== '' && isSane(word, item.rotation));
}

/** The library cuts at some full stops inside a word; what has no white space between is one word. */
function glue(tokens: readonly string[], parts: readonly WordBox[]): WordBox[] | null {
  const words: WordBox[] = [];
  let next = 0;
  for (const token of tokens) {
    const own: WordBox[] = [];
    let text = '';
    while (text.length < token.length) {
      const part = parts[next];
      if (part === undefined) return null;
      own.push(part);
      text += part.text;
      next += 1;
    }
    if (text !== token) return null;
    words.push({ text: token, ...boundingBox(own) });
  }
  return next === parts.length ? words : null;
}

/** Where no boxes of words are known: the item's width shared out by characters. */
function spread(item: TextItem): WordBox[] {
  const step = item.width / Math.max(1, item.text.length);
  return [...item.text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    x: item.x + match.index * step,
    y: item.y,
    width: match[0].length * step,
    height: item.height,
  }));
}

function sizeOf(item: TextItem): number {
  const size = item.fontHeight ?? item.fontSize ?? item.height;
  return size > 1 ? size : item.height;
}

function isBold(item: TextItem): boolean {
  if (BOLD_NAME.test(item.fontName ?? '')) return true;
  // Weights derived from stem widths are arbitrary; only the round ones are declared.
  const weight = item.fontWeight ?? 0;
  return weight >= 600 && weight <= 900 && weight % 100 === 0;
}

function isSane(word: Word, rotation: number): boolean {
  const { x, y, width, height } = word.box;
  if (![x, y, width, height].every(Number.isFinite) || width < 0 || height <= 0) return false;
  return rotation !== 0 || width <= MAX_CHARACTER_EM * word.size * word.text.length;
}

function isOnPage(word: Word, page: ParsedPage): boolean {
  const { x, y, width, height } = word.box;
  return x + width > 0 && y + height > 0 && x < page.width && y < page.height;
}

/** Some writers print a word twice, a hair apart, to make it bold. */
function withoutDoubles(words: readonly Word[]): Word[] {
  const seen = new Map<string, Word[]>();
  return words.filter((word) => {
    const same = seen.get(word.text) ?? [];
    if (same.some((other) => isSamePlace(other, word))) return false;
    same.push(word);
    seen.set(word.text, same);
    return true;
  });
}

function isSamePlace(a: Word, b: Word): boolean {
  const slack = 0.15 * Math.min(a.size, b.size);
  return Math.abs(a.box.x - b.box.x) <= slack && Math.abs(a.box.y - b.box.y) <= slack;
}
