import type { ScalarShape } from '../../schema/proposed-field';
import { phrasesOf } from '../layout/lexicon/catalogue';
import type { Concept, ValueKind } from '../layout/lexicon/concept';
import { CONTRACT_CONCEPTS } from '../layout/lexicon/contracts';
import { TRAVEL_CONCEPTS } from '../layout/lexicon/mail-and-travel';
import { phraseKey, tokens } from '../layout/lexicon/tokens';
import { fold } from '../values/fold';

/** Wordings that weigh less may mean something else. */
const SURE = 0.9;

/**
 * The one concept of a catalogue that a label surely names and whose values are of this kind; null when none or several
 * do: "Date" alone may be any date.
 */
export function knownLabel(label: string, shape: ScalarShape | null, catalogue: readonly Concept[]): Concept | null {
  const key = phraseKey(tokens(label));
  if (key === '') return null;
  const meant = catalogue.filter(
    (concept) => (phrasesOf(concept).labels.get(key) ?? 0) >= SURE && (shape === null || holds(concept.kind, shape)),
  );
  const [only, ...more] = meant;
  return only === undefined || more.length > 0 || isFarFetched(label, only) ? null : only;
}

/** Words that a fuller name may add to a label. */
const ADDED = new Set('name number date id amount total gross item'.split(' '));

/** Meanings that only a kind of document gives its words: not every start is a flight's. */
const OF_ITS_KIND: ReadonlySet<Concept> = new Set([...CONTRACT_CONCEPTS, ...TRAVEL_CONCEPTS]);

/** Whether a value without a label beside it may be what a concept holds: its look alone tells nothing of a journey. */
export const isToldByLook = (concept: Concept): boolean => !OF_ITS_KIND.has(concept);

/** Whether the concept says more than the label: a single English word does not, nor does one that only its document explains. */
export function isFarFetched(label: string, concept: Concept): boolean {
  const words = tokens(label);
  const said = tokens(concept.id.replace(/^item-/, '').replaceAll('-', ' '));
  if (OF_ITS_KIND.has(concept) && !said.some((word) => words.includes(word))) return true;
  const isAsked = concept.asked.split('|').some((phrase) => phraseKey(tokens(phrase)) === phraseKey(words));
  return isAsked && words.length === 1 && said.some((word) => !words.includes(word) && !ADDED.has(word));
}

/** Whether values of this type can be what a concept holds. */
function holds(kind: ValueKind, { type, format }: ScalarShape): boolean {
  switch (kind) {
    case 'date':
      return type === 'date' || type === 'date-time';
    case 'amount':
    case 'quantity':
    case 'percent':
      return type === 'number' || type === 'integer';
    case 'email':
      return format === 'email';
    case 'url':
      return format === 'uri';
    default:
      return type === 'string' || (kind === 'identifier' && type === 'integer');
  }
}

/** Whether a label names several concepts of one kind equally well, and this one not by its own name. */
export function isContested(label: string, concept: Concept, catalogue: readonly Concept[]): boolean {
  const key = phraseKey(tokens(label));
  const rivals = catalogue.filter((one) => one.kind === concept.kind && (phrasesOf(one).labels.get(key) ?? 0) >= SURE);
  return rivals.length > 1 && !concept.id.startsWith(fold(label));
}
