import { MOST_COLUMNS, type ProposedField, type Shape } from './proposed-field';
import { unionOfScalars } from './value-shape';

/**
 * The fields that at least half of the documents have, in the order they are met; types that differ become one that holds
 * both, and a table has the columns of all.
 */
export function mergeDocuments(documents: readonly (readonly ProposedField[])[]): ProposedField[] {
  const met = new Map<string, { field: ProposedField; times: number }>();
  for (const field of documents.flat()) {
    const held = met.get(field.name);
    met.set(
      field.name,
      held === undefined ? { field, times: 1 } : { field: merged(held.field, field), times: held.times + 1 },
    );
  }
  return [...met.values()].filter(({ times }) => 2 * times >= documents.length).map(({ field }) => field);
}

function merged(a: ProposedField, b: ProposedField): ProposedField {
  return { ...a, labels: [...new Set([...a.labels, ...b.labels])], shape: unionOf(a.shape, b.shape) };
}

/** Of a table and a single value, or of a list and one, the more is kept. */
export function unionOf(a: Shape, b: Shape): Shape {
  if (a.kind === 'table') return b.kind === 'table' ? { kind: 'table', columns: columnsOf(a.columns, b.columns) } : a;
  if (b.kind === 'table') return b;
  if (a.kind === 'scalar' && b.kind === 'scalar') return unionOfScalars(a, b);
  return { kind: 'list', of: unionOfScalars(a.kind === 'list' ? a.of : a, b.kind === 'list' ? b.of : b) };
}

const columnsOf = (a: readonly ProposedField[], b: readonly ProposedField[]): readonly ProposedField[] => {
  const all = new Map(a.map((column) => [column.name, column]));
  for (const column of b) {
    const held = all.get(column.name);
    all.set(column.name, held === undefined ? column : merged(held, column));
  }
  return [...all.values()].slice(0, MOST_COLUMNS);
};
