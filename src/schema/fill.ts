import type { Cell } from './cell';
import type { ObjectNode } from './schema-node';
import { fields } from './walk';

/** Keys of the fields with at least one cell, in schema order. */
export function filledFields(schema: ObjectNode, cells: readonly Cell[]): ReadonlySet<string> {
  return new Set(fieldConfidence(schema, cells).keys());
}

/** Confidence 0-1 of each filled field by its key; an array has the mean of its cells. */
export function fieldConfidence(schema: ObjectNode, cells: readonly Cell[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const cell of cells) {
    const place = columnOf(cell.path);
    const held = sums.get(place) ?? { sum: 0, count: 0 };
    sums.set(place, { sum: held.sum + cell.confidence, count: held.count + 1 });
  }
  const found = new Map<string, number>();
  for (const field of fields(schema)) {
    const held = sums.get(columnOf(field.path));
    if (held !== undefined) found.set(field.key, held.sum / held.count);
  }
  return found;
}

/** Mean confidence 0-1 over the filled fields; 0 when none is. */
export function overallConfidence(schema: ObjectNode, cells: readonly Cell[]): number {
  const all = [...fieldConfidence(schema, cells).values()];
  return all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length;
}

/** Names up to the first array position; as JSON, since a name may itself hold a dot. */
function columnOf(path: readonly (string | number)[]): string {
  const end = path.findIndex((part) => typeof part === 'number');
  return JSON.stringify(end < 0 ? path : path.slice(0, end));
}
