import { groupBy, macroOf, tally } from './tally.mjs';

/** All figures of a run: `{ kinds, languages, macro, all }`, each as `tally` and `macroOf` answer. */
export function figuresOf(judged) {
  const each = (key) =>
    Object.fromEntries(Object.entries(groupBy(judged, key)).map(([name, documents]) => [name, tally(documents)]));
  const kinds = each(({ kind }) => kind);
  return { kinds, languages: each(({ lang }) => lang), macro: macroOf(kinds), all: tally(judged) };
}
