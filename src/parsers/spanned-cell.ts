import type { TableCell } from './parsed-document';

/** A cell that is part of one over several places; undefined: it is one of its own. */
export const spannedCell = (cell: TableCell, goesOn: TableCell['goesOn']): TableCell =>
  goesOn === undefined ? cell : { ...cell, goesOn };
