import type { JsonObject, JsonValue } from '../schema/json';

/** What stands at a dotted field ("seller.name"); null when nothing does. */
export function valueAt(values: JsonObject, field: string): JsonValue {
  let here: JsonValue = values;
  for (const name of field.split('.')) {
    if (typeof here !== 'object' || here === null || Array.isArray(here)) return null;
    here = ownValue(here as JsonObject, name);
  }
  return here;
}

const ownValue = (object: JsonObject, name: string): JsonValue =>
  Object.hasOwn(object, name) ? (object[name] ?? null) : null;
