import type { Question } from '../question';

type Columns = Map<Question, { column: number; weight: number }>;

/** How sure a column is that only its place between others names. */
const BY_PLACE = 0.5;
/** Share of a column's cells that must be of the property's kind. */
const FITTING = 0.8;
/** Columns that must be known by their headings before others are told by their place. */
const FEWEST_KNOWN = 2;

/** Columns, and kinds among them, that show an order without any heading known. */
const FEWEST_OF_ORDER = 4;
const FEWEST_KINDS = 3;
/** So many columns as there are properties are no chance. */
const SURELY_MANY = 6;

/**
 * Schemas name columns in the order they are printed in: between two known columns, as many unknown ones as there are
 * properties between theirs are taken in order, where the cells are of their kind.
 */
export function fillInOrder(
  properties: readonly Question[],
  width: number,
  fits: readonly (readonly number[])[],
  isOthers: (column: number) => boolean,
  columns: Columns,
): void {
  if (columns.size < FEWEST_KNOWN) {
    const agrees = properties.every((property, step) => (columns.get(property)?.column ?? step) === step);
    const open = [...properties.entries()].flatMap(([step, property]) => (columns.has(property) ? [] : [step]));
    if (agrees && properties.length === width && isOrderTold(properties, columns.size))
      place(open, open, properties, fits, columns);
    return;
  }
  const used = new Set([...columns.values()].map((place) => place.column));
  let run: number[] = [];
  let before = -1;
  for (const [order, property] of [...properties.entries(), [properties.length, null] as const]) {
    const known = property === null ? width : columns.get(property)?.column;
    if (known === undefined) {
      run.push(order);
      continue;
    }
    const free = Array.from({ length: Math.max(0, known - before - 1) }, (_, step) => before + 1 + step).filter(
      (column) => !used.has(column) && !isOthers(column),
    );
    if (free.length === run.length) place(run, free, properties, fits, columns);
    run = [];
    before = known;
  }
}

/**
 * As many columns as properties: that they come in the same order is shown by their kinds, if they differ enough, by one
 * heading known at its place, or by there being so many.
 */
function isOrderTold(properties: readonly Question[], known: number): boolean {
  const kinds = new Set(properties.map(({ node }) => node.type)).size;
  if (properties.length >= SURELY_MANY) return kinds > 1;
  if (known > 0) return properties.length >= FEWEST_OF_ORDER - 1 && kinds > 1;
  return properties.length >= FEWEST_OF_ORDER && kinds >= FEWEST_KINDS;
}

function place(
  run: readonly number[],
  free: readonly number[],
  properties: readonly Question[],
  fits: readonly (readonly number[])[],
  columns: Columns,
): void {
  const pairs = run.map((order, step) => ({ order, column: free[step] ?? -1 }));
  if (pairs.some(({ order, column }) => (fits[order]?.[column] ?? 0) < FITTING)) return;
  for (const { order, column } of pairs) {
    const property = properties[order];
    if (property !== undefined) columns.set(property, { column, weight: BY_PLACE });
  }
}
