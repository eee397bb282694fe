/** https://developers.llamaindex.ai — LlamaExtract, schema design and restrictions. Pure. */
import { JobError } from '../../jobs/errors';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../schema/json';
import type { SchemaLimits } from '../../schema/limits';
import { normaliseSchema } from '../../schema/normalise';
import { strictSchema } from '../../schema/strict';

/** The vendor's limits. */
export const DATA_SCHEMA_LIMITS = {
  /** Objects inside of objects, the root being the first. */
  depth: 7,
  /** Properties of all objects together, references resolved. */
  properties: 5_000,
  /** Characters of all names, descriptions and choices together. */
  characters: 120_000,
  /** Characters of the schema as JSON text. */
  rawCharacters: 150_000,
} as const;

export interface DataSchema {
  /** As it was given, its titles and references in it: what the engine is asked with. */
  readonly given: JsonObject;
  /** As the vendor gives it back: objects closed, every name required, what is optional null instead. */
  readonly strict: JsonObject;
}

/**
 * A schema as an object or as JSON text. `limits`: of this server, where it may be set to take less and nothing looks at
 * the schema afterwards. Throws `invalid-request` that begins with `schema_validation:`.
 */
export function readDataSchema(given: unknown, limits?: SchemaLimits): DataSchema {
  const schema = typeof given === 'string' ? parsed(given) : given;
  if (!isObject(schema)) throw refusal('the schema must be a JSON object');
  const normalised = normaliseSchema(schema, limits);
  // First what the whole is: the reader below also takes forms that the vendor does not.
  if (schema.type !== 'object' && typeof schema.$ref !== 'string') throw refusal('the root must be of type "object"');
  if (!normalised.ok) throw refusal(placed(normalised.path, normalised.problem));
  const problem = keywordProblem(schema, '');
  if (problem !== null) throw refusal(problem);

  const strict = strictSchema(schema);
  const text = JSON.stringify(schema);
  // The strict spelling is the longer one, and clients send back what they were given.
  if (text.length > DATA_SCHEMA_LIMITS.rawCharacters && text !== JSON.stringify(strict)) throw tooLong();
  const { depth, properties, characters } = DATA_SCHEMA_LIMITS;
  const size = sizeOf(strict);
  if (size.depth > depth) throw refusal(`nested ${size.depth} levels deep; at most ${depth} are taken`);
  if (size.properties > properties) throw refusal(`${size.properties} properties; at most ${properties} are taken`);
  if (size.characters > characters)
    throw refusal(`${size.characters} characters of names, descriptions and choices; at most ${characters} are taken`);
  return { given: schema, strict };
}

const refusal = (problem: string): JobError =>
  new JobError('invalid-request', `schema_validation: ${problem}`, { field: 'data_schema' });

const tooLong = (): JobError =>
  refusal(`the schema is longer than ${DATA_SCHEMA_LIMITS.rawCharacters} characters of JSON`);

const placed = (path: string, problem: string): string => (path === '' ? problem : `${path}: ${problem}`);

function parsed(text: string): unknown {
  if (text.length > DATA_SCHEMA_LIMITS.rawCharacters) throw tooLong();
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('the schema is not valid JSON');
  }
}

/** What `normaliseSchema` then takes is JSON all through. */
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES: ReadonlySet<JsonValue> = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'null',
] as const);

/** What the vendor refuses in a schema that is otherwise one; null: nothing. */
function keywordProblem(schema: JsonObject, path: string): string | null {
  if (schema.default !== undefined && schema.default !== null)
    return placed(
      path,
      'a default other than null is not supported; say in the description what a missing value means',
    );
  const types = isJsonArray(schema.type) ? schema.type : [schema.type ?? 'object'];
  const strange = types.find((type) => !TYPES.has(type));
  if (strange !== undefined) return placed(path, `type ${JSON.stringify(strange)} is none of JSON Schema`);
  for (const [place, child] of childrenOf(schema)) {
    const problem = isJsonObject(child) ? keywordProblem(child, path === '' ? place : `${path}.${place}`) : null;
    if (problem !== null) return problem;
  }
  return null;
}

type Placed = readonly [place: string, schema: JsonValue];

/** The schemas directly inside of one, used or not. */
const childrenOf = (schema: JsonObject): readonly Placed[] => [
  ...['properties', '$defs', 'definitions'].flatMap((keyword): readonly Placed[] => {
    const members = schema[keyword];
    return isJsonObject(members)
      ? Object.entries(members).map(([name, child]): Placed => [`${keyword}.${name}`, child])
      : [];
  }),
  ...['items', 'prefixItems', 'anyOf', 'oneOf', 'allOf'].flatMap((keyword): readonly Placed[] => {
    const members = schema[keyword];
    if (isJsonArray(members)) return members.map((child, index): Placed => [`${keyword}[${index}]`, child]);
    return members === undefined ? [] : [[keyword, members]];
  }),
];

interface Size {
  readonly depth: number;
  readonly properties: number;
  readonly characters: number;
}

/** Of a schema in the strict spelling. */
function sizeOf(schema: JsonObject): Size {
  const properties = isJsonObject(schema.properties) ? Object.entries(schema.properties) : [];
  const inner = childrenOf(schema).flatMap(([, child]) => (isJsonObject(child) ? [sizeOf(child)] : []));
  const sum = (of: (size: Size) => number): number => inner.reduce((total, size) => total + of(size), 0);
  const words = [schema.description ?? '', ...(isJsonArray(schema.enum) ? schema.enum : [])];
  return {
    depth: Math.max(0, ...inner.map(({ depth }) => depth)) + (schema.type === 'object' ? 1 : 0),
    properties: properties.length + sum((size) => size.properties),
    characters:
      properties.reduce((total, [name]) => total + name.length, 0) +
      words.reduce<number>((total, word) => total + String(word).length, 0) +
      sum((size) => size.characters),
  };
}
