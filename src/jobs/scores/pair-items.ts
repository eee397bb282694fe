import type { JsonValue } from '../../schema/json';

/** Most pairs of items that are looked at to match two lists; longer ones are matched in their order. Our number. */
const MAX_PAIRS = 10_000;

/** Items less alike than this are not the same item. Our number. */
const SAME_ITEM = 0.3;

/**
 * Which item of one list stands for which of the other, by position; null: none does. The most alike first, of equally
 * alike ones those in order. Each item stands for one at most.
 */
export function pairItems(
  expected: readonly JsonValue[],
  found: readonly JsonValue[],
  likenessOf: (one: JsonValue, other: JsonValue) => number,
): readonly (number | null)[] {
  const matched = new Array<number | null>(expected.length).fill(null);
  const taken = new Set<number>();
  const match = (index: number, position: number): void => {
    matched[index] = position;
    taken.add(position);
  };
  pairEqual(expected, found, match, taken);
  const left = expected.flatMap((_, index) => (matched[index] === null ? [index] : []));
  const free = found.flatMap((_, position) => (taken.has(position) ? [] : [position]));
  if (left.length * free.length > MAX_PAIRS) {
    for (const [order, index] of left.entries()) if (free[order] !== undefined) match(index, free[order]);
    return matched;
  }
  const candidates = left
    .flatMap((index) =>
      free.map((position) => ({
        index,
        position,
        alike: likenessOf(expected[index] ?? null, found[position] ?? null),
      })),
    )
    .filter(({ alike }) => alike >= SAME_ITEM)
    .sort((a, b) => b.alike - a.alike || apart(a) - apart(b));
  for (const { index, position } of candidates)
    if (matched[index] === null && !taken.has(position)) match(index, position);
  return matched;
}

const apart = ({ index, position }: { readonly index: number; readonly position: number }): number =>
  Math.abs(index - position);

/** Items that are the same to the letter, in order. */
function pairEqual(
  expected: readonly JsonValue[],
  found: readonly JsonValue[],
  match: (index: number, position: number) => void,
  taken: ReadonlySet<number>,
): void {
  const places = new Map<string, number[]>();
  for (const [position, item] of found.entries()) {
    const text = JSON.stringify(item);
    places.set(text, [...(places.get(text) ?? []), position]);
  }
  for (const [index, item] of expected.entries()) {
    const position = places.get(JSON.stringify(item))?.find((one) => !taken.has(one));
    if (position !== undefined) match(index, position);
  }
}
