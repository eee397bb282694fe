import type { Cell } from './cell';
import type { JsonObject, JsonValue } from './json';
import type { ObjectNode, SchemaNode } from './schema-node';
import { fields } from './walk';

interface Branch {
  value: JsonValue | undefined;
  readonly children: Map<string | number, Branch>;
}

/**
 * The document's value from its cells, in schema order: missing scalars are null, missing arrays []. Array positions
 * keep their order and lose their gaps. Cells outside the schema are left out.
 */
export function assemble(schema: ObjectNode, cells: readonly Cell[]): JsonObject {
  const root: Branch = { value: undefined, children: new Map() };
  for (const cell of cells) {
    let branch = root;
    for (const part of cell.path) {
      const next = branch.children.get(part) ?? { value: undefined, children: new Map() };
      branch.children.set(part, next);
      branch = next;
    }
    branch.value = cell.value;
  }
  return objectValue(schema, root);
}

function objectValue(node: ObjectNode, branch: Branch | undefined): JsonObject {
  return Object.fromEntries(
    [...node.properties].map(([name, child]) => [name, nodeValue(child, branch?.children.get(name))]),
  );
}

function nodeValue(node: SchemaNode, branch: Branch | undefined): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return branch?.value ?? null;
    case 'object':
      return objectValue(node, branch);
    case 'array': {
      const positions = [...(branch?.children ?? [])].filter(([part]) => typeof part === 'number');
      positions.sort(([a], [b]) => Number(a) - Number(b));
      return positions.map(([, child]) => nodeValue(node.items, child));
    }
  }
}

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

/** One cell's path as people write it: "line_items[0].amount". */
export function cellKey(path: readonly (string | number)[]): string {
  return path.reduce<string>((key, part) => {
    if (typeof part === 'number') return `${key}[${part}]`;
    return key === '' ? part : `${key}.${part}`;
  }, '');
}
