import type { Cell } from './cell';

/**
 * The same cells with array positions that count from 0 without gaps, as `assemble` puts them: a row that lost all its cells
 * leaves none behind. Cells keep their order.
 */
export function closeGaps(cells: readonly Cell[]): readonly Cell[] {
  const used = new Map<string, Set<number>>();
  for (const { path } of cells) {
    path.forEach((part, place) => {
      if (typeof part !== 'number') return;
      const list = listKey(path, place);
      used.set(list, (used.get(list) ?? new Set()).add(part));
    });
  }
  const ranks = new Map([...used].map(([list, positions]) => [list, ranksOf(positions)]));
  return cells.map((cell) => ({
    ...cell,
    path: cell.path.map((part, place) =>
      typeof part === 'number' ? (ranks.get(listKey(cell.path, place))?.get(part) ?? part) : part,
    ),
  }));
}

const ranksOf = (positions: ReadonlySet<number>): ReadonlyMap<number, number> =>
  new Map([...positions].sort((a, b) => a - b).map((position, rank) => [position, rank]));

/** The list whose position stands at this place of a path. As JSON, since a name may hold any character. */
const listKey = (path: Cell['path'], place: number): string => JSON.stringify(path.slice(0, place));
