import type { Cell } from '../../../schema/cell';

/** Printed amounts are rounded to the cent, each for itself. */
export const CENT = 0.011;

/** What a cell holds as a number; NaN, which meets no sum, where it holds something else. */
export function amountOf(cell: Cell): number {
  return typeof cell.value === 'number' ? cell.value : Number.NaN;
}
