import { budgetOf, combine, type ReferenceBudget } from './combine';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from './json';
import type { SchemaLimits } from './limits';
import { SchemaRefusal } from './refusal';
import { readScalar } from './scalar';
import type { SchemaNode } from './schema-node';
import { titleOf } from './title';

interface Walk extends ReferenceBudget {
  nodes: number;
}

interface Read {
  readonly node: SchemaNode;
  readonly json: JsonObject;
}

/** A JSON Schema of the subset as a node, and the same schema free of references and with titles. */
export function readJsonSchema(root: JsonObject, limits: SchemaLimits): Read {
  return read(root, { name: '', path: '', depth: 0, active: new Set() }, { ...budgetOf(root, limits), nodes: 0 });
}

interface Place {
  readonly name: string;
  readonly path: string;
  readonly depth: number;
  readonly active: ReadonlySet<string>;
}

function read(given: JsonValue, place: Place, walk: Walk): Read {
  walk.nodes += 1;
  if (walk.nodes > walk.limits.nodes) throw new SchemaRefusal(place.path, `more than ${walk.limits.nodes} nodes`);
  if (place.depth > walk.limits.depth) {
    throw new SchemaRefusal(place.path, `nested deeper than ${walk.limits.depth} levels`);
  }
  const open: JsonValue = given === true ? {} : given;
  if (!isJsonObject(open)) throw new SchemaRefusal(place.path, 'must be a schema object');
  const { schema, active } = combine(open, place.path, place.active, walk);
  const title = typeof schema.title === 'string' && schema.title.trim() !== '' ? schema.title : titleOf(place.name);
  const description = typeof schema.description === 'string' ? schema.description : '';
  const words = { title, description };
  const kept = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$defs' && key !== 'definitions'));
  const named = title === '' ? kept : { ...kept, title };
  const below = { ...place, depth: place.depth + 1, active };
  switch (kindOf(schema, place.path)) {
    case 'object':
      return readObject(schema, named, words, below, walk);
    case 'array':
      return readArray(schema, named, words, below, walk);
    case 'scalar': {
      const scalar = readScalar(schema, words, place.path, walk.limits);
      return { node: scalar.node, json: { ...named, ...scalar.keywords } };
    }
  }
}

type Words = { readonly title: string; readonly description: string };

function readObject(schema: JsonObject, named: JsonObject, words: Words, place: Place, walk: Walk): Read {
  const given = schema.properties ?? {};
  if (!isJsonObject(given)) throw new SchemaRefusal(join(place.path, 'properties'), 'must be an object of schemas');
  const children = Object.entries(given).map(([name, child]): [string, Read] => {
    const path = join(place.path, name);
    if (name === '' || name.length > walk.limits.nameLength) {
      throw new SchemaRefusal(path, `a name must have 1 to ${walk.limits.nameLength} characters`);
    }
    return [name, read(child, { ...place, name, path }, walk)];
  });
  const properties = new Map(children.map(([name, child]) => [name, child.node]));
  const listed = isJsonArray(schema.required) ? schema.required : [];
  const required = listed.filter((name): name is string => typeof name === 'string' && properties.has(name));
  return {
    node: { kind: 'object', ...words, properties, required },
    json: {
      ...named,
      type: 'object',
      properties: Object.fromEntries(children.map(([name, child]) => [name, child.json])),
      ...(schema.required === undefined ? {} : { required }),
    },
  };
}

function readArray(schema: JsonObject, named: JsonObject, words: Words, place: Place, walk: Walk): Read {
  const items = read(itemsOf(schema), { ...place, path: `${place.path}[]` }, walk);
  return { node: { kind: 'array', ...words, items: items.node }, json: { ...named, type: 'array', items: items.json } };
}

/** The shape of an array's entries; of several, position by position, the first. */
export function itemsOf(schema: JsonObject): JsonValue {
  const given = schema.items ?? (isJsonArray(schema.prefixItems) ? schema.prefixItems[0] : undefined);
  return (isJsonArray(given) ? given[0] : given) ?? { type: 'string' };
}

/** What a schema free of combinations describes. Throws `SchemaRefusal`. */
export function kindOf(schema: JsonObject, path: string): SchemaNode['kind'] {
  const types = (isJsonArray(schema.type) ? schema.type : [schema.type]).filter((type) => type !== 'null');
  const [type] = types;
  if (type === 'object') return 'object';
  if (type === 'array') return 'array';
  if (type === undefined && isJsonObject(schema.properties)) return 'object';
  if (type === undefined && (isJsonObject(schema.items) || isJsonArray(schema.prefixItems))) return 'array';
  if (type !== undefined && typeof type !== 'string')
    throw new SchemaRefusal(join(path, 'type'), 'must be a type word');
  return 'scalar';
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
