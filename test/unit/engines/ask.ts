import { chooseEngine } from '../../../src/engines/registry';
import type { ParsedDocument } from '../../../src/parsers/parsed-document';
import { assemble } from '../../../src/schema/assemble';
import type { Cell } from '../../../src/schema/cell';
import type { JsonObject } from '../../../src/schema/json';
import { normaliseSchema } from '../../../src/schema/normalise';
import type { ObjectNode } from '../../../src/schema/schema-node';

export function schemaOf(definition: unknown): ObjectNode {
  const result = normaliseSchema(definition);
  if (!result.ok) throw new Error(`${result.path}: ${result.problem}`);
  return result.schema;
}

/** All four phases of the embedded engine. */
export async function cellsFor(document: ParsedDocument, definition: unknown): Promise<readonly Cell[]> {
  const engine = chooseEngine();
  const schema = schemaOf(definition);
  let cells: readonly Cell[] = [];
  for (const phase of ['resolve', 'execute', 'validate', 'reread'] as const) {
    cells = await engine[phase]({ document, schema, instructions: null, cells });
  }
  return cells;
}

export async function ask(document: ParsedDocument, definition: unknown): Promise<JsonObject> {
  return assemble(schemaOf(definition), await cellsFor(document, definition));
}
