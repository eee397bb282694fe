import type { CellFlag } from '../../../schema/cell';
import type { JsonValue } from '../../../schema/json';
import { CENT } from '../checks/amount';
import type { Question } from '../question';
import type { Span } from '../span';
import type { View } from '../view';
import { answersInCell } from './cell-answers';
import { asksForName, firstLines } from './first-lines';
import type { ColumnMap } from './map-columns';
import { type Direction, isBookedAmount, signBehind, signOf } from './signs';

/** One property of one row, read. */
export interface RowReading {
  readonly property: Question;
  readonly value: JsonValue;
  readonly span: Span;
  readonly score: number;
  readonly flags: readonly CellFlag[];
}

export type RowReadings = readonly RowReading[];

/** True for words, which may go on in another line; numbers, days and codes do not. */
export function isText(one: RowReading): boolean {
  return one.property.kind === 'text' || one.property.kind === 'name';
}

/** What the cells of one row answer; of several numbers in the amount's cell the one that quantity and price make. */
export function readCells(
  row: readonly (Span | null)[],
  map: ColumnMap,
  view: View,
  limits: readonly number[] = [],
): RowReading[] {
  const read = readEach(row, map, view, limits);
  const by = (id: string): RowReading | undefined => read.find((one) => one.property.concept?.id === id);
  const [quantity, price, amount] = ['item-quantity', 'item-unit-price', 'item-amount'].map(by);
  if (quantity === undefined || price === undefined || amount === undefined) return read;
  const product = Number(quantity.value) * Number(price.value);
  const made = answersInCell(amount.property, amount.span.text, view).find(
    (one) => Math.abs(Number(one.value) - product) <= CENT,
  );
  if (made === undefined || made.value === amount.value) return read;
  return read.map((one) => (one === amount ? { ...amount, value: made.value } : one));
}

function readEach(row: readonly (Span | null)[], map: ColumnMap, view: View, limits: readonly number[]): RowReading[] {
  return [...map.columns].flatMap(([property, { column, weight }]): RowReading[] => {
    const place = isBookedAmount(property)
      ? booked(row, column, map.direction)
      : { cell: row[column] ?? null, sign: 1 as const };
    const whole = place.cell;
    if (whole === null) return [];
    const named = whole.locator === null && asksForName(property);
    const cell = named ? firstLines(whole, limits[column] ?? 0, view) : whole;
    const answers = answersInCell(property, cell.text, view);
    const found = property.kind === 'amount' ? answers.at(-1) : answers[0];
    const printed = cell.locator === null && property.concept?.id === 'item-description';
    const bare = found !== undefined && printed ? withoutCodes(found) : found;
    if (bare === undefined) return [];
    const answer = signed(asPrinted(property, bare, cell.text), place.sign);
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
  const cell = row[column] ?? null;
  if (direction === null) return { cell, sign: 1 };
  if (direction.kind === 'behind') return { cell, sign: signBehind(cell?.text ?? '') };
  if (direction.kind === 'word') return { cell, sign: signOf(row[direction.column]?.text ?? '') };
  const debit = row[direction.debit] ?? null;
  const credit = row[direction.credit] ?? null;
  return debit !== null && /[1-9]/.test(debit.text) ? { cell: debit, sign: -1 } : { cell: credit, sign: 1 };
}

/** A rate asked for as text keeps its sign: "20%". */
function asPrinted<T extends { readonly value: JsonValue }>(property: Question, answer: T, text: string): T {
  if (property.node.type !== 'string' || property.kind !== 'percent') return answer;
  return text.trim() === `${answer.value}%` ? { ...answer, value: text.trim() } : answer;
}

/** A minus that is printed already is not doubled. */
function signed<T extends { readonly value: JsonValue }>(answer: T, sign: 1 | -1): T {
  return sign < 0 && typeof answer.value === 'number' && answer.value > 0
    ? { ...answer, value: -answer.value }
    : answer;
}

/** Characters of a description that may have codes with it: what goes on for longer is a text. */
const LONGEST_DESCRIPTION = 1_000;

/** A description without the codes printed with it: "GTIN: 4006381333931" behind, "AB-12-03 -" before. */
function withoutCodes<T extends { readonly value: JsonValue }>(answer: T): T {
  const text = String(answer.value);
  if (text.length > LONGEST_DESCRIPTION) return answer;
  const short = text
    .replace(/\s+(?:GTIN|EAN|ISBN|SKU|HSN|UPC|Art\.? ?-?Nr\.?|Artikel-?Nr\.?)\s?[:#.].*$/iu, '')
    .replace(/\s*:$/, '')
    .replace(/^(?=\S*\d)[A-Z\d]+(?:[-_/][A-Z\d]+)+\s+(?:[-–]\s+)?(?=\p{L})/u, '');
  return short === '' ? answer : { ...answer, value: short };
}
