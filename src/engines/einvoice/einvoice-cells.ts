import type { Field } from '../../parsers/parsed-document';
import type { Cell, FillPhase } from '../../schema/cell';
import type { ObjectNode } from '../../schema/schema-node';
import { fields } from '../../schema/walk';
import { cellOf } from '../layout/cells';
import { type Question, questionsOf } from '../layout/question';
import { arrayQuestion } from '../layout/tables/array-question';
import type { View } from '../layout/view';
import type { Locale } from '../values/locale';
import { readValue } from '../values/scalar';
import { type InvoiceFacts, invoiceFacts } from './facts';
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
    const field = question.concept === null ? undefined : invoice.facts.get(question.concept.id);
    return field === undefined ? [] : cell(question, field, question.path, { invoice, places, phase, which: 'last' });
  });
  const arrays = fields(schema).flatMap(({ path, node }) => {
    if (node.kind !== 'array' || node.items.kind === 'scalar') return [];
    const { properties } = arrayQuestion(path, node);
    const known = properties.filter((property) => property.concept?.id.startsWith('item-'));
    if (known.length * 2 < properties.length || known.length === 0) return [];
    return invoice.lines.flatMap((line, index) =>
      known.flatMap((property) => {
        const field = line.get(property.concept?.id ?? '');
        const where = [...path, index, ...property.path];
        return field === undefined ? [] : cell(property, field, where, { invoice, places, phase, which: 'first' });
      }),
    );
  });
  return [...singles, ...arrays];
}

interface Context {
  readonly invoice: InvoiceFacts;
  readonly places: PrintedPlaces | null;
  readonly phase: FillPhase;
  readonly which: 'first' | 'last';
}

function cell(question: Question, field: Field, path: readonly (string | number)[], context: Context): Cell[] {
  const read = readValue(question.node, field.value, XML_LOCALE);
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
