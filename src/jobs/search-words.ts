/** More words of one search are left out: our number. */
const MAX_WORDS = 8;

/** Words that say nothing about what is looked for, unless nothing else is said. */
const FILLERS: ReadonlySet<string> = new Set(
  'a all an and any are at by do does for from have how in is list me my of on or our show that the their there these this to was what which who with der die das den dem des ein eine für im ist mit und von vom zu'.split(
    ' ',
  ),
);

/**
 * What a search looks for: its words, whatever stands between them, cut to what one thing and many have in common
 * ("invoices": "invoice", "companies": "compan").
 */
export function searchWords(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !FILLERS.has(word));
  return [...new Set((telling.length > 0 ? telling : words).map(stemOf))].slice(0, MAX_WORDS);
}

function stemOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (word.endsWith('ies')) return word.slice(0, -3);
  return /(?:x|ch|sh|ss|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** How many of the words are in the text. */
export const wordsIn = (text: string, words: readonly string[]): number => {
  const lower = text.toLowerCase();
  return words.filter((word) => lower.includes(word)).length;
};
