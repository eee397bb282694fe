import { isJsonObject, type JsonObject } from '../schema/json';
import type { ObjectNode } from '../schema/schema-node';
import { JobError } from './errors';
import type { Target } from './request';

/** The one property of the whole result in which the entries lie, for results of many entries. */
const ENTRIES = { page: 'pages', 'table-row': 'rows' } as const satisfies Record<Exclude<Target, 'document'>, string>;

/** A shape as JSON Schema and as what engines work with. */
export interface Shape {
  /** Normalised JSON Schema. */
  readonly definition: JsonObject;
  readonly node: ObjectNode;
}

/** Name of the list that holds the entries; null when the result is one entry, of the document itself. */
export const entriesName = (target: Target): string | null => (target === 'document' ? null : ENTRIES[target]);

/** The shape of a whole result whose entries have the given shape: a list of them under one name, or just the one. */
export function wholeSchema({ definition, node }: Shape, target: Target): Shape {
  const name = entriesName(target);
  if (name === null) return { definition, node };
  const title = name === 'pages' ? 'Pages' : 'Rows';
  return {
    definition: {
      type: 'object',
      properties: { [name]: { type: 'array', title, items: definition } },
      required: [name],
    },
    node: {
      kind: 'object',
      title: node.title,
      description: node.description,
      properties: new Map([[name, { kind: 'array', title, description: '', items: node }]]),
      required: [name],
    },
  };
}

/** The shape of one entry in the shape of a whole result. */
export function entrySchema({ definition, node }: Shape, target: Target): Shape {
  const name = entriesName(target);
  if (name === null) return { definition, node };
  const list = isJsonObject(definition.properties) ? definition.properties[name] : undefined;
  const entry = isJsonObject(list) ? list.items : undefined;
  const entries = node.properties.get(name);
  if (!isJsonObject(entry) || entries?.kind !== 'array' || entries.items.kind !== 'object')
    throw new JobError('internal', `This result has no list of ${name}`);
  return { definition: entry, node: entries.items };
}
