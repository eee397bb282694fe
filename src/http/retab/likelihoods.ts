import type { DocumentResult } from '../../jobs/get-result';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../schema/json';

type Path = readonly (string | number)[];

/** The shape of the values with how far several readings agree, or else the confidence of each, 0-1, in its place: 0 where there is none, 1 where a person said it. */
export function likelihoodsOf({ values, cells, corrections }: DocumentResult): JsonObject {
  const confidences = new Map(
    cells.map(({ path, confidence, agreement }) => [JSON.stringify(path), agreement ?? confidence]),
  );
  const corrected = new Set(corrections.map(({ field }) => field));
  const likelihood = (path: Path): number => {
    if (corrected.has(fieldOf(path))) return 1;
    return Math.round(1e4 * (confidences.get(JSON.stringify(path)) ?? 0)) / 1e4;
  };
  const below = (value: JsonValue, path: Path): JsonValue => {
    if (isJsonArray(value)) return value.map((item, position) => below(item, [...path, position]));
    return isJsonObject(value) ? inObject(value, path) : likelihood(path);
  };
  const inObject = (object: JsonObject, path: Path): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, below(value, [...path, name])]));
  return inObject(values, []);
}

/** The dotted field a place belongs to: the names in front of the first position. */
function fieldOf(path: Path): string {
  const end = path.findIndex((part) => typeof part === 'number');
  return (end < 0 ? path : path.slice(0, end)).join('.');
}
