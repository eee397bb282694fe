import { fieldListToJsonSchema } from './field-list';
import { flatToJsonSchema } from './flat';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from './json';
import { readJsonSchema } from './json-schema';
import { SCHEMA_LIMITS, type SchemaLimits } from './limits';
import { measured } from './measure';
import { SchemaRefusal } from './refusal';
import type { ObjectNode } from './schema-node';
import { fieldCount } from './walk';

export type NormalisedSchema =
  | {
      readonly ok: true;
      readonly schema: ObjectNode;
      /** The definition as JSON Schema: every property titled, no `$ref`; unknown keywords kept. */
      readonly jsonSchema: JsonObject;
    }
  | {
      readonly ok: false;
      /** Dotted place in the definition; empty for the root. */
      readonly path: string;
      /** For a developer. */
      readonly problem: string;
    };

/**
 * Reads a definition in any of the three formats: JSON Schema, `{fields: [...]}` (or the bare list), flat
 * `{key: "type"}`. Never throws; refuses what is no definition, yields no field, or passes the limits.
 */
export function normaliseSchema(input: unknown, limits: SchemaLimits = SCHEMA_LIMITS): NormalisedSchema {
  try {
    const { node, json } = readJsonSchema(toJsonSchema(measured(input, limits)), limits);
    if (node.kind !== 'object') return { ok: false, path: '', problem: 'the root must be an object with properties' };
    if (fieldCount(node) === 0) return { ok: false, path: '', problem: 'the definition produced no fields' };
    return { ok: true, schema: node, jsonSchema: json };
  } catch (error) {
    if (error instanceof SchemaRefusal) return { ok: false, path: error.path, problem: error.problem };
    throw error;
  }
}

function toJsonSchema(given: JsonValue): JsonObject {
  if (isJsonArray(given)) return fieldListToJsonSchema(given, '');
  if (!isJsonObject(given)) throw new SchemaRefusal('', 'must be a JSON object');
  if (isJsonSchema(given)) return given;
  if (isJsonArray(given.fields)) {
    const words = Object.entries(given).filter(
      ([key]) => key === 'title' || key === 'description' || key.startsWith('x-'),
    );
    return { ...Object.fromEntries(words), ...fieldListToJsonSchema(given.fields, 'fields') };
  }
  return flatToJsonSchema(given, '');
}

function isJsonSchema(given: JsonObject): boolean {
  return (
    isJsonObject(given.properties) ||
    typeof given.$ref === 'string' ||
    given.type === 'object' ||
    given.type === 'array' ||
    typeof given.$schema === 'string' ||
    [given.type, given.allOf, given.anyOf, given.oneOf].some(isJsonArray)
  );
}
