import { isJsonObject, type JsonObject } from '../schema/json';
import type { ObjectNode } from '../schema/schema-node';
import { readDefinition } from './choose-schema';
import { JobError } from './errors';
import type { Target } from './request';

/** The one property of the whole result in which the entries lie, for results of many entries. */
export const LIST_OF = { page: 'pages', 'table-row': 'rows' } as const satisfies Record<
  Exclude<Target, 'document'>,
  string
>;

/** A shape as JSON Schema and as what engines work with. */
export interface Shape {
  /** Normalised JSON Schema. */
  readonly definition: JsonObject;
  readonly node: ObjectNode;
}

/** Name of the list that holds the entries; null when the result is one entry, of the document itself. */
export const entriesName = (target: Target): string | null => (target === 'document' ? null : LIST_OF[target]);

/**
 * The shape of a whole result whose entries have the given shape: a list of them under one name, or just the one. It is read
 * once as it will be whenever the job is looked at, so that what is accepted stays readable: throws `invalid-request` for a
 * shape that only fits the limits without the list around it.
 */
export function wholeSchema({ definition: entry }: Shape, target: Target): Shape {
  const name = entriesName(target);
  const title = name === 'pages' ? 'Pages' : 'Rows';
  const definition: JsonObject =
    name === null
      ? entry
      : { type: 'object', properties: { [name]: { type: 'array', title, items: entry } }, required: [name] };
  return { definition, node: readDefinition(definition).node };
}

/** The shape of one entry in the shape of a whole result. */
export function entrySchema({ definition, node }: Shape, target: Target): Shape {
  const name = entriesName(target);
  if (name === null) return { definition, node };
  const list = isJsonObject(definition.properties) ? definition.properties[name] : undefined;
  const entry = isJsonObject(list) ? list.items : undefined;
  if (!isJsonObject(entry)) throw noList(name);
  return { definition: entry, node: entryNode(node, target) };
}

/** As `entrySchema`, of what engines work with alone. */
export function entryNode(node: ObjectNode, target: Target): ObjectNode {
  const name = entriesName(target);
  if (name === null) return node;
  const list = node.properties.get(name);
  if (list?.kind !== 'array' || list.items.kind !== 'object') throw noList(name);
  return list.items;
}

const noList = (name: string): JobError => new JobError('internal', `This result has no list of ${name}`);
