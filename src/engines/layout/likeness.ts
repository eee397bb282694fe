/** Words that many labels have; sharing only them is no likeness. */
const GENERIC = new Set(
  'number id date name total amount code type price value time text first last line net monthly yearly annual current main'.split(
    ' ',
  ),
);

/** How much a shared word says: 0.5 for those that many labels have, else 1. */
export function weightOf(word: string): number {
  return GENERIC.has(word) ? 0.5 : 1;
}

/** 0-1 likeness of two wordings: shared weight over all weight (Dice), inflections counted as the same. */
export function wordLikeness(a: readonly string[], b: readonly string[]): number {
  // Hardly any two wordings share a word: nothing is made for those.
  if (!a.some((word) => b.some((one) => one === word || sameStem(one, word)))) return 0;
  const other = new Set(b);
  let shared = 0;
  let all = 0;
  for (const word of new Set(a)) {
    all += weightOf(word);
    if (other.has(word)) shared += 2 * weightOf(word);
    else if (b.some((one) => sameStem(one, word))) shared += 2 * INFLECTED * weightOf(word);
  }
  for (const word of other) all += weightOf(word);
  return Math.min(1, shared / all);
}

/** How much an inflected word counts beside the word itself: "terms" are not quite a "term". */
const INFLECTED = 0.97;

/** A contractor is no contract, an employee no employ. */
const DOERS = new Set(['or', 'er', 'ee']);

/** Plurals and inflections: a common start that leaves at most two letters. */
function sameStem(a: string, b: string): boolean {
  const short = a.length < b.length ? a : b;
  const long = a.length < b.length ? b : a;
  return (
    short.length >= 4 &&
    long.length - short.length <= 2 &&
    long.startsWith(short) &&
    !DOERS.has(long.slice(short.length))
  );
}
