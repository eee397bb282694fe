import type { SeenWord } from '../parsers/ocr/character-reader';
import type { SeenLines } from './tesseract';

/** Words share a place when they share this much of the smaller one. */
const SAME_PLACE = 0.3;
/** A word that another reading adds must be this certain: where nothing was read first there often is nothing. */
const SURE_ENOUGH = 0.5;
/** A word takes the place of another when it is this much more certain. */
const SURER = 0.1;

/** Two readings of one image: the first, with the words of the second where that read more, or more surely. Pure. */
export function mergeReadings(first: SeenLines, second: SeenLines): SeenLines {
  const replaced = new Map<SeenWord, SeenWord>();
  const own = first.flat();
  const added = second
    .map((line) => line.filter((word) => word.certainty >= SURE_ENOUGH && isNew(word, own, replaced)))
    .filter((line) => line.length > 0);
  return [...first.map((line) => line.map((word) => replaced.get(word) ?? word)), ...added];
}

/** Whether nothing was read in a word's place. Where one word was, less surely, that one is replaced. */
function isNew(word: SeenWord, own: readonly SeenWord[], replaced: Map<SeenWord, SeenWord>): boolean {
  const there = own.filter((other) => sharedShare(word, other) > SAME_PLACE);
  const [only] = there;
  if (there.length === 1 && only !== undefined && word.certainty > only.certainty + SURER) replaced.set(only, word);
  return there.length === 0;
}

function sharedShare({ box: a }: SeenWord, { box: b }: SeenWord): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.max(1, Math.min(a.width * a.height, b.width * b.height));
}
