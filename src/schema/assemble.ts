import type { Cell } from './cell';
import type { JsonObject, JsonValue } from './json';
import type { ObjectNode, SchemaNode } from './schema-node';

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
