import type { Cell } from '../schema/cell';
import { inRow, listRowOf, listsIn, rowsByList } from './list-row';

/** A window whose rows are worth less than this share of the best window's rows has read another table. */
const LEAST_WORTH = 0.5;

/**
 * The cells of all windows of one phase as those of the whole document. `standing`: what stood before it. Of several cells
 * for one place the surest counts, then the one on the earlier page; equal ones say nothing against each other. A list that
 * was not there before goes on from window to window; of one that was, the rows keep their places.
 */
export function joinWindows(standing: readonly Cell[], windows: readonly (readonly Cell[])[]): readonly Cell[] {
  const known = listsIn(standing);
  const isContinued = (cell: Cell): boolean => {
    const place = listRowOf(cell);
    return place !== null && !known.has(place.list);
  };
  return [
    ...surestOf(windows.flatMap((cells) => cells.filter((cell) => !isContinued(cell)))),
    ...continued(windows.map((cells) => cells.filter(isContinued))),
  ];
}

function surestOf(cells: readonly Cell[]): readonly Cell[] {
  const byPlace = new Map<string, Cell>();
  for (const cell of cells) {
    const key = JSON.stringify(cell.path);
    const held = byPlace.get(key);
    if (held === undefined || isSurer(cell, held)) byPlace.set(key, cell);
  }
  return [...byPlace.values()];
}

const isSurer = (cell: Cell, held: Cell): boolean => {
  if (cell.confidence !== held.confidence) return cell.confidence > held.confidence;
  if (isJudged(cell) !== isJudged(held)) return isJudged(cell);
  return cell.citations[0].page < held.citations[0].page;
};

/** Whether other readings were asked about it: they are in the window where it stands. */
const isJudged = ({ agreement }: Cell): boolean => agreement !== undefined;

function continued(windows: readonly (readonly Cell[])[]): readonly Cell[] {
  const lists = new Map<string, (readonly (readonly Cell[])[])[]>();
  for (const window of windows) {
    for (const [list, rows] of rowsByList(window)) {
      const stretches = lists.get(list);
      if (stretches === undefined) lists.set(list, [rows]);
      else stretches.push(rows);
    }
  }
  return [...lists.values()].flatMap((stretches) => {
    const best = stretches.reduce((most, rows) => Math.max(most, worth(rows)), 0);
    return stretches
      .filter((rows) => worth(rows) >= LEAST_WORTH * best)
      .flat()
      .flatMap((row, position) => row.map((cell) => inRow(cell, position)));
  });
}

/** Confidence that a row holds in all. */
const worth = (rows: readonly (readonly Cell[])[]): number =>
  rows.flat().reduce((sum, { confidence }) => sum + confidence, 0) / rows.length;
