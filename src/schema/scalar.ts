import { isJsonArray, type JsonObject, type JsonValue } from './json';
import type { SchemaLimits } from './limits';
import { SchemaRefusal } from './refusal';
import type { ScalarNode, ScalarType } from './schema-node';
import { KNOWN_TYPE_WORDS, typeWord } from './type-words';

/** A leaf, and the keywords of its normal spelling (`type: "date"` is no JSON Schema and becomes a format). */
export function readScalar(
  schema: JsonObject,
  words: { readonly title: string; readonly description: string },
  path: string,
  limits: SchemaLimits,
): { readonly node: ScalarNode; readonly keywords: JsonObject } {
  const given = isJsonArray(schema.type) ? schema.type : [schema.type ?? guessType(schema)];
  const nullable = isJsonArray(schema.type) && given.includes('null');
  const word = given.find((one) => one !== 'null') ?? 'string';
  const spelled = typeof word === 'string' ? typeWord(word) : null;
  if (spelled === null || spelled.type === 'array' || spelled.type === 'object') {
    throw new SchemaRefusal(path === '' ? 'type' : `${path}.type`, `must be one of ${KNOWN_TYPE_WORDS}`);
  }
  const format = typeof schema.format === 'string' ? schema.format : text(spelled.format);
  const type = scalarType(spelled.type, format);
  const listed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  return {
    node: {
      kind: 'scalar',
      ...words,
      type,
      choices: choices(listed, path, limits.choices),
      pattern: text(schema.pattern),
      format: type === 'date' || type === 'date-time' ? null : format,
      minimum: number(schema.minimum),
      maximum: number(schema.maximum),
    },
    keywords: {
      type: nullable ? [spelled.type ?? 'string', 'null'] : (spelled.type ?? 'string'),
      ...(format === null ? {} : { format }),
    },
  };
}

function guessType(schema: JsonObject): JsonValue {
  const listed = isJsonArray(schema.enum) ? schema.enum.filter((one) => one !== null) : [schema.const];
  if (listed.length > 0 && listed.every((one) => typeof one === 'number')) return 'number';
  if (listed.length > 0 && listed.every((one) => typeof one === 'boolean')) return 'boolean';
  return 'string';
}

function scalarType(type: JsonValue | undefined, format: string | null): ScalarType {
  if (type === 'number' || type === 'integer' || type === 'boolean') return type;
  if (format === 'date' || format === 'date-time') return format;
  return 'string';
}

function choices(listed: JsonValue | undefined, path: string, most: number): readonly JsonValue[] | null {
  if (listed === undefined) return null;
  if (!isJsonArray(listed)) throw new SchemaRefusal(`${path}.enum`, 'must be a list of values');
  if (listed.length > most) {
    throw new SchemaRefusal(`${path}.enum`, `more than ${most} values`);
  }
  const real = listed.filter((one) => one !== null);
  if (real.some((one) => typeof one === 'object')) throw new SchemaRefusal(`${path}.enum`, 'must hold plain values');
  return real.length === 0 ? null : real;
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: JsonValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
