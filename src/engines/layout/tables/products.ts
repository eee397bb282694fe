import { findNumbers } from '../../values/number';
import { CENT } from '../checks/amount';
import type { Question } from '../question';
import type { View } from '../view';
import type { Grid } from './grid';

const FACTORS = ['item-quantity', 'item-unit-price', 'item-amount'] as const;
/** Rows looked at. */
const SAMPLE = 40;
/** Share of rows in which the product must hold. */
const MOSTLY = 0.7;

type Columns = Map<Question, { column: number; weight: number }>;

/**
 * Quantity times price is the amount: where the mapped columns do not multiply out but another choice of number columns
 * does, that choice is right, whatever the headings say ("Amount" may head a quantity).
 */
export function settleByProduct(grid: Grid, properties: readonly Question[], columns: Columns, view: View): void {
  const [quantity, price, amount] = FACTORS.map((id) => properties.find((property) => property.concept?.id === id));
  if (quantity === undefined || price === undefined || amount === undefined) return;
  const numbers = grid.rows
    .slice(0, SAMPLE)
    .map((row) => row.map((cell) => (cell === null ? null : lastNumber(cell.text, view))));
  const holds = (q: number, p: number, a: number): boolean => share(numbers, q, p, a) >= MOSTLY;
  const now = [quantity, price, amount].map((property) => columns.get(property)?.column);
  const [q, p, a] = now;
  if (q !== undefined && p !== undefined && a !== undefined && mostlyRight(numbers, q, p, a)) return;
  const others = new Set(
    [...columns].filter(([property]) => ![quantity, price, amount].includes(property)).map(([, place]) => place.column),
  );
  const free = grid.headings
    .map((_, column) => column)
    .filter((column) => !others.has(column) && numbers.some((row) => row[column] != null));
  if (free.length > 12) return;
  let best: { readonly columns: readonly [number, number, number]; readonly kept: number } | null = null;
  for (const one of free) {
    for (const two of free) {
      for (const three of free) {
        if (one === two || two === three || one === three || !holds(one, two, three)) continue;
        const kept =
          Number(one === q) +
          Number(two === p) +
          Number(three === a) +
          (one < two ? 0.5 : 0) +
          (three > two ? 0.25 : 0);
        if (kept > (best?.kept ?? -1)) best = { columns: [one, two, three], kept };
      }
    }
  }
  if (best === null) return;
  for (const [order, property] of [quantity, price, amount].entries()) {
    const column = best.columns[order];
    if (column !== undefined) columns.set(property, { column, weight: 0.85 });
  }
}

/** What the headings say stands while it multiplies out, also where every quantity is one. */
function mostlyRight(rows: readonly (readonly (number | null)[])[], q: number, p: number, a: number): boolean {
  const known = rows.flatMap((row) => {
    const [quantity, price, amount] = [row[q], row[p], row[a]];
    return quantity == null || price == null || amount == null ? [] : [multiplies(quantity, price, amount)];
  });
  return known.length > 0 && known.filter(Boolean).length >= known.length * MOSTLY;
}

function multiplies(quantity: number, price: number, amount: number): boolean {
  return Math.abs(quantity * price - amount) <= Math.max(CENT, Math.abs(amount) * 0.002);
}

/** Share 0-1 of rows with all three numbers in which the product holds; 0 where no row has factors other than one. */
function share(rows: readonly (readonly (number | null)[])[], q: number, p: number, a: number): number {
  let known = 0;
  let right = 0;
  let telling = 0;
  for (const row of rows) {
    const [quantity, price, amount] = [row[q], row[p], row[a]];
    if (quantity == null || price == null || amount == null) continue;
    known += 1;
    const holds = multiplies(quantity, price, amount);
    if (holds) right += 1;
    if (holds && quantity !== 1 && price !== 1 && amount !== 0) telling += 1;
  }
  return known === 0 || telling === 0 ? 0 : right / known;
}

function lastNumber(text: string, view: View): number | null {
  return (
    findNumbers(text, view.locale)
      .filter((one) => !one.percent)
      .at(-1)?.value ?? null
  );
}
