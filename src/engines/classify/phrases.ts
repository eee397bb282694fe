import { contentTokens, tokens } from '../layout/lexicon/tokens';
import type { ViewLine } from '../layout/view';
import { KINDS } from './kinds/catalogue';
import type { Kind } from './kinds/kind';
import { stemOf } from './own-words';

/** What a phrase tells of a kind: its name, a turn of phrase hardly any other has, or one that it usually has. */
export type Tier = 'name' | 'proof' | 'usual';

/** What a phrase says, met in a document. */
export interface Sense {
  readonly kind: string;
  readonly tier: Tier;
  /** 0-1: less the more kinds have the phrase, or a name with its word. */
  readonly weight: number;
}

interface Phrase {
  readonly words: readonly string[];
  readonly senses: readonly Sense[];
}

/** A phrase of the catalogue as it stands in a line. */
export interface PhraseHit {
  /** Its words joined by spaces. */
  readonly key: string;
  readonly senses: readonly Sense[];
  /** As printed. */
  readonly text: string;
  /** 0-based position among the line's tokens, and how many of them. */
  readonly first: number;
  readonly count: number;
}

/** Phrases by their first word, the longest first. */
export type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>;

const TIERS = [
  ['name', ({ names }: Kind) => names],
  ['proof', ({ proofs }: Kind) => proofs],
  ['usual', ({ usual }: Kind) => usual],
] as const;

let printed: PhraseIndex | null = null;

/** All that documents of the known kinds show. Made when it is first needed: it is long. */
export function printedPhrases(): PhraseIndex {
  printed ??= indexOf(
    KINDS.flatMap((kind) => TIERS.flatMap(([tier, listed]) => phrasesIn(listed(kind), { kind: kind.id, tier }))),
  );
  return printed;
}

let named: PhraseIndex | null = null;

/** The names of the known kinds, by stems: "Retail invoices" heads an invoice. */
export function namesByStem(): PhraseIndex {
  named ??= indexOf(KINDS.flatMap((kind) => stemmed(kind.names, kind)));
  return named;
}

let asked: PhraseIndex | null = null;

/** How people call the known kinds, by stems: whoever asks for invoices asks for an invoice. */
export function askedPhrases(): PhraseIndex {
  asked ??= indexOf(KINDS.flatMap((kind) => stemmed(`${kind.names}|${kind.asked ?? ''}`, kind)));
  return asked;
}

const stemmed = (phrases: string, { id }: Kind): Listed[] =>
  phrasesIn(phrases, { kind: id, tier: 'name' }).map(([words, sense]): Listed => [words.map(stemOf), sense]);

type Listed = readonly [words: readonly string[], Omit<Sense, 'weight'>];

const phrasesIn = (phrases: string, sense: Omit<Sense, 'weight'>): Listed[] =>
  phrases.split('|').flatMap((phrase): Listed[] => {
    const all = tokens(phrase);
    const words = contentTokens(all);
    // "Your order" without "your" would be an order.
    return words.length === 0 || (words.length === 1 && all.length > 1) ? [] : [[words, sense]];
  });

function indexOf(listed: readonly Listed[]): PhraseIndex {
  const byKey = new Map<string, { words: readonly string[]; senses: Map<string, Omit<Sense, 'weight'>> }>();
  for (const [words, sense] of listed) {
    const key = words.join(' ');
    const held = byKey.get(key) ?? { words, senses: new Map() };
    byKey.set(key, held);
    if (!held.senses.has(sense.kind)) held.senses.set(sense.kind, sense);
  }
  const index = new Map<string, Phrase[]>();
  const wide = widthOf(listed);
  for (const { words, senses } of byKey.values()) {
    const weigh = ({ tier }: Omit<Sense, 'weight'>): number =>
      tier === 'name' ? 1 / (1 + BROADER * (wide(words) - 1)) : 1 / senses.size;
    const phrase = { words, senses: [...senses.values()].map((sense) => ({ ...sense, weight: weigh(sense) })) };
    const first = words[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), phrase]);
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** How much less a word says with each further kind in whose names it is: many things are a contract or a report. */
const BROADER = 0.06;

/** In how many kinds' names a single word is; longer names are of one kind. */
function widthOf(listed: readonly Listed[]): (words: readonly string[]) => number {
  const kinds = new Map<string, Set<string>>();
  for (const [words, { kind, tier }] of listed) {
    if (tier !== 'name') continue;
    for (const word of words) kinds.set(word, (kinds.get(word) ?? new Set()).add(kind));
  }
  return ([word = '', ...more]) => (more.length > 0 ? 1 : (kinds.get(word)?.size ?? 1));
}

/** The phrases in a row of words, from left to right; the longest wins, so that "order confirmation" is no "order". */
export function phrasesAmong(
  words: readonly string[],
  index: PhraseIndex,
): { readonly phrase: readonly string[]; readonly senses: readonly Sense[]; readonly first: number }[] {
  const found: { phrase: readonly string[]; senses: readonly Sense[]; first: number }[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const hit = index
      .get(words[first] ?? '')
      ?.find((phrase) => phrase.words.every((word, at) => words[first + at] === word));
    if (hit === undefined) continue;
    found.push({ phrase: hit.words, senses: hit.senses, first });
    first += hit.words.length - 1;
  }
  return found;
}

/** `mayHead`: whether the line looks like a heading, in which a name may be inflected. */
export function phrasesInLine(line: ViewLine, mayHead: boolean): PhraseHit[] {
  const words = line.tokens.map(({ word }) => word);
  const found = phrasesAmong(words, printedPhrases());
  const isNamed = !mayHead || found.some(({ senses }) => senses.some(({ tier }) => tier === 'name'));
  const inflected = isNamed ? [] : phrasesAmong(words.map(stemOf), namesByStem());
  return [...found, ...inflected].map(({ phrase, senses, first }) => {
    const count = phrase.length;
    const start = line.tokens[first]?.start ?? 0;
    const end = line.tokens[first + count - 1]?.end ?? line.text.length;
    return { key: phrase.join(' '), senses, text: line.text.slice(start, end), first, count };
  });
}
