import type { Line } from '../parsed-document';

/** Characters a column is wide at least where its lines are wrapped text. */
const MIN_COLUMN_CHARACTERS = 26;
/** Room that a word takes beside its letters, in font sizes. */
const WORD_SPACE_EM = 0.3;
const TENS = /(?:^|[^\p{L}])(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-$/iu;
/** "Vor- und Nachname": the hyphen stands for what follows. */
const CONJUNCTION = /^(?:und|oder|bzw|and|or|et|ou|y|o|e|en|of)\b/i;

/** Whether a line ends because the next word would not have fitted: `right` is where its column ends. */
export function isWrapped(line: Line, next: Line, right: number): boolean {
  const last = line.words[line.words.length - 1];
  const first = next.words[0];
  if (last === undefined || first === undefined || line.words.length < 2) return false;
  const character = line.box.width / Math.max(1, line.text.length);
  if (right - line.box.x < MIN_COLUMN_CHARACTERS * character) return false;
  return right - line.box.x - line.box.width < first.box.width + WORD_SPACE_EM * first.size;
}

/** Joins a line of text to the one before it. A word parted at the end of a line becomes whole where that is safe. */
export function joinTexts(text: string, next: string): string {
  if (!/\p{L}[-\u2010]$/u.test(text) || CONJUNCTION.test(next)) return `${text} ${next}`;
  // A capital or a digit behind the hyphen, and numbers in words: the hyphen is the word's own.
  if (!/^\p{Ll}/u.test(next) || TENS.test(text)) return text + next;
  return text.slice(0, -1) + next;
}
