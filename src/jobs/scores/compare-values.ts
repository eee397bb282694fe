/** Expected values beside found ones — pure. */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../schema/json';
import { type Comparison, type DocumentScore, isNothing, judge } from './comparison';
import { likeness } from './likeness';
import { pairItems } from './pair-items';

/**
 * Every value that is expected, and every one found in an item of a list that is not. Names that the expectation does not
 * mention are not compared: it is silent about them; null says that nothing is there. Items of lists are matched by what
 * they hold, wherever they stand.
 */
export function compareValues(expected: JsonObject, found: JsonObject): DocumentScore {
  const places = new Map<string, string | null>();
  const comparisons = inObject(expected, found, { key: [], field: [] }, places);
  return { comparisons, similarities: new Map(comparisons.map(({ key, similarity }) => [key, similarity])), places };
}

interface Place {
  readonly key: readonly string[];
  readonly field: readonly string[];
}

type Places = Map<string, string | null>;

const below = ({ key, field }: Place, name: string): Place => ({ key: [...key, name], field: [...field, name] });

const inObject = (expected: JsonObject, found: JsonObject, place: Place, places: Places): Comparison[] =>
  Object.keys(expected).flatMap((name) =>
    compare(
      expected[name] ?? null,
      Object.hasOwn(found, name) ? (found[name] ?? null) : null,
      below(place, name),
      places,
    ),
  );

function compare(expected: JsonValue, found: JsonValue, place: Place, places: Places): Comparison[] {
  if (isJsonObject(expected)) return inObject(expected, isJsonObject(found) ? found : {}, place, places);
  const isList = isJsonArray(expected) && (isNothing(found) || isJsonArray(found)) && expected.length > 0;
  if (isList) return inList(expected, isJsonArray(found) ? found : [], place, places);
  if (isNothing(expected) && isJsonArray(found) && found.length > 0) return inList([], found, place, places);
  const similarity = likeness(expected, found);
  const [key, field] = [place.key.join('.'), place.field.join('.')];
  return [{ key, field, expected, found, similarity, judgement: judge(expected, found, similarity) }];
}

function inList(
  expected: readonly JsonValue[],
  found: readonly JsonValue[],
  place: Place,
  places: Places,
): Comparison[] {
  const matched = pairItems(expected, found, itemLikeness);
  const key = place.key.join('.');
  for (const [index, position] of matched.entries())
    places.set(`${key}.${index}`, position === null ? null : `${key}.${position}`);
  const taken = new Set(matched);
  const at = (index: number): Place => ({ key: [...place.key, String(index)], field: [...place.field, '*'] });
  const there = expected.flatMap((item, index) => {
    const position = matched[index] ?? null;
    return compare(item, position === null ? null : (found[position] ?? null), at(index), places);
  });
  const more = found
    .filter((_, position) => !taken.has(position))
    .flatMap((item, index) => compare(nothingLike(item), item, at(expected.length + index), places));
  return [...there, ...more];
}

/** How alike two items are: mean over all that one of them says. */
function itemLikeness(one: JsonValue, other: JsonValue): number {
  if (!isJsonObject(one) || !isJsonObject(other)) return likeness(one, other);
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => !isNothing(one[name] ?? null) || !isNothing(other[name] ?? null),
  );
  const sum = names.reduce((total, name) => total + itemLikeness(one[name] ?? null, other[name] ?? null), 0);
  return names.length === 0 ? 1 : sum / names.length;
}

/** The shape of a value with nothing in it, for an item that nobody expected. */
function nothingLike(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return null;
  return Object.fromEntries(Object.keys(value).map((name) => [name, nothingLike(value[name] ?? null)]));
}
