import type { CellFlag } from '../../../schema/cell';
import type { JsonValue } from '../../../schema/json';
import { answersIn } from '../answer-text';
import type { Question } from '../question';
import { type Span, union } from '../span';
import type { View } from '../view';
import type { Grid } from './grid';
import type { ColumnMap } from './map-columns';
import { type Direction, isBookedAmount, signOf } from './signs';
import { isTotalRow } from './total-row';

/** One property of one row, read. */
export interface RowReading {
  readonly property: Question;
  readonly value: JsonValue;
  readonly span: Span;
  readonly score: number;
  readonly flags: readonly CellFlag[];
}

export type RowReadings = readonly RowReading[];

/**
 * The items of a mapped grid. Totals, repeated headings and empty rows are left out; a row that only goes on with the
 * text of the one above is joined to it.
 */
export function readRows(grid: Grid, map: ColumnMap, view: View): RowReadings[] {
  const items: RowReading[][] = [];
  const anchored = grid.rows.some((row) => isPriced(readRow(row, map, view)));
  for (const row of grid.rows) {
    const texts = row.map((cell) => cell?.text ?? '');
    if (texts.every((text) => text === '') || isRepeatedHeading(texts, grid.headings)) continue;
    const declared = grid.source === 'table' && row.some((cell) => cell?.locator != null);
    const item = readRow(row, map, view);
    if (!declared && !isPriced(item) && isTotalRow(texts.filter((text) => text !== ''))) {
      if (items.length > 0) break;
      continue;
    }
    const last = items.at(-1);
    if (item.length === 0) continue;
    if (!declared && anchored && !isAnchor(item)) {
      if (last !== undefined) carryOn(last, item);
      continue;
    }
    if (!declared && last !== undefined && goesOn(item, last, map, row)) join(last, item);
    else items.push(item);
  }
  return items.filter(
    (item) => item.length > 1 || map.columns.size === 1 || item.some((one) => one.property.kind !== 'text'),
  );
}

/** Where rows have quantities and prices, a row without an amount of its own only goes on with the one above. */
function isAnchor(item: readonly RowReading[]): boolean {
  const has = (id: string): boolean => item.some((one) => one.property.concept?.id === id);
  const amountAsked = item.some((one) => one.property.concept?.id === 'item-amount') || !has('item-unit-price');
  return (
    isPriced(item) ||
    (amountAsked && has('item-amount') && (has('item-quantity') || has('item-unit-price') || has('item-description')))
  );
}

/** Gap in heights of the text within which a description goes on. */
const CLOSE = 0.5;

/** What a row without an amount adds to the item above: more of its description, or the price that a deduction leaves ("= 19.00"). */
function carryOn(last: RowReading[], more: readonly RowReading[]): void {
  for (const part of more) {
    const index = last.findIndex((one) => one.property === part.property);
    const held = last[index];
    if (held === undefined || held.span.page !== part.span.page) continue;
    const id = part.property.concept?.id;
    if (id === 'item-unit-price' && part.span.text.includes('=')) last[index] = part;
    const gap = part.span.box.y - (held.span.box.y + held.span.box.height);
    if (id === 'item-description' && gap < part.span.box.height * CLOSE && !LABELLED.test(part.span.text))
      join(last, [part]);
  }
}

/** "Product origin: Spain" is a remark and no description. */
const LABELLED = /:$|^[^:]{2,30}: /;

/** A row with a quantity and a price is an item, whatever it is called ("Transport", "Total station"). */
function isPriced(item: readonly RowReading[]): boolean {
  return ['item-quantity', 'item-unit-price'].every((id) => item.some((one) => one.property.concept?.id === id));
}

function readRow(row: readonly (Span | null)[], map: ColumnMap, view: View): RowReading[] {
  return [...map.columns].flatMap(([property, { column, weight }]): RowReading[] => {
    const place = isBookedAmount(property)
      ? booked(row, column, map.direction)
      : { cell: row[column] ?? null, sign: 1 as const };
    const { cell } = place;
    if (cell === null) return [];
    const answers = answersIn(property, cell.text, view.locale);
    const found = property.kind === 'amount' ? answers.at(-1) : answers[0];
    const printed = cell.locator === null && property.concept?.id === 'item-description';
    const whole = found !== undefined && printed ? withoutCodes(found) : found;
    const answer = whole === undefined ? undefined : signed(whole, place.sign);
    if (answer === undefined) return [];
    return [
      {
        property,
        value: answer.value,
        span: cell,
        score: Math.min(1, 0.35 + 0.6 * weight) * (0.6 + 0.4 * answer.fit),
        flags: answer.flags,
      },
    ];
  });
}

/** The cell that holds a booking's amount, and which way the money went: -1 for out. */
function booked(
  row: readonly (Span | null)[],
  column: number,
  direction: Direction,
): { readonly cell: Span | null; readonly sign: 1 | -1 } {
  if (direction === null) return { cell: row[column] ?? null, sign: 1 };
  if (direction.kind === 'word') return { cell: row[column] ?? null, sign: signOf(row[direction.column]?.text ?? '') };
  const debit = row[direction.debit] ?? null;
  const credit = row[direction.credit] ?? null;
  return debit !== null && /[1-9]/.test(debit.text) ? { cell: debit, sign: -1 } : { cell: credit, sign: 1 };
}

/** A minus that is printed already is not doubled. */
function signed<T extends { readonly value: JsonValue }>(answer: T, sign: 1 | -1): T {
  return sign < 0 && typeof answer.value === 'number' && answer.value > 0
    ? { ...answer, value: -answer.value }
    : answer;
}

/** A description without the codes printed with it: "GTIN: 4006381333931" behind, "AB-12-03 -" before. */
function withoutCodes<T extends { readonly value: JsonValue }>(answer: T): T {
  const text = String(answer.value);
  const short = text
    .replace(/\s+(?:GTIN|EAN|ISBN|SKU|HSN|UPC|Art\.? ?-?Nr\.?|Artikel-?Nr\.?)\s?[:#.].*$/iu, '')
    .replace(/^(?=\S*\d)[A-Z\d]+(?:[-_/][A-Z\d]+)+\s+(?:[-–]\s+)?(?=\p{L})/u, '');
  return short === '' ? answer : { ...answer, value: short };
}

/** Only text, no amount, while the item above has its amounts: the text went on to another line. */
function goesOn(
  item: readonly RowReading[],
  last: readonly RowReading[],
  map: ColumnMap,
  row: readonly (Span | null)[],
): boolean {
  if (map.columns.size < 2) return false;
  const numeric = (one: RowReading): boolean => typeof one.value === 'number';
  if (item.some(numeric) || !last.some(numeric)) return false;
  return (
    item.length === 1 &&
    item.every((one) => one.property.kind === 'text' || one.property.kind === 'name') &&
    row.filter((cell) => cell !== null).length === 1 &&
    !LABELLED.test(item[0]?.span.text ?? '')
  );
}

function join(last: RowReading[], more: readonly RowReading[]): void {
  for (const part of more) {
    const index = last.findIndex((one) => one.property === part.property);
    const held = last[index];
    if (held === undefined) last.push(part);
    else if (held.span.page === part.span.page) {
      const text = `${held.span.text} ${part.span.text}`;
      last[index] = {
        ...held,
        value: `${held.value} ${part.value}`,
        span: { ...held.span, box: union(held.span.box, part.span.box), text },
      };
    }
  }
}

function isRepeatedHeading(texts: readonly string[], headings: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length > 1 && texts.every((text, column) => text === '' || text === headings[column]);
}
