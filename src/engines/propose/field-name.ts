import type { JsonValue } from '../../schema/json';
import { MOST_EXAMPLES, type ProposedField } from '../../schema/proposed-field';
import { titleOf } from '../../schema/title';
import type { Concept } from '../layout/lexicon/concept';
import { phraseKey, tokens } from '../layout/lexicon/tokens';
import { fold } from '../values/fold';
import type { Locale } from '../values/locale';
import { exampleOf } from './example-of';
import type { Sighting } from './sighting';

/** Characters of a name; a longer label is a sentence. */
const LONGEST_NAME = 60;

/** A label as a property name: "Rechnungs-Nr.", "invoiceNo" and "Total (EUR)" become rechnungs_nr, invoice_no, total_eur. */
export function snakeName(label: string): string {
  const plain = fold(label.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/%/g, ' percent '))
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .slice(0, LONGEST_NAME)
    .replace(/^_+|_+$/g, '');
  return /^\p{N}/u.test(plain) ? `field_${plain}` : plain;
}

/** Concepts whose ids are not how people ask for them. */
const ASKED_AS: Readonly<Record<string, string>> = {
  balance: 'closing_balance',
  'contract-parties': 'parties',
  'guest-count': 'number_of_guests',
  'net-booked': 'net_amount_booked',
  'our-reference': 'seller_reference',
  'package-count': 'number_of_packages',
  'receipt-number': 'ticket_number',
  'your-reference': 'customer_reference',
};

/** The name a concept has in every schema proposed: a column's without the word that it is one. */
export const conceptName = ({ id }: Concept): string => ASKED_AS[id] ?? id.replace(/^item-/, '').replaceAll('-', '_');

/**
 * Names what was seen, in the order given. A known thing has the name of its concept, anything else one made of its label;
 * what would have the name or the label of an earlier one is that one seen again, unless its place says more of it.
 */
export function nameSightings(sightings: readonly Sighting[], locale: Locale): ProposedField[] {
  const named = new Map<string, ProposedField>();
  const seen = new Set<string>();
  for (const sighting of sightings) {
    const { label, callings, concept, shape } = sighting;
    const key = label === null ? null : `${callings.length} ${phraseKey(tokens(label))}`;
    if (key !== null && callings.length === 1 && seen.has(key)) continue;
    const known = concept === null ? null : conceptName(concept);
    const names = [...(known === null ? [] : [known]), ...callings.map(snakeName)];
    const name = names.find((one) => one !== '' && !named.has(one));
    if (name === undefined) continue;
    if (key !== null) seen.add(key);
    const isKnown = name === known;
    named.set(name, {
      name,
      title: label === null || (isKnown && !isSpelled(label, name)) ? titleOf(name) : titleOfLabel(label, name),
      labels: label === null ? [] : [label],
      meaning: isKnown && concept !== null ? concept.id : null,
      shape,
      examples: examplesOf(sighting, locale),
      isAsked: false,
    });
  }
  return [...named.values()];
}

const isSpelled = (label: string, name: string): boolean => /\p{Lu}/u.test(label) && snakeName(label) === name;

/** A printed label is what people call it; a name made for machines ("cbc:IssueDate") is not. */
function titleOfLabel(label: string, name: string): string {
  const words = label.trim();
  if (!/\s/.test(words) && !/^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u.test(words)) return titleOf(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What stands there, each once. */
function examplesOf({ shape, texts, value }: Sighting, locale: Locale): JsonValue[] {
  if (shape.kind === 'table') return [];
  if (value !== undefined) return [value];
  const values = new Map<string, JsonValue>();
  for (const text of texts) {
    if (values.size >= MOST_EXAMPLES) break;
    const example = exampleOf(text, shape.kind === 'list' ? shape.of : shape, locale);
    if (example !== null) values.set(JSON.stringify(example), example);
  }
  return [...values.values()];
}
