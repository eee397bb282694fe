import { FIELD_CONCEPTS, phrasesOf, ROW_CONCEPTS } from './catalogue';

/** Shorter words are too easily another word with one letter changed. */
const SHORTEST = 5;

/** Every word of any listed label, and each of them with one letter left out, to the word itself. */
let known: ReadonlyMap<string, string> | null = null;

function spellings(): ReadonlyMap<string, string> {
  if (known !== null) return known;
  const words = new Set(
    [...FIELD_CONCEPTS, ...ROW_CONCEPTS].flatMap((concept) =>
      [...phrasesOf(concept).labels.keys()].flatMap((key) => key.split(' ')),
    ),
  );
  const made = new Map<string, string>();
  for (const word of words) {
    if (word.length < SHORTEST) continue;
    for (const short of shortened(word)) if (!made.has(short)) made.set(short, word);
  }
  for (const word of words) made.set(word, word);
  known = made;
  return made;
}

/** A word of OCR as the label word it is one letter away from (left out, put in, or misread); itself where there is none. */
export function respelled(word: string): string {
  const map = spellings();
  if (word.length < SHORTEST || map.get(word) === word) return word;
  for (const variant of [word, ...shortened(word)]) {
    const meant = map.get(variant);
    if (meant !== undefined && Math.abs(meant.length - word.length) <= 1) return meant;
  }
  return word;
}

function shortened(word: string): string[] {
  return [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));
}
