import type { ObjectNode, ScalarNode } from '../../schema/schema-node';
import { type ConceptPhrases, FIELD_CONCEPTS, phrasesOf } from './lexicon/catalogue';
import type { Concept, ValueKind } from './lexicon/concept';
import { glossed } from './lexicon/glossary';
import { phraseKey, tokens } from './lexicon/tokens';
import { wordLikeness } from './likeness';
import { dayOrderIn, type OwnPhrase, ownPhrases } from './own-phrases';

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
      labels.set(key, Math.max(labels.get(key) ?? 0, weight * (concept === null || words.length > 1 ? 1 : ALONE)));
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
    kind:
      concept !== null &&
      !(concept.kind === 'date' && node.type === 'string' && (asksForTime(phrases) || asksForPeriod(phrases))) &&
      (concept.kind !== 'identifier' || certainty >= CERTAIN_OF_CODE)
        ? concept.kind
        : kindOfNode(node, phrases),
    labels,
    dayOrder: dayOrderIn(node.description),
    inMinutes: phrases.some((phrase) => phrase.words.includes('minute')),
    phrases: phrases.filter((phrase) => phrase.weight >= 0.8).map((phrase) => phrase.words),
  };
}

const CERTAIN_ENOUGH = 0.72;
/** A single word of its own is a label of many things ("date", "total"). */
const ALONE = 0.94;
/** A text is asked for as text; only where its name says so outright is it a number ("market" is no market value). */
const CERTAIN_OF_NUMBER = 0.9;
/** A meaning less sure than this does not make a text a code: an "account" may be called "Cash". */
const CERTAIN_OF_CODE = 0.9;

function meaningOf(
  phrases: readonly OwnPhrase[],
  node: ScalarNode,
  catalogue: readonly Concept[],
): { concept: Concept | null; certainty: number } {
  let best: { concept: Concept | null; certainty: number } = { concept: null, certainty: 0 };
  for (const concept of catalogue) {
    if (concept.kind === 'date' && isTimeOfDay(concept, node, phrases)) continue;
    if (!kindFits(concept.kind, node) || (isStay(concept) && asksForMinute(node, phrases))) continue;
    const likes = phrases.map(({ words }) =>
      concept.kind === 'name' && words.includes('address') && !/-(?:city|region)$/.test(concept.id)
        ? 0
        : likeness(words, phrasesOf(concept)),
    );
    const sum = phrases.reduce((most, phrase, index) => Math.max(most, phraseCertainty(phrase, likes[index] ?? 0)), 0);
    const second = likes.filter((like) => like > 0.9).length;
    const certainty = sum + (second > 1 ? 0.05 : 0);
    if (node.type === 'string' && NUMERIC.has(concept.kind) && certainty < CERTAIN_OF_NUMBER) continue;
    if (certainty > best.certainty) best = { concept, certainty };
  }
  return best.certainty >= CERTAIN_ENOUGH
    ? { concept: best.concept, certainty: Math.min(1, best.certainty) }
    : { concept: null, certainty: 0 };
}

/** A wording of several words that is met exactly says more than a single word does. */
function phraseCertainty(phrase: OwnPhrase, like: number): number {
  return phrase.weight * like + (like > 0.95 ? 0.12 * Math.min(4, phrase.words.length - 1) : 0);
}

/** 0-1 likeness of words with the closest way of asking for a concept: shared weight over all weight (Dice). */
function likeness(words: readonly string[], phrases: ConceptPhrases): number {
  let best = 0;
  for (const asked of phrases.asked) best = Math.max(best, wordLikeness(words, asked));
  return best;
}

/** "start_time" as text is no first day; "departure_time" is when a journey begins. */
function isTimeOfDay(concept: Concept, node: ScalarNode, phrases: readonly OwnPhrase[]): boolean {
  return node.type === 'string' && asksForTime(phrases) && /^flight-/.test(concept.id);
}

/** A stay begins and ends on a day; the "departure" and "arrival" whose minute is asked for are a journey's. */
const isStay = ({ id }: Concept): boolean => id === 'check-in' || id === 'check-out';

function asksForMinute(node: ScalarNode, phrases: readonly OwnPhrase[]): boolean {
  return (
    node.type === 'date-time' &&
    !phrases.some(
      (phrase) =>
        phrase.words.includes('check') || phrase.words.includes('checkin') || phrase.words.includes('checkout'),
    )
  );
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

/** "departure_time" as text is the time of day, not the day. */
function asksForTime(phrases: readonly OwnPhrase[]): boolean {
  const words = phrases.flatMap((phrase) => phrase.words);
  return words.includes('time') && !words.some((word) => word === 'date' || word === 'minute' || word === 'day');
}

/** "billing_period" as text is both its days, "period_start" one of them. */
function asksForPeriod(phrases: readonly OwnPhrase[]): boolean {
  const words = phrases.flatMap((phrase) => phrase.words);
  return words.includes('period') && !words.some((word) => ENDS_OF_PERIOD.has(word));
}

const ENDS_OF_PERIOD = new Set('start end from to first last begin beginning until date day'.split(' '));

function kindOfNode(node: ScalarNode, phrases: readonly OwnPhrase[]): ValueKind {
  if (node.type === 'string' && asksForTime(phrases)) return 'time';
  if (node.type === 'date' || node.type === 'date-time') return 'date';
  if (node.type === 'number' || node.type === 'integer') return 'amount';
  if (node.format === 'email') return 'email';
  if (node.format === 'uri' || node.format === 'url') return 'url';
  const words = phrases.flatMap((phrase) => phrase.words);
  if (words.includes('email')) return 'email';
  if (words.includes('website') || words.includes('url')) return 'url';
  if (words.includes('phone') || words.includes('fax')) return 'phone';
  if (words.includes('street') || words.includes('address')) return 'text';
  if (words.includes('number') || words.includes('id') || words.includes('code')) return 'identifier';
  if (words.includes('name') || phrases.some(({ words: own }) => isRole(own))) return 'name';
  return 'text';
}

/** Whom an agreement or a letter names by what they are in it. */
const ROLES = new Set(
  'provider client tenant landlord employee employer borrower lender buyer seller guest passenger patient doctor agent organizer licensor licensee'.split(
    ' ',
  ),
);

function isRole(words: readonly string[]): boolean {
  const meant = glossed(words);
  return meant.length === 1 && ROLES.has(meant[0] ?? '');
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
