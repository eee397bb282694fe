import { phrasesOf } from '../layout/lexicon/catalogue';
import type { Concept, ValueKind } from '../layout/lexicon/concept';
import { contentTokens, phraseKey, tokens } from '../layout/lexicon/tokens';
import type { ScalarShape } from './proposed-field';

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
  return only === undefined || more.length > 0 || isFarFetched(key, only) ? null : only;
}

/** Words that a fuller name may add to a label. */
const ADDED = new Set('name number date id amount total gross item'.split(' '));

/** A single English word does not say what a longer name would: a "city" is not always the hotel's. */
function isFarFetched(key: string, concept: Concept): boolean {
  const isAsked = concept.asked.split('|').some((phrase) => phraseKey(tokens(phrase)) === key);
  if (!isAsked || key.includes(' ')) return false;
  return tokens(concept.id.replace(/^item-/, '').replaceAll('-', ' ')).some((word) => word !== key && !ADDED.has(word));
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

const CODE_WORDS = new Set(
  'number id code reference phone fax zip postal plz postcode sku ean gtin isbn iban bic swift wkn isin version'.split(
    ' ',
  ),
);

/** Whether a label names a code, whose digits are no quantity. */
export function namesCode(label: string): boolean {
  if (namesCount(label)) return false;
  const words = contentTokens(tokens(label.replace(/_/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')));
  return CODE_WORDS.has(words.at(-1) ?? '') || CODE_WORDS.has(words[0] ?? '');
}

/** "Number of pages", "Anzahl der Seiten", "nombre de pages". */
export const namesCount = (label: string): boolean =>
  /^(?:the )?(?:number|no\.?|count)[\s_]+of\b|^how many\b|^(?:anzahl|aantal)\b|^nombre d/i.test(label.trim());
