import type { Concept } from './concept';
import { CONTRACT_CONCEPTS } from './contracts';
import { INVOICE_CONCEPTS } from './invoice';
import { LINE_ITEM_CONCEPTS } from './line-items';
import { TRAVEL_CONCEPTS } from './mail-and-travel';
import { PAGE_CONCEPTS } from './pages-and-people';
import { PARTY_CONCEPTS, PARTY_PART_CONCEPTS } from './parties';
import { RECEIPT_CONCEPTS } from './receipts';
import { REFERENCE_CONCEPTS } from './references';
import { STATEMENT_CONCEPTS } from './statements';
import { TAX_ROW_CONCEPTS } from './tax-rows';
import { contentTokens, phraseKey, tokens } from './tokens';
import { TOTAL_CONCEPTS } from './totals';

const OTHER_CONCEPTS = [...STATEMENT_CONCEPTS, ...TRAVEL_CONCEPTS, ...PAGE_CONCEPTS, ...CONTRACT_CONCEPTS];

/** What a single field of a document may mean. */
export const FIELD_CONCEPTS: readonly Concept[] = [
  ...INVOICE_CONCEPTS,
  ...TOTAL_CONCEPTS,
  ...PARTY_CONCEPTS,
  ...PARTY_PART_CONCEPTS,
  ...REFERENCE_CONCEPTS,
  ...RECEIPT_CONCEPTS,
  ...CONTRACT_CONCEPTS,
  ...PAGE_CONCEPTS,
  ...STATEMENT_CONCEPTS,
  ...TRAVEL_CONCEPTS,
];

/** What a property of a row may mean: the columns of item tables and statements first. */
export const ROW_CONCEPTS: readonly Concept[] = [
  ...LINE_ITEM_CONCEPTS,
  ...OTHER_CONCEPTS,
  ...PARTY_CONCEPTS,
  ...INVOICE_CONCEPTS,
];

/** The same for rows that are dated bookings and not goods. */
export const BOOKING_CONCEPTS: readonly Concept[] = [...STATEMENT_CONCEPTS, ...ROW_CONCEPTS];

/** The same for rows that are the rates of a tax. */
export const TAXED_CONCEPTS: readonly Concept[] = [...TAX_ROW_CONCEPTS, ...ROW_CONCEPTS];

/** A concept's phrases as word lists, made once. */
export interface ConceptPhrases {
  readonly concept: Concept;
  readonly asked: readonly (readonly string[])[];
  /** Printed label (see `phraseKey`) to weight 0-1. */
  readonly labels: ReadonlyMap<string, number>;
}

const made = new Map<Concept, ConceptPhrases>();

export function phrasesOf(concept: Concept): ConceptPhrases {
  const held = made.get(concept);
  if (held !== undefined) return held;
  const labels = new Map<string, number>();
  const add = (phrases: string, weight: number): void => {
    const listed = phrases.split('|');
    for (const [order, phrase] of listed.entries()) {
      const key = phraseKey(tokens(phrase));
      const usual = weight * (1 - (0.06 * order) / listed.length);
      if (key !== '' && (labels.get(key) ?? 0) < usual) labels.set(key, usual);
    }
  };
  add(concept.asked, 0.97);
  add(concept.printed, 1);
  for (const phrase of (concept.weak ?? '').split('|')) if (phrase !== '') labels.set(phraseKey(tokens(phrase)), 0.55);
  const phrases = {
    concept,
    asked: [...concept.asked.split('|'), ...concept.printed.split('|')]
      .filter((phrase) => phrase !== '')
      .map((phrase) => contentTokens(tokens(phrase))),
    labels,
  };
  made.set(concept, phrases);
  return phrases;
}
