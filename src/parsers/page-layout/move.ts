import type { Box, Line, Table, Word } from '../parsed-document';
import { lineOf } from './boxes';

/** Where a box lies in another frame. */
export type Move = (box: Box) => Box;

export function moved<T extends { readonly box: Box }>(part: T, move: Move): T {
  return { ...part, box: move(part.box) };
}

export function movedLine(line: Line, move: Move): Line {
  return { ...line, ...lineOf(line.words.map((word): Word => moved(word, move))), text: line.text };
}

export function movedTable(table: Table, move: Move): Table {
  return { ...moved(table, move), rows: table.rows.map((row) => row.map((cell) => moved(cell, move))) };
}
