import type { Question } from '../question';
import type { ArrayQuestion } from '../tables/array-question';
import type { Items } from '../tables/items';
import type { RowReading } from '../tables/read-cells';
import type { View } from '../view';
import { type PricedRow, pricedRow } from './priced-row';

/** Points by which the right edges of amounts in one column may differ. */
const EDGE = 9;
/** Rows without an amount after which a list is over. */
const MOST_BETWEEN = 4;
/** Amounts that are added up one by one are rounded one by one. */
const CENT = 0.006;

/**
 * Evidence: a list of things with amounts at its right edge and no headings over it, as receipts, menus and plain
 * invoices have. "2 x 3.50" beside or below a thing are its quantity and price. A sum below that the amounts make proves
 * the list; without one, at least two things are asked for.
 */
export function pricedLines(question: ArrayQuestion, view: View): Items | null {
  const asked = askedOf(question.properties);
  if (asked === null) return null;
  const lists = listsIn(view).filter((list) => list.proven || list.things.length >= 2);
  const best = lists.sort((a, b) => Number(b.proven) - Number(a.proven) || b.things.length - a.things.length)[0];
  if (best === undefined) return null;
  const sure = best.proven ? 0.85 : 0.62;
  return {
    rows: best.things.map((thing) => readingsOf(thing, asked, sure)),
    score: best.proven ? 0.6 : 0.46,
    source: 'list',
  };
}

interface Asked {
  readonly name: Question;
  readonly quantity: Question | null;
  readonly price: Question | null;
  readonly amount: Question | null;
}

/** The properties that such a list answers; null where it is no list of priced things, or is asked for more than that. */
function askedOf(properties: readonly Question[]): Asked | null {
  const by = (id: string): Question | null => properties.find((one) => one.concept?.id === id) ?? null;
  const name = by('item-description') ?? properties.find((one) => one.kind === 'text' || one.kind === 'name') ?? null;
  const [quantity, price, amount] = [by('item-quantity'), by('item-unit-price'), by('item-amount')];
  const known = [name, quantity, price, amount].filter((one) => one !== null).length;
  if (name === null || (price === null && amount === null) || known * 2 < properties.length) return null;
  return { name, quantity, price, amount };
}

interface PricedList {
  readonly things: PricedRow[];
  proven: boolean;
}

function listsIn(view: View): PricedList[] {
  const lists: PricedList[] = [];
  let open: PricedList = { things: [], proven: false };
  let name: PricedRow | null = null;
  let between = 0;
  const close = (): void => {
    if (open.things.length > 0) lists.push(open);
    open = { things: [], proven: false };
    name = null;
    between = 0;
  };
  for (const row of view.rows) {
    const read = pricedRow(row, view);
    const last = open.things.at(-1);
    if (last !== undefined && (row.page !== last.page || between > MOST_BETWEEN)) close();
    if (read.kind === 'total') {
      open.proven = isSumOf(read.amount, open.things);
      close();
    } else if (read.kind === 'thing') {
      if (last !== undefined && !isUnder(read, last)) close();
      open.things.push(read);
      name = null;
      between = 0;
    } else if (read.kind === 'factors') {
      const named: PricedRow | null = name;
      if (read.amount !== null && named !== null) open.things.push(withFactors(named, read));
      else if (read.amount === null && last !== undefined) open.things.splice(-1, 1, withFactors(last, read));
      name = null;
      between = 0;
    } else {
      name = read.kind === 'name' ? read : null;
      between += 1;
    }
  }
  close();
  return lists;
}

/**
 * Amounts of one list share an edge, the right one or, where they stand apart from the names, the left one; those with a
 * currency need none.
 */
function isUnder(read: PricedRow, last: PricedRow): boolean {
  if ([read, last].every((one) => /[€£$]/.test(one.amount?.span.text ?? ''))) return true;
  if (Math.abs(read.right - last.right) <= EDGE) return true;
  return read.left !== null && last.left !== null && Math.abs(read.left - last.left) <= EDGE;
}

/** A thing with the quantity, price and, where it has none, the amount of the row below it. */
function withFactors(thing: PricedRow, factors: PricedRow): PricedRow {
  return {
    ...thing,
    kind: 'thing',
    quantity: factors.quantity ?? thing.quantity,
    price: factors.price ?? thing.price,
    amount: thing.amount ?? factors.amount,
    right: factors.amount === null ? thing.right : factors.right,
  };
}

function isSumOf(total: PricedRow['amount'], things: readonly PricedRow[]): boolean {
  if (total === null || things.length === 0) return false;
  const sum = things.reduce((all, thing) => all + (thing.amount?.value ?? 0), 0);
  return Math.abs(sum - total.value) < CENT * (things.length + 1);
}

function readingsOf(thing: PricedRow, asked: Asked, sure: number): RowReading[] {
  const single = asked.amount === null ? (thing.price ?? thing.amount) : thing.price;
  const parts: [Question | null, { readonly value: string | number; readonly span: RowReading['span'] } | null][] = [
    [asked.name, thing.name],
    [asked.quantity, thing.quantity],
    [asked.price, single],
    [asked.amount, thing.amount],
  ];
  return parts.flatMap(([property, part]) =>
    property === null || part === null
      ? []
      : [{ property, value: valueFor(property, part.value), span: part.span, score: sure, flags: [] }],
  );
}

function valueFor(property: Question, value: string | number): string | number {
  return property.node.type === 'string' ? String(value) : value;
}
