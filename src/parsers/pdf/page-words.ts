import type { ParsedPage, TextItem, WordBox } from '@llamaindex/liteparse-wasm';
import { boundingBox } from '../page-layout/boxes';
import { displayedBox, type Turn, type TurnedPage, uprightBox } from '../page-layout/turn';
import type { Word } from '../parsed-document';
import { isHidden } from './hidden-text';
import { wordTexts } from './word-texts';

/** Degrees off a right angle from which on text counts as slanted. */
const SLANT_DEGREES = 5;
/** A character wider than this many font sizes is no character: blank items of absurd width exist. */
const MAX_CHARACTER_EM = 4;
const BOLD_NAME = /bold|black|heavy|demi/i;

/** The words of a page by the way they are drawn. */
export interface PageWords {
  /** Which way most of them are drawn. */
  readonly turn: Turn;
  /** Those, on the page turned so that they are upright. */
  readonly words: readonly Word[];
  /** Runs drawn another way: stamps, side notes. On the page as displayed. */
  readonly apart: readonly (readonly Word[])[];
}

/** The words that can be seen. `hasPictures`: whether there are images in the file that light text may stand on. */
export function wordsOfPage(page: ParsedPage, hasPictures: () => boolean): PageWords {
  const seen = page.textItems.filter((item) => !isHidden(item, page, hasPictures));
  const turn = mostOften(seen);
  const frame: TurnedPage = { turn, width: page.width, height: page.height };
  const words: Word[] = [];
  const apart: Word[][] = [];
  for (const item of seen) {
    const own = turnOf(item);
    if (own === turn) {
      for (const word of wordsOfItem(item, frame)) if (isOnPage(displayedBox(frame, word.box), page)) words.push(word);
      continue;
    }
    const away: TurnedPage = { ...frame, turn: own ?? 0 };
    const run = wordsOfItem(item, away).map((word) => ({ ...word, box: displayedBox(away, word.box) }));
    const kept = run.filter((word) => isOnPage(word.box, page));
    if (kept.length > 0) apart.push(kept);
  }
  return { turn, words: withoutDoubles(words), apart };
}

/** Null for slanted text. */
function turnOf(item: TextItem): Turn | null {
  const degrees = ((item.rotation % 360) + 360) % 360;
  const nearest = (Math.round(degrees / 90) * 90) % 360;
  const off = Math.abs(degrees - Math.round(degrees / 90) * 90);
  if (off >= SLANT_DEGREES) return null;
  return nearest === 90 || nearest === 180 || nearest === 270 ? nearest : 0;
}

/** The way that most characters are drawn; upright where there are as many of those. */
function mostOften(items: readonly TextItem[]): Turn {
  const counts = new Map<Turn, number>();
  for (const item of items) {
    const turn = turnOf(item);
    if (turn !== null) counts.set(turn, (counts.get(turn) ?? 0) + item.text.length);
  }
  let best: Turn = 0;
  for (const [turn, count] of counts) if (count > (counts.get(best) ?? 0)) best = turn;
  return best;
}

/** The words of an item on the page turned its way. */
function wordsOfItem(item: TextItem, frame: TurnedPage): Word[] {
  const tokens = item.text.trim().split(/\s+/);
  // Boxes of the words in turned text are those of the whole item.
  const boxes =
    (frame.turn === 0 ? glue(tokens, item.words ?? []) : null) ?? spread(item.text, uprightBox(frame, item));
  const size = sizeOf(item);
  const bold = isBold(item);
  const words: Word[] = [];
  for (const { text, x, y, width, height } of wordTexts(withoutFalseSpaces(boxes, size), item.fontName ?? '', size)) {
    const word = { text, box: { x, y, width, height }, size, bold, certainty: 1 };
    if (isSane(word, item.rotation)) words.push(word);
  }
  return words;
}

/** The library cuts at some full stops inside a word; what has no white space between is one word. */
function glue(tokens: readonly string[], parts: readonly WordBox[]): WordBox[] | null {
  const words: WordBox[] = [];
  let next = 0;
  for (const token of tokens) {
    const whole = parts[next];
    if (whole?.text === token) {
      words.push(whole);
      next += 1;
      continue;
    }
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

/** The library reads white space into some text that is set letter by letter. Where there is no room, there is none. */
const NO_ROOM_EM = 0.05;

function withoutFalseSpaces(words: readonly WordBox[], size: number): readonly WordBox[] {
  const isFalse = (word: WordBox, before: WordBox | undefined): boolean =>
    before !== undefined && Math.abs(word.x - before.x - before.width) < NO_ROOM_EM * size;
  if (!words.some((word, index) => isFalse(word, words[index - 1]))) return words;
  const joined: WordBox[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && isFalse(word, before))
      joined[joined.length - 1] = { text: before.text + word.text, ...boundingBox([before, word]) };
    else joined.push(word);
  }
  return joined;
}

/** Where no boxes of words are known: the item's width shared out by characters. */
function spread(text: string, box: { x: number; y: number; width: number; height: number }): WordBox[] {
  const step = box.width / Math.max(1, text.length);
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    x: box.x + match.index * step,
    y: box.y,
    width: match[0].length * step,
    height: box.height,
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

function isOnPage({ x, y, width, height }: Word['box'], page: ParsedPage): boolean {
  return x + width > 0 && y + height > 0 && x < page.width && y < page.height;
}

/** Points of height that one bucket of words covers, so that a word said a thousand times stays cheap. */
const BUCKET = 4;

/** Some writers print a word twice, a hair apart, to make it bold. */
function withoutDoubles(words: readonly Word[]): Word[] {
  const seen = new Map<string, Word[]>();
  return words.filter((word) => {
    const bucket = Math.round(word.box.y / BUCKET);
    const isDouble = [bucket, bucket - 1, bucket + 1].some((near) =>
      seen.get(`${near} ${word.text}`)?.some((other) => isSamePlace(other, word)),
    );
    if (isDouble) return false;
    const key = `${bucket} ${word.text}`;
    const same = seen.get(key);
    if (same === undefined) seen.set(key, [word]);
    else same.push(word);
    return true;
  });
}

function isSamePlace(a: Word, b: Word): boolean {
  const slack = 0.15 * Math.min(a.size, b.size);
  return Math.abs(a.box.x - b.box.x) <= slack && Math.abs(a.box.y - b.box.y) <= slack;
}
