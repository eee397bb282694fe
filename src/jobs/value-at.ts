import { isJsonObject, type JsonObject, type JsonValue } from '../schema/json';

/** What stands at a dotted field ("seller.name"); null when nothing does. */
export function valueAt(values: JsonObject, field: string): JsonValue {
  let here: JsonValue = values;
  for (const name of field.split('.')) {
    if (!isJsonObject(here) || !Object.hasOwn(here, name)) return null;
    here = here[name] ?? null;
  }
  return here;
}
