import type { JsonObject, JsonValue } from '../schema/json';
import type { Correction } from './records';

/** The values with each corrected field (dotted: "seller.name") put in place. */
export const applyCorrections = (values: JsonObject, corrections: readonly Correction[]): JsonObject =>
  corrections.reduce((corrected, { field, value }) => withValue(corrected, field.split('.'), value), values);

function withValue(object: JsonObject, [name, ...rest]: readonly string[], value: JsonValue): JsonObject {
  if (name === undefined) return object;
  if (rest.length === 0) return { ...object, [name]: value };
  const inner = object[name];
  return { ...object, [name]: withValue(isObject(inner) ? inner : {}, rest, value) };
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
