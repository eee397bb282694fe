import type { Cell } from './cell';

/**
 * A result that is a list of entries under one name: the cells of each entry, by its 0-based position, with paths from the
 * entry itself. Cells outside the list are left out.
 */
export function entriesIn(cells: readonly Cell[], list: string): ReadonlyMap<number, readonly Cell[]> {
  const entries = new Map<number, Cell[]>();
  for (const cell of cells) {
    const [name, position, ...path] = cell.path;
    if (name !== list || typeof position !== 'number') continue;
    const entry = entries.get(position) ?? [];
    entries.set(position, entry);
    entry.push({ ...cell, path });
  }
  return entries;
}

/** The way back: cells of one entry as cells of the whole result. */
export const asEntry = (cells: readonly Cell[], list: string, position: number): readonly Cell[] =>
  cells.map((cell) => ({ ...cell, path: [list, position, ...cell.path] }));
