import type { Cell, FillPhase } from '../../schema/cell';
import type { Reading } from './reading';
import type { Items } from './tables/items';

/** No reading is ever certain. */
const HIGHEST = 0.99;

export function cellOf(reading: Reading, path: readonly (string | number)[], phase: FillPhase): Cell {
  const { page, box, text, locator, attachment } = reading.span;
  return {
    path,
    value: reading.value,
    confidence: Math.round(Math.min(HIGHEST, Math.max(0, reading.score)) * 1000) / 1000,
    citations: [{ page, box, text, locator, attachment }],
    filledBy: phase,
    source: reading.source,
    flags: reading.flags,
  };
}

export function cellsOfItems(items: Items, path: readonly string[], phase: FillPhase): Cell[] {
  return items.rows.flatMap((row, index) =>
    row.map((one) =>
      cellOf({ ...one, question: one.property, source: items.source }, [...path, index, ...one.property.path], phase),
    ),
  );
}
