import type { Cell } from '../schema/cell';

/** Where in a list a cell stands: its first position from the root counts. */
export interface ListRow {
  /** Names the list. */
  readonly list: string;
  /** 0-based. */
  readonly row: number;
}

/** Null for a cell of no list. */
export function listRowOf({ path }: Cell): ListRow | null {
  const at = path.findIndex((part) => typeof part === 'number');
  const row = path[at];
  return typeof row === 'number' ? { list: JSON.stringify(path.slice(0, at)), row } : null;
}

/** The same cell in another row of its list. */
export const inRow = (cell: Cell, row: number): Cell => {
  const at = cell.path.findIndex((part) => typeof part === 'number');
  return { ...cell, path: cell.path.map((part, index) => (index === at ? row : part)) };
};

/** The lists that any of these cells is in. */
export const listsIn = (cells: readonly Cell[]): ReadonlySet<string> =>
  new Set(cells.flatMap((cell) => listRowOf(cell)?.list ?? []));

/** Cells of lists by list and row, in order. */
export function rowsByList(cells: readonly Cell[]): ReadonlyMap<string, readonly (readonly Cell[])[]> {
  const lists = new Map<string, Map<number, Cell[]>>();
  for (const cell of cells) {
    const place = listRowOf(cell);
    if (place === null) continue;
    const rows = lists.get(place.list) ?? new Map<number, Cell[]>();
    lists.set(place.list, rows);
    const row = rows.get(place.row);
    if (row === undefined) rows.set(place.row, [cell]);
    else row.push(cell);
  }
  return new Map([...lists].map(([list, rows]) => [list, [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)]));
}
