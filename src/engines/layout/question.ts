import type { ObjectNode, ScalarNode } from '../../schema/schema-node';
import { type ConceptPhrases, FIELD_CONCEPTS, phrasesOf } from './lexicon/catalogue';
import type { Concept, ValueKind } from './lexicon/concept';
import { contentTokens, nameTokens, phraseKey, tokens } from './lexicon/tokens';

/** One leaf of the schema as a question to the document. */
export interface Question {
  readonly path: readonly string[];
  readonly node: ScalarNode;
  /** What it means, where the catalogue knows; null: only its own words tell. */
  readonly concept: Concept | null;
  /** 0-1: how sure the meaning is. */
  readonly certainty: number;
  readonly kind: ValueKind;
  /** Printed labels that answer it (see `phraseKey`), to weight 0-1. */
  readonly labels: ReadonlyMap<string, number>;
  /** Order of day and month that the schema itself names ("day first"); null: none. */
  readonly dayOrder: 'dmy' | 'mdy' | null;
  /** True when a number of minutes is asked for. */
  readonly inMinutes: boolean;
  /** Its own words, for likeness with labels that are not listed. */
  readonly phrases: readonly (readonly string[])[];
}

/** The leaves outside arrays, each with its meaning. */
export function questionsOf(schema: ObjectNode): readonly Question[] {
  const held = asked.get(schema);
  if (held !== undefined) return held;
  const questions = questionsIn(schema);
  asked.set(schema, questions);
  return questions;
}

/** Every phase and check asks the same questions. */
const asked = new WeakMap<ObjectNode, readonly Question[]>();

function questionsIn(schema: ObjectNode): readonly Question[] {
  return leaves(schema, [], []).map(({ path, node, parents }) => questionOf(path, node, parents, FIELD_CONCEPTS));
}

/** A leaf with the words of the objects around it. */
export function questionOf(
  path: readonly string[],
  node: ScalarNode,
  parents: readonly string[],
  catalogue: readonly Concept[],
): Question {
  const phrases = ownPhrases(path, node, parents);
  const { concept, certainty } = meaningOf(phrases, node, catalogue);
  const labels = new Map<string, number>();
  for (const { words, weight } of phrases) {
    const key = phraseKey(words);
    if (weight >= 0.8 && key.length > 1)
      labels.set(key, Math.max(labels.get(key) ?? 0, weight * (concept === null ? 1 : 0.9)));
  }
  if (concept !== null) {
    for (const [key, weight] of phrasesOf(concept).labels) {
      labels.set(key, Math.max(labels.get(key) ?? 0, weight * (0.6 + 0.4 * certainty)));
    }
  }
  return {
    path,
    node,
    concept,
    certainty,
    kind: concept !== null && kindFits(concept.kind, node) ? concept.kind : kindOfNode(node, phrases),
    labels,
    dayOrder: dayOrderIn(node.description),
    inMinutes: phrases.some((phrase) => phrase.words.includes('minute')),
    phrases: phrases.filter((phrase) => phrase.weight >= 0.8).map((phrase) => phrase.words),
  };
}

function dayOrderIn(description: string): Question['dayOrder'] {
  if (/day first|dd[./-]mm|european/i.test(description)) return 'dmy';
  return /month first|mm[./-]dd|\bUS format/i.test(description) ? 'mdy' : null;
}

interface OwnPhrase {
  readonly words: readonly string[];
  readonly weight: number;
}

function ownPhrases(path: readonly string[], node: ScalarNode, parents: readonly string[]): OwnPhrase[] {
  const name = nameTokens(path.at(-1) ?? '');
  const parent = nameTokens(parents.at(-1) ?? '');
  const description = node.description
    .replace(/,? (?:e\.g\.|z\.B\.|such as|as ISO|in ISO|like) .*$/iu, '')
    .replace(/\(.*?\)/g, '');
  const made: OwnPhrase[] = [
    { words: contentTokens([...parent, ...name]), weight: parent.length > 0 ? 1 : 0 },
    { words: contentTokens(name), weight: parent.length > 0 ? 0.8 : 1 },
    { words: contentTokens(tokens(node.title)), weight: parent.length > 0 ? 0.85 : 0.98 },
    { words: contentTokens(tokens(description)), weight: 0.9 },
    ...alternatives(description).map((words) => ({ words, weight: 0.8 })),
  ];
  const seen = new Set<string>();
  return made.filter(({ words, weight }) => {
    const key = words.join(' ');
    if (key === '' || weight === 0 || words.length > 9 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** "Contract, order or invoice number" names three numbers; "Payee or payer" two people. */
function alternatives(description: string): (readonly string[])[] {
  const parts = description.split(/,\s*|\s+or\s+|\s*\/\s*|:\s+/iu).map((part) => contentTokens(tokens(part)));
  const noun = parts.at(-1)?.at(-1);
  if (parts.length < 2 || noun === undefined || parts.some((part) => part.length === 0 || part.length > 3)) return [];
  const alone = parts.at(-1)?.length === 1 || /:\s/.test(description);
  return parts.map((part) => (part.includes(noun) || alone ? part : [...part, noun]));
}

const CERTAIN_ENOUGH = 0.72;

function meaningOf(
  phrases: readonly OwnPhrase[],
  node: ScalarNode,
  catalogue: readonly Concept[],
): { concept: Concept | null; certainty: number } {
  let best: { concept: Concept | null; certainty: number } = { concept: null, certainty: 0 };
  for (const concept of catalogue) {
    if (!kindFits(concept.kind, node)) continue;
    let sum = 0;
    for (const phrase of phrases) sum = Math.max(sum, phraseCertainty(phrase, concept));
    const second = phrases.filter((phrase) => likeness(phrase.words, phrasesOf(concept)) > 0.9).length;
    const certainty = sum + (second > 1 ? 0.05 : 0);
    if (certainty > best.certainty) best = { concept, certainty };
  }
  return best.certainty >= CERTAIN_ENOUGH
    ? { concept: best.concept, certainty: Math.min(1, best.certainty) }
    : { concept: null, certainty: 0 };
}

/** A wording of several words that is met exactly says more than a single word does. */
function phraseCertainty(phrase: OwnPhrase, concept: Concept): number {
  const like = likeness(phrase.words, phrasesOf(concept));
  return phrase.weight * like + (like > 0.95 ? 0.12 * Math.min(4, phrase.words.length - 1) : 0);
}

/** Words that many labels have; sharing only them is no likeness. */
const GENERIC = new Set(
  'number id date name total amount code type price value time text first last line net'.split(' '),
);

export function weightOf(word: string): number {
  return GENERIC.has(word) ? 0.5 : 1;
}

/** 0-1 likeness of words with the closest way of asking for a concept: shared weight over all weight (Dice). */
function likeness(words: readonly string[], phrases: ConceptPhrases): number {
  let best = 0;
  for (const asked of phrases.asked) best = Math.max(best, wordLikeness(words, asked));
  return best;
}

export function wordLikeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const other = new Set(b);
  let shared = 0;
  let all = 0;
  for (const word of new Set(a)) {
    all += weightOf(word);
    if (other.has(word) || b.some((one) => sameStem(one, word))) shared += 2 * weightOf(word);
  }
  for (const word of other) all += weightOf(word);
  return Math.min(1, shared / all);
}

/** Plurals and inflections: a common start that leaves at most two letters. */
function sameStem(a: string, b: string): boolean {
  const short = a.length < b.length ? a : b;
  const long = a.length < b.length ? b : a;
  return short.length >= 4 && long.length - short.length <= 2 && long.startsWith(short);
}

const NUMERIC = new Set<ValueKind>(['amount', 'quantity', 'percent']);

function kindFits(kind: ValueKind, node: ScalarNode): boolean {
  switch (node.type) {
    case 'number':
    case 'integer':
      return NUMERIC.has(kind) || (node.type === 'integer' && kind === 'identifier');
    case 'date':
    case 'date-time':
      return kind === 'date';
    case 'boolean':
      return false;
    case 'string':
      return node.choices === null || kind === 'text' || kind === 'name' || kind === 'currency';
  }
}

function kindOfNode(node: ScalarNode, phrases: readonly OwnPhrase[]): ValueKind {
  if (node.type === 'date' || node.type === 'date-time') return 'date';
  if (node.type === 'number' || node.type === 'integer') return 'amount';
  if (node.format === 'email') return 'email';
  if (node.format === 'uri' || node.format === 'url') return 'url';
  const words = phrases.flatMap((phrase) => phrase.words);
  if (words.includes('email')) return 'email';
  if (words.includes('website') || words.includes('url')) return 'url';
  if (words.includes('phone') || words.includes('fax')) return 'phone';
  if (words.includes('number') || words.includes('id') || words.includes('code')) return 'identifier';
  if (words.includes('name')) return 'name';
  return 'text';
}

interface Leaf {
  readonly path: readonly string[];
  readonly node: ScalarNode;
  readonly parents: readonly string[];
}

function leaves(schema: ObjectNode, path: readonly string[], parents: readonly string[]): Leaf[] {
  return [...schema.properties].flatMap(([name, node]): Leaf[] => {
    if (node.kind === 'scalar') return [{ path: [...path, name], node, parents }];
    return node.kind === 'object' ? leaves(node, [...path, name], [...parents, name]) : [];
  });
}

/** For lookups: a printed text as the key that `labels` uses. */
export function labelKey(text: string): string {
  return phraseKey(tokens(text));
}
