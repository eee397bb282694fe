import type { ArrayNode, ScalarNode, SchemaNode } from '../../../schema/schema-node';
import { BOOKING_CONCEPTS, phrasesOf, ROW_CONCEPTS, TAXED_CONCEPTS } from '../lexicon/catalogue';
import type { Concept } from '../lexicon/concept';
import { nameTokens, phraseKey, tokens } from '../lexicon/tokens';
import { type Question, questionOf } from '../question';

/** One array of objects of the schema, its properties as questions. */
export interface ArrayQuestion {
  readonly path: readonly string[];
  readonly node: ArrayNode;
  readonly properties: readonly Question[];
}

const made = new WeakMap<ArrayNode, ArrayQuestion>();

/** The questions of an array's rows. What they mean depends on what the rows are: goods, bookings, rates of a tax. */
export function arrayQuestion(path: readonly string[], node: ArrayNode): ArrayQuestion {
  const held = made.get(node);
  if (held !== undefined && held.path.join('/') === path.join('/')) return held;
  const question = { path, node, properties: propertiesOf(path, node) };
  made.set(node, question);
  return question;
}

/** True for rows of goods and services: they have quantities, prices or amounts. */
export function areGoods({ properties }: ArrayQuestion): boolean {
  return properties.some((one) => GOODS.has(one.concept?.id ?? ''));
}

const GOODS = new Set(['item-quantity', 'item-unit-price', 'item-amount']);

function propertiesOf(path: readonly string[], node: ArrayNode): readonly Question[] {
  const leaves = rowLeaves(node.items, []);
  const asked = (catalogue: readonly Concept[]): Question[] => leaves.map((leaf) => askedAs(leaf, catalogue));
  const properties = asked(ROW_CONCEPTS);
  if (areTaxes(path, properties)) return asked(TAXED_CONCEPTS);
  return areBookings(properties) ? asked(BOOKING_CONCEPTS) : properties;
}

/** Dated amounts without quantities and prices: a statement's "description" is no item's. */
function areBookings(properties: readonly Question[]): boolean {
  const goods = properties.some((one) => one.concept?.id === 'item-quantity' || one.concept?.id === 'item-unit-price');
  return !goods && properties.some((one) => one.kind === 'date') && properties.some((one) => one.kind === 'amount');
}

/** "taxes", "vat_breakdown": rows of numbers only, under a name of taxes. */
function areTaxes(path: readonly string[], properties: readonly Question[]): boolean {
  const words = nameTokens(path.at(-1) ?? '');
  const numbers = properties.filter((one) => one.node.type === 'number' || one.node.type === 'integer');
  return words.some((word) => /^(?:tax(?:es)?|vat|rates?)$/.test(word)) && numbers.length * 2 > properties.length;
}

/** Names that say nothing beside the object they stand in: "price.amount" is the price. */
const CONTENT = /^(?:value|amount|number|text|content)$/i;

/** Words without which a text of a row is no day, whatever its description is like. */
const DAYS = new Set('date day when time since from to start end begin due birth deadline'.split(' '));

interface RowLeaf {
  readonly path: readonly string[];
  readonly node: ScalarNode;
}

/** A concept that lists the very name comes before one that is only like it: a "unit" is no number of "units". */
function askedAs(leaf: RowLeaf, catalogue: readonly Concept[]): Question {
  const called = CONTENT.test(leaf.path.at(-1) ?? '') && leaf.path.length > 1 ? leaf.path.slice(0, -1) : leaf.path;
  const name = called.at(-1) ?? '';
  const exact = exactFor(nameTokens(name), leaf.node, catalogue);
  const bare = withoutUnit(name);
  const isCalledMore = called !== leaf.path || bare !== name;
  const node = isCalledMore ? { ...leaf.node, title: bare } : leaf.node;
  const meant = questionOf(called, node, called.slice(0, -1), [...exact, ...catalogue]);
  const isNoDay =
    node.type === 'string' && meant.concept?.kind === 'date' && !nameTokens(name).some((word) => DAYS.has(word));
  const question = isNoDay ? questionOf(called, node, called.slice(0, -1), []) : meant;
  return { ...question, path: leaf.path, node: leaf.node };
}

/** "price_eur" is a price, "length_m" a length: columns are headed without the unit, or have it in brackets. */
export function withoutUnit(name: string): string {
  const bare = name.replace(UNIT, '');
  return bare.length > 2 ? bare : name;
}

const UNIT =
  /(?:_(?:in_)?(?:thousand|thousands|tsd|million|millions|mio|k|m))?_(?:in_)?(?:eur|euros?|usd|dollars?|gbp|chf|pln|czk|huf|nok|sek|dkk|brl|jpy|inr|k?m|cm|mm|sqm|m2|km2|ha|m3|litres?|l|ml|kg|g|mg|t|tonnes?|k?w|mw|k?wh|mwh|gwh|kcal|pct|percent(?:age)?|hours?|hrs|minutes?|mins?|seconds?|secs?|days?|years?|months?|celsius|c)$/i;

/** Concepts that list a name; of "item number" as a text, the codes of things first: it is no number of items. */
function exactFor(words: readonly string[], node: ScalarNode, catalogue: readonly Concept[]): readonly Concept[] {
  const key = phraseKey(words);
  const listed = catalogue.filter((concept) => phrasesOf(concept).labels.has(key));
  const exact = [...listed.filter((concept) => isAskedAs(concept, key)), ...listed];
  const last = words.at(-1) ?? '';
  if (node.type !== 'string' || words.length < 2 || !/^(?:number|id|code)$/.test(last)) return exact;
  const codes = exact.filter((concept) => concept.kind === 'identifier').reverse();
  return [...codes, ...exact.filter((concept) => !codes.includes(concept))];
}

/** Schemas call it so, not only documents: "position" is a number in a schema, on German paper it may be what is sold. */
function isAskedAs(concept: Concept, key: string): boolean {
  return concept.asked.split('|').some((phrase) => phraseKey(tokens(phrase)) === key);
}

function rowLeaves(node: SchemaNode, path: readonly string[]): RowLeaf[] {
  if (node.kind === 'scalar') return [{ path, node }];
  if (node.kind === 'array') return [];
  return [...node.properties].flatMap(([name, child]) => rowLeaves(child, [...path, name]));
}
