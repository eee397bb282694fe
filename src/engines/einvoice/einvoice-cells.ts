import type { Field } from '../../parsers/parsed-document';
import type { Cell, FillPhase } from '../../schema/cell';
import type { ObjectNode } from '../../schema/schema-node';
import { fields } from '../../schema/walk';
import { cellOf } from '../layout/cells';
import { STRUCTURED_CONCEPTS } from '../layout/lexicon/structured-invoice';
import { nameTokens } from '../layout/lexicon/tokens';
import { type Question, questionOf, questionsOf } from '../layout/question';
import { arrayQuestion } from '../layout/tables/array-question';
import type { View } from '../layout/view';
import { findDates } from '../values/date';
import type { Locale } from '../values/locale';
import { type ReadValue, readValue } from '../values/scalar';
import { type FactList, type InvoiceFacts, invoiceFacts } from './facts';
import { type PrintedPlaces, printedPlaces } from './printed';

/** How sure a stated fact is: the sender's own data, short of certainty. */
const STATED = 0.98;

/** XML writes numbers and days one way only. */
const XML_LOCALE: Locale = { decimal: '.', dayOrder: 'dmy', dayOrderSeen: true, blankGroups: false, language: null };

/**
 * Evidence before all other: the structured invoice that the document is or carries (Factur-X, ZUGFeRD, XRechnung,
 * UBL). A value is cited where it is printed on the page, else where the XML states it.
 */
export function einvoiceCells(schema: ObjectNode, view: View, phase: FillPhase): Cell[] {
  const invoice = invoiceFacts(view.document);
  if (invoice === null) return [];
  const places = invoice.attachment === null ? null : printedPlaces(view);
  const singles = questionsOf(schema).flatMap((question) => {
    const [meant, field] = statedFor(question, invoice);
    return field === undefined ? [] : cell(meant, field, question.path, { invoice, places, phase, which: 'last' });
  });
  const arrays = fields(schema).flatMap(({ path, node }) => {
    if (node.kind !== 'array' || node.items.kind === 'scalar') return [];
    const { properties } = arrayQuestion(path, node);
    const list = listFor(path, properties, invoice);
    if (list === null) return [];
    return list.facts.flatMap((row, index) =>
      list.properties.flatMap((property) => {
        const field = row.get(property.concept?.id ?? '');
        const where = [...path, index, ...property.path];
        return field === undefined ? [] : cell(property, field, where, { invoice, places, phase, which: 'first' });
      }),
    );
  });
  return [...singles, ...arrays];
}

/** The fact that answers a question, by its usual meaning, else by what only structured invoices state. */
function statedFor(question: Question, invoice: InvoiceFacts): readonly [Question, Field | undefined] {
  const usual = invoice.facts.get(question.concept?.id ?? '');
  if (usual !== undefined) return [question, usual];
  const meant = questionOf(question.path, question.node, question.path.slice(0, -1), STRUCTURED_CONCEPTS);
  return [meant, invoice.facts.get(meant.concept?.id ?? '')];
}

/** The list whose rows state most of what an array asks for, at least half of it; null where none does. */
function listFor(
  path: readonly string[],
  properties: readonly Question[],
  invoice: InvoiceFacts,
): (FactList & { readonly properties: readonly Question[] }) | null {
  const charges = nameTokens(path.at(-1) ?? '').some((word) => /^(?:charges?|allowances?|discounts?|fees)$/.test(word));
  const asked = charges ? properties.map((one) => questionOf(one.path, one.node, [], CHARGE_CONCEPTS)) : properties;
  const fitting = invoice.lists
    .map((list) => ({
      ...list,
      properties: asked.filter((one) => one.concept?.id.startsWith(`${list.rows}-`) === true),
    }))
    .filter((list) => list.properties.length > 0 && list.properties.length * 2 >= properties.length);
  return fitting.sort((a, b) => b.properties.length - a.properties.length)[0] ?? null;
}

const CHARGE_CONCEPTS = STRUCTURED_CONCEPTS.filter((concept) => /^charge-(?!total)/.test(concept.id));

interface Context {
  readonly invoice: InvoiceFacts;
  readonly places: PrintedPlaces | null;
  readonly phase: FillPhase;
  readonly which: 'first' | 'last';
}

function cell(question: Question, field: Field, path: readonly (string | number)[], context: Context): Cell[] {
  const read = readStated(question, field.value);
  if (read === null) return [];
  const own = {
    page: field.page,
    box: field.box,
    text: field.value,
    locator: field.locator,
    attachment: context.invoice.attachment,
  };
  const span = context.places?.find(read.value, context.which) ?? own;
  return [
    cellOf({ question, value: read.value, span, score: STATED, source: 'e-invoice', flags: [] }, path, context.phase),
  ];
}

/** Days are stated as digits; asked for as text they are given as ISO 8601 like all days. */
function readStated(question: Question, text: string): Pick<ReadValue, 'value'> | null {
  if (question.kind === 'date' && question.node.type === 'string') {
    const [found] = findDates(text, XML_LOCALE);
    if (found !== undefined) return { value: found.day };
  }
  return readValue(question.node, text, XML_LOCALE);
}
