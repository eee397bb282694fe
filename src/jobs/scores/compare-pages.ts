/** The pages of a bundle as they were to be split beside how they were — pure. */
import type { Comparison, DocumentScore } from './comparison';
import { judge } from './comparison';

/** Which pages are of one kind, 1-based. */
export interface PagesOf {
  readonly name: string;
  readonly pages: readonly number[];
}

/**
 * Every page that either of the two assigns is compared by the kind it is assigned to. The similarity of a kind is the
 * share of its pages in both over those in either.
 */
export function comparePages(expected: readonly PagesOf[], found: readonly PagesOf[]): DocumentScore {
  const [wanted, given] = [kindByPage(expected), kindByPage(found)];
  const pages = [...new Set([...wanted.keys(), ...given.keys()])].sort((a, b) => a - b);
  const comparisons = pages.map((page): Comparison => {
    const [kind, seen] = [wanted.get(page) ?? null, given.get(page) ?? null];
    const similarity = kind === seen ? 1 : 0;
    const judgement = judge(kind, seen, similarity);
    return { key: `page ${page}`, field: kind ?? seen ?? '', expected: kind, found: seen, similarity, judgement };
  });
  const names = new Set([...expected, ...found].map(({ name }) => name));
  const similarities = new Map(
    [...names].map((name) => [name, overlap(pagesOf(expected, name), pagesOf(found, name))]),
  );
  return { comparisons, similarities, places: new Map() };
}

/** A page stands once: where it is listed twice, the first kind counts. */
function kindByPage(kinds: readonly PagesOf[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { name, pages } of kinds) for (const page of pages) if (!found.has(page)) found.set(page, name);
  return found;
}

const pagesOf = (kinds: readonly PagesOf[], name: string): ReadonlySet<number> =>
  new Set(kinds.filter((kind) => kind.name === name).flatMap(({ pages }) => pages));

/** What both have over what either has; 1 for two that have nothing. */
function overlap(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const either = new Set([...one, ...other]).size;
  return either === 0 ? 1 : [...one].filter((page) => other.has(page)).length / either;
}
