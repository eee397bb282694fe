import type { ParsedDocument } from '../../parsers/parsed-document';
import type { ObjectNode } from '../../schema/schema-node';
import { addressReadings } from './evidence/addresses';
import { balanceReadings } from './evidence/balances';
import { bookedPlaceReadings } from './evidence/booked-places';
import { bylineReadings } from './evidence/bylines';
import { payableAsTotal, provenByChange } from './evidence/cash-change';
import { columnTotalReadings } from './evidence/column-totals';
import { contactLineReadings } from './evidence/contact-lines';
import { countedReadings } from './evidence/counted';
import { crossingReadings } from './evidence/crossings';
import { dateRangeReadings } from './evidence/date-ranges';
import { declaredReadings } from './evidence/declared';
import { definedTermReadings } from './evidence/defined-terms';
import { eventDayReadings } from './evidence/event-days';
import { sumOfParts } from './evidence/executed-parts';
import { flattenedReadings, flattenedRowReadings } from './evidence/flattened';
import { fullNameReadings } from './evidence/full-names';
import { holdingReadings } from './evidence/holdings';
import { journeyReadings } from './evidence/journeys';
import { labelledReadings } from './evidence/labelled';
import { legReadings } from './evidence/legs';
import { lodgingReadings } from './evidence/lodgings';
import { loneDateReadings } from './evidence/lone-date';
import { mailReadings } from './evidence/mails';
import { parcelReadings } from './evidence/parcels';
import { partyReadings } from './evidence/parties';
import { patternReadings } from './evidence/patterns';
import { paymentWordReadings } from './evidence/payment-words';
import { peopleReadings } from './evidence/people';
import { proseReadings } from './evidence/prose';
import { receiptTimeReadings } from './evidence/receipt-times';
import { securityReadings } from './evidence/securities';
import { sentenceReadings } from './evidence/sentences';
import { stampedDateReadings } from './evidence/stamped-dates';
import { agreeTotals } from './evidence/sums';
import { tableTotalReadings } from './evidence/table-totals';
import { taxIdReadings } from './evidence/tax-ids';
import { taxRateReadings } from './evidence/tax-rates';
import { tickedReadings } from './evidence/ticked';
import { timeWindowReadings } from './evidence/time-windows';
import { titledPeopleReadings } from './evidence/titled-people';
import { titleReadings } from './evidence/titles';
import { unitReadings } from './evidence/units';
import { FIELD_CONCEPTS, phrasesOf } from './lexicon/catalogue';
import type { Concept } from './lexicon/concept';
import { fitsHeader } from './mail-header';
import { type Question, questionsOf } from './question';
import type { Reading } from './reading';
import { showsBoxes } from './tick-groups';
import type { View } from './view';

/** Where values come from. Each looks at the whole document for all questions; adding a kind of evidence is one line. */
const SOURCES: readonly ((view: View, questions: readonly Question[]) => Reading[])[] = [
  declaredReadings,
  (view, questions) =>
    labelledReadings(
      view,
      questions.filter((question) => question.kind !== 'vat-id'),
    ),
  patternReadings,
  taxIdReadings,
  partyReadings,
  addressReadings,
  proseReadings,
  sentenceReadings,
  definedTermReadings,
  peopleReadings,
  mailReadings,
  fullNameReadings,
  titledPeopleReadings,
  parcelReadings,
  contactLineReadings,
  bylineReadings,
  lodgingReadings,
  bookedPlaceReadings,
  journeyReadings,
  legReadings,
  eventDayReadings,
  timeWindowReadings,
  loneDateReadings,
  stampedDateReadings,
  dateRangeReadings,
  receiptTimeReadings,
  taxRateReadings,
  paymentWordReadings,
  titleReadings,
  securityReadings,
  holdingReadings,
  balanceReadings,
  columnTotalReadings,
  tableTotalReadings,
  flattenedReadings,
  flattenedRowReadings,
  countedReadings,
  unitReadings,
  tickedReadings,
  crossingReadings,
];

export interface Gathered {
  readonly questions: readonly Question[];
  readonly readings: readonly Reading[];
}

const kept = new WeakMap<ParsedDocument, WeakMap<ObjectNode, Gathered>>();

/** Everything any source says about the single fields of a schema. The phases share it; made once. */
export function gather(view: View, schema: ObjectNode): Gathered {
  const bySchema = kept.get(view.document) ?? new WeakMap<ObjectNode, Gathered>();
  kept.set(view.document, bySchema);
  const held = bySchema.get(schema);
  if (held !== undefined) return held;
  const questions = questionsOf(schema);
  const all = [...questions, ...silentQuestions(questions)];
  const said = SOURCES.flatMap((source) => source(view, all)).filter(
    (one) => !isRowOfBoxes(one) && fitsHeader(one, view),
  );
  const found = sumOfParts(said);
  const readings = agreeTotals(provenByChange(payableAsTotal(found, all), all), all, view);
  const gathered = { questions, readings };
  bySchema.set(schema, gathered);
  return gathered;
}

/** Boxes to be ticked are no value: what is ticked is. */
function isRowOfBoxes({ value }: Reading): boolean {
  return typeof value === 'string' && showsBoxes(value);
}

/** Totals nobody asked for are looked for all the same: they prove the ones that were. */
function silentQuestions(questions: readonly Question[]): Question[] {
  const parts = ['total-net', 'total-tax', 'total-gross', 'amount-due', 'paid-amount', 'cash-given', 'change-given'];
  const asked = new Set(questions.map((question) => question.concept?.id));
  if (!parts.some((part) => asked.has(part))) return [];
  return FIELD_CONCEPTS.filter((concept) => parts.includes(concept.id) && !asked.has(concept.id)).map((concept) =>
    silent(concept),
  );
}

function silent(concept: Concept): Question {
  const node = {
    kind: 'scalar',
    title: '',
    description: '',
    type: 'number',
    choices: null,
    pattern: null,
    format: null,
    minimum: null,
    maximum: null,
  } as const;
  return {
    path: [],
    node,
    concept,
    certainty: 1,
    kind: concept.kind,
    labels: phrasesOf(concept).labels,
    phrases: [],
    dayOrder: null,
    inMinutes: false,
  };
}
