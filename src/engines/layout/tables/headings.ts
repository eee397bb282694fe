import { squash } from '../../values/fold';
import { inEnglish } from '../lexicon/column-words';
import { glossed } from '../lexicon/glossary';
import { contentTokens, phraseKey, tokens } from '../lexicon/tokens';
import { wordLikeness } from '../likeness';
import type { Question } from '../question';

/** A column's heading, its words and every run of them made ready once. */
interface Heading {
  readonly plain: string;
  readonly words: readonly string[];
  readonly key: string;
  /** Without what stands in brackets and currency. */
  readonly bareKey: string;
  /** The words in English, where they are not (see `inEnglish`). */
  readonly english: readonly (readonly string[])[];
  /** The words that tell, as the glossary has them. */
  readonly glosses: readonly string[];
  /** "Payee / payer" as two. */
  readonly partKeys: readonly string[];
  /** Runs of words inside, with their share 0-1 of all words. */
  readonly runs: readonly { readonly key: string; readonly share: number }[];
}

/** Likeness of meanings below which a heading is another's. */
const LIKE_GLOSSED = 0.65;
/** Longer texts head no column. */
const LONGEST = 120;
const MOST_WORDS = 12;
/** Headings kept ready; a document has few, and the same ones are asked for by every property. */
const KEPT = 2_000;
const ready = new Map<string, Heading>();

/** 0-1: how well a column's heading names a property. */
export function headingWeight(property: Question, text: string): number {
  if (text.trim() === '' || text.length > LONGEST) return 0;
  const heading = headingOf(text);
  const label = (key: string): number => property.labels.get(key) ?? 0;
  if (heading.plain === squash(property.node.title) || heading.plain === squash(property.node.description)) return 1;
  const like = Math.max(0, ...property.phrases.map((phrase) => wordLikeness(phrase, heading.words)));
  return Math.max(
    label(heading.key),
    label(heading.bareKey) * 0.95,
    like >= 0.6 ? like * 0.9 : 0,
    glossedWeight(property, heading),
    ...heading.english.map((words) => translatedWeight(property, words)),
    cognateWeight(property, heading.words),
    ...heading.partKeys.map((key) => label(key) * 0.85),
    ...heading.runs.map(({ key, share }) => label(key) * 0.9 * Math.sqrt(share)),
  );
}

/** Words cut short ("Len.") and words of sister languages ("Variedade", "variety") begin alike. */
function cognateWeight(property: Question, words: readonly string[]): number {
  const alike = property.phrases.some(
    (phrase) => phrase.length === words.length && phrase.every((word, index) => beginAlike(word, words[index] ?? '')),
  );
  return alike ? 0.6 : 0;
}

function beginAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.startsWith(short)) return true;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return same >= 4 && same / long.length > 0.5;
}

/** What both sides mean in English, by the glossary of labels. */
function glossedWeight(property: Question, { glosses }: Heading): number {
  const like = Math.max(0, ...property.phrases.map((phrase) => wordLikeness(glossed(phrase), glosses)));
  return like >= LIKE_GLOSSED ? like * 0.82 : 0;
}

/** A translated heading may be met by the property's own words only. */
function translatedWeight(property: Question, words: readonly string[]): number {
  const like = Math.max(0, ...property.phrases.map((phrase) => wordLikeness(phrase, words)));
  return like >= 0.6 ? like * 0.85 : 0;
}

function headingOf(text: string): Heading {
  const held = ready.get(text);
  if (held !== undefined) return held;
  const words = tokens(text).slice(0, MOST_WORDS);
  const bare = text.replace(/\(.*?\)|\[.*?\]/g, ' ').replace(/\b(?:EUR|USD|GBP|CHF|INR|PLN|CZK|HUF)\b|[€$£%]/g, ' ');
  const parts = text.split(/\s*[/|]\s*|\s-\s/).filter((part) => part !== text);
  const heading = {
    plain: squash(text),
    words,
    key: phraseKey(words),
    bareKey: phraseKey(tokens(bare)),
    glosses: glossed(contentTokens(words)),
    english: [words, tokens(bare)].flatMap(inEnglish),
    partKeys: parts.map((part) => phraseKey(tokens(part))),
    runs: runsOf(words),
  };
  if (ready.size >= KEPT) ready.clear();
  ready.set(text, heading);
  return heading;
}

function runsOf(words: readonly string[]): Heading['runs'] {
  const runs: { key: string; share: number }[] = [];
  for (let start = 0; start < words.length; start += 1) {
    for (let end = start + 1; end <= Math.min(words.length, start + 5); end += 1) {
      if (end - start < words.length)
        runs.push({ key: phraseKey(words.slice(start, end)), share: (end - start) / words.length });
    }
  }
  return runs;
}
