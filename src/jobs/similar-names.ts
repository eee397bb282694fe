/** Names less alike than this are not called similar: our number. */
const ALIKE = 0.3;

/**
 * The things whose names are most like a name, best first, each with how alike the two are, 0-1: the share of words and
 * of pairs of letters that they have in common. Names are canonical ("seller_name").
 */
export function similarNames<Thing>(
  name: string,
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): readonly { readonly thing: Thing; readonly similarity: number }[] {
  const mine = [partsOf(name), pairsOf(name)] as const;
  return things
    .map((thing) => {
      const other = nameOf(thing);
      const alike = Math.max(shared(mine[0], partsOf(other)), shared(mine[1], pairsOf(other)));
      return { thing, similarity: Math.round(alike * 1000) / 1000 };
    })
    .filter(({ similarity }) => similarity >= ALIKE)
    .sort((a, b) => b.similarity - a.similarity);
}

const partsOf = (name: string): ReadonlySet<string> => new Set(name.split('_'));

const pairsOf = (name: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, start) => name.slice(start, start + 2)));

/** Twice what both have, over what each has. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((part) => other.has(part)).length;
  return one.size + other.size === 0 ? 0 : (2 * both) / (one.size + other.size);
}
