import { isJsonObject, type JsonObject, type JsonValue } from '../schema/json';

/** What stands at the end of a path of property names; null when nothing does. */
export function valueAt(values: JsonObject, path: readonly string[]): JsonValue {
  let here: JsonValue = values;
  for (const name of path) {
    if (!isJsonObject(here) || !Object.hasOwn(here, name)) return null;
    here = here[name] ?? null;
  }
  return here;
}
