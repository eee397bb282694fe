import { squash } from '../../values/fold';
import { phraseKey, tokens } from '../lexicon/tokens';
import { labelKey, type Question, wordLikeness } from '../question';

/** 0-1: how well a column's heading names a property. */
export function headingWeight(property: Question, heading: string): number {
  const text = heading.trim();
  if (text === '' || text.length > 120) return 0;
  const exact = property.labels.get(labelKey(text)) ?? 0;
  const bare = text.replace(/\(.*?\)|\[.*?\]/g, ' ').replace(/\b(?:EUR|USD|GBP|CHF|INR|PLN|CZK|HUF)\b|[€$£%]/g, ' ');
  const inner = bare === text ? 0 : (property.labels.get(labelKey(bare)) ?? 0) * 0.95;
  if (squash(text) === squash(property.node.title) || squash(text) === squash(property.node.description)) return 1;
  const words = tokens(text);
  const like = Math.max(0, ...property.phrases.map((phrase) => wordLikeness(phrase, words)));
  const parts = text.split(/\s*[/|]\s*|\s-\s/).filter((part) => part !== text);
  const part = Math.max(0, ...parts.map((one) => property.labels.get(labelKey(one)) ?? 0)) * 0.85;
  return Math.max(exact, inner, part, like >= 0.6 ? like * 0.9 : 0, longestInside(property, words));
}

/** A known label inside a longer heading counts by its share of the words. */
function longestInside(property: Question, words: readonly string[]): number {
  let best = 0;
  for (let start = 0; start < words.length; start += 1) {
    for (let end = start + 1; end <= words.length; end += 1) {
      if (end - start === words.length) continue;
      const weight = property.labels.get(phraseKey(words.slice(start, end))) ?? 0;
      best = Math.max(best, weight * 0.9 * Math.sqrt((end - start) / words.length));
    }
  }
  return best;
}
