import {
  MOST_COLUMNS,
  MOST_EXAMPLES,
  type ProposedField,
  type ScalarShape,
  type Shape,
  scalar,
} from './proposed-field';

/**
 * The fields that at least half of the documents have or that were asked for, in the order they are met; types that differ
 * become one that holds both, and a table has the columns of all.
 */
export function mergeProposals(documents: readonly (readonly ProposedField[])[]): ProposedField[] {
  const met = new Map<string, { field: ProposedField; times: number }>();
  for (const field of documents.flat()) {
    const held = met.get(field.name);
    met.set(
      field.name,
      held === undefined ? { field, times: 1 } : { field: merged(held.field, field), times: held.times + 1 },
    );
  }
  return [...met.values()]
    .filter(({ field, times }) => field.isAsked || 2 * times >= documents.length)
    .map(({ field }) => field);
}

function merged(a: ProposedField, b: ProposedField): ProposedField {
  const examples = new Map([...a.examples, ...b.examples].map((value) => [JSON.stringify(value), value]));
  return {
    ...a,
    labels: [...new Set([...a.labels, ...b.labels])],
    shape: shapeOf(a, b),
    examples: [...examples.values()].slice(0, MOST_EXAMPLES),
    isAsked: a.isAsked || b.isAsked,
  };
}

/** What nobody has seen is only guessed from its words. */
function shapeOf(a: ProposedField, b: ProposedField): Shape {
  if (isSeen(a) === isSeen(b)) return unionOf(a.shape, b.shape);
  return isSeen(a) ? a.shape : b.shape;
}

const isSeen = ({ shape, examples }: ProposedField): boolean =>
  shape.kind === 'table' ? shape.columns.some(isSeen) : examples.length > 0;

/** Of a table and a single value, or of a list and one, the more is kept. */
export function unionOf(a: Shape, b: Shape): Shape {
  if (a.kind === 'table') return b.kind === 'table' ? { kind: 'table', columns: columnsOf(a.columns, b.columns) } : a;
  if (b.kind === 'table') return b;
  if (a.kind === 'scalar' && b.kind === 'scalar') return unionOfScalars(a, b);
  return { kind: 'list', of: unionOfScalars(a.kind === 'list' ? a.of : a, b.kind === 'list' ? b.of : b) };
}

/** One shape for what several documents show under one name. */
export function unionOfScalars(a: ScalarShape, b: ScalarShape): ScalarShape {
  if (a.choices !== undefined && b.choices !== undefined)
    return { ...a, choices: [...new Set([...a.choices, ...b.choices])] };
  if (a.type === b.type) return scalar(a.type, a.format === b.format ? a.format : null);
  const types = new Set([a.type, b.type]);
  if (types.has('number') && types.has('integer')) return scalar('number');
  if (types.has('date') && types.has('date-time')) return scalar('date');
  return scalar('string');
}

const columnsOf = (a: readonly ProposedField[], b: readonly ProposedField[]): readonly ProposedField[] => {
  const all = new Map(a.map((column) => [column.name, column]));
  for (const column of b) {
    const held = all.get(column.name);
    all.set(column.name, held === undefined ? column : merged(held, column));
  }
  return [...all.values()].slice(0, MOST_COLUMNS);
};
