import type { JsonObject, JsonValue } from '../schema/json';
import type { ObjectNode } from '../schema/schema-node';
import { pathOf } from './path-of';
import type { Correction } from './records';

/** The values with each corrected field put in place. */
export function applyCorrections(
  schema: ObjectNode,
  values: JsonObject,
  corrections: readonly Correction[],
): JsonObject {
  return corrections.reduce(
    (corrected, { field, value }) => withValue(corrected, pathOf(schema, field), value),
    values,
  );
}

function withValue(object: JsonObject, [name, ...rest]: readonly string[], value: JsonValue): JsonObject {
  if (name === undefined) return object;
  if (rest.length === 0) return { ...object, [name]: value };
  const inner = object[name];
  return { ...object, [name]: withValue(isObject(inner) ? inner : {}, rest, value) };
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
