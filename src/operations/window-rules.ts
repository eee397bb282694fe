import type { Target } from '../jobs/request';
import type { Cell } from '../schema/cell';
import { joinWindows } from './join-windows';
import { cellsFor, ownCells, pagesToShow, type Stretch } from './window';

/** How a long document that is looked at window by window becomes one result. Pure. */
export interface WindowRules {
  /** Numbers of earlier pages to be shown before the next window. */
  pagesToShow(firstPage: number, soFar: readonly (readonly Cell[])[]): readonly number[];
  /** What of the cells that stand a window is given. */
  cellsFor(stretch: Stretch, standing: readonly Cell[]): readonly Cell[];
  /** What of the cells that came back is the window's. */
  ownCells(stretch: Stretch, standing: readonly Cell[], found: readonly Cell[]): readonly Cell[];
  /** All windows' cells as the document's. */
  join(standing: readonly Cell[], windows: readonly (readonly Cell[])[]): readonly Cell[];
}

const ONE_RESULT: WindowRules = { pagesToShow, cellsFor, ownCells, join: joinWindows };

/** Pages that are looked at one by one know of no other, and their places in the result are fixed. */
const EACH_PAGE: WindowRules = {
  pagesToShow: () => [],
  cellsFor: (_, standing) => standing,
  ownCells: (_stretch, _standing, found) => found,
  join: (_, windows) => windows.flat(),
};

export const windowRules = (target: Target): WindowRules => (target === 'page' ? EACH_PAGE : ONE_RESULT);
