import { MAX_PAGE_PIXELS, type PageImage, type SeenPage, type SeenWord } from '../parsers/ocr/character-reader';
import { evenlyLit, withoutSpecks } from './even-out';
import { inkOf } from './ink';
import { factorFor, isLetterLike, letterHeight } from './letters';
import { type Mark, marksOf } from './marks';
import { meanCertainty } from './mean-certainty';
import { mergeReadings } from './merge-readings';
import { paperOf } from './paper';
import { after, levelled, type Reshaped, turned } from './reshape';
import { skewOf } from './skew';
import type { Reading, SeenLines } from './tesseract';
import { turnOf } from './turn';

/** Degrees that a page may be off level without harm. */
const LEVEL_ENOUGH = 0.3;
/** Mean certainty from which on a reading is taken as it is, where it has left next to no letters out. */
const SURE = 0.85;
const LEFT_OUT_AT_MOST = 0.05;

const EMPTY: SeenPage = { turn: 0, skew: 0, lines: [] };

/**
 * Reads a page: turned upright, levelled, with letters of a good height, evenly lit, without specks. A reading that is
 * unsure or leaves letters out is completed by another that cuts the page otherwise. Pure but for `read`.
 */
export function readPage(image: PageImage, read: Reading): SeenPage {
  const seen = lettersOf(image);
  if (seen.length === 0) return EMPTY;
  const factor = Math.min(factorFor(letterHeight(seen)), Math.sqrt(MAX_PAGE_PIXELS / (image.width * image.height)));
  const turn = turnOf(image, seen, factor, read);
  const upright = turned(image, turn);
  const letters = turn === 0 ? seen : lettersOf(upright.image);
  const steepness = skewOf(letters);
  const skew = Math.abs(steepness) < LEVEL_ENOUGH ? 0 : steepness;
  const level = after(upright, levelled(upright.image, factor, skew));
  const ready = { ...level, image: cleaned(level.image, letterHeight(letters), factor) };
  const first = read(ready.image, 'columns');
  const whole = isGood(first, ready.image) ? first : mergeReadings(first, read(ready.image, 'one-block'));
  return { turn, skew, lines: whole.map((line) => line.map((word) => onPage(word, ready))) };
}

function lettersOf(image: PageImage): Mark[] {
  return marksOf(inkOf(image)).filter(isLetterLike);
}

function cleaned(image: PageImage, height: number | null, factor: number): PageImage {
  const paper = paperOf(image);
  const lit = evenlyLit(image, paper);
  return height === null ? lit : withoutSpecks(lit, marksOf(inkOf(image, paper)), height * factor);
}

function isGood(lines: SeenLines, image: PageImage): boolean {
  const words = lines.flat();
  if (meanCertainty(words) < SURE) return false;
  const letters = lettersOf(image);
  const covered = new Uint8Array(image.width * image.height);
  for (const { box } of words) {
    for (let y = box.y; y < box.y + box.height; y += 1) {
      covered.fill(1, y * image.width + box.x, y * image.width + box.x + box.width);
    }
  }
  const isLeftOut = ({ left, right, top, bottom }: Mark): boolean =>
    covered[Math.floor((top + bottom) / 2) * image.width + Math.floor((left + right) / 2)] !== 1;
  return letters.filter(isLeftOut).length <= LEFT_OUT_AT_MOST * letters.length;
}

/** A word with its box on the image that was given: as large as it was read, around the same middle. */
function onPage(word: SeenWord, { back }: Reshaped): SeenWord {
  const { x, y, width, height } = word.box;
  const middle = back({ x: x + width / 2, y: y + height / 2 });
  const right = back({ x: x + width, y: y + height / 2 });
  const foot = back({ x: x + width / 2, y: y + height });
  const half = {
    width: Math.max(Math.abs(right.x - middle.x), Math.abs(foot.x - middle.x)),
    height: Math.max(Math.abs(right.y - middle.y), Math.abs(foot.y - middle.y)),
  };
  return {
    ...word,
    box: { x: middle.x - half.width, y: middle.y - half.height, width: 2 * half.width, height: 2 * half.height },
  };
}
