import type { ObjectNode, SchemaNode } from './schema-node';

/** One column of the grid: a scalar or a whole array, reached through nested objects. */
export interface SchemaField {
  /** Property names from the root. */
  readonly path: readonly string[];
  /** The path joined by dots: "seller.name". */
  readonly key: string;
  /** Never an object. */
  readonly node: SchemaNode;
}

/** The columns of the grid in schema order; an array of anything is one. */
export function fields(schema: ObjectNode): readonly SchemaField[] {
  return below(schema, []);
}

export function fieldCount(schema: ObjectNode): number {
  return fields(schema).length;
}

function below(node: ObjectNode, path: readonly string[]): SchemaField[] {
  return [...node.properties].flatMap(([name, child]) => {
    const here = [...path, name];
    return child.kind === 'object' ? below(child, here) : [{ path: here, key: here.join('.'), node: child }];
  });
}
