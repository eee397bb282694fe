import type { Word } from './parsed-document';

/** One character takes this many points, a line `LINE_HEIGHT`. */
export const CHARACTER_WIDTH = 6;
export const LINE_HEIGHT = 12;
export const MARGIN = 36;
/** Characters before the text of one table cell is wrapped. */
export const MAX_CELL_CHARACTERS = 60;
/** Columns of characters between two table cells. */
const CELL_GAP = 3;
const FONT_SIZE = 10;

/** White space folded to single spaces: what a cell or a paragraph reads as. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function columnWidths(rows: readonly (readonly string[])[], columns: number): number[] {
  const widths = new Array<number>(columns).fill(1);
  for (const row of rows) {
    row.forEach((text, column) => {
      widths[column] = Math.min(MAX_CELL_CHARACTERS, Math.max(widths[column] ?? 1, oneLine(text).length));
    });
  }
  return widths;
}

/** A table on the grid, rows equally long; `starts` and `widths` of its columns in characters, `heights` of its rows in lines. */
export interface TableLayout {
  readonly columns: number;
  readonly widths: readonly number[];
  readonly starts: readonly number[];
  /** The lines of each cell's text. */
  readonly wrapped: readonly (readonly (readonly string[])[])[];
  readonly heights: readonly number[];
}

export function layOutTable(rows: readonly (readonly string[])[]): TableLayout {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = columnWidths(rows, columns);
  const starts: number[] = [];
  let at = 0;
  for (const width of widths) {
    starts.push(at);
    at += width + CELL_GAP;
  }
  const wrapped = rows.map((row) =>
    widths.map((width, column) => wrap(oneLine(row[column] ?? ''), width).filter((part) => part !== '')),
  );
  const heights = wrapped.map((row) => row.reduce((most, parts) => Math.max(most, parts.length), 1));
  return { columns, widths, starts, wrapped, heights };
}

/** Cuts text at its line breaks, and lines that are too long at a space, or anywhere where there is none. */
export function wrap(text: string, width: number): string[] {
  const rows: string[] = [];
  for (const line of text.split(/\r\n|\r|\n|\f/)) {
    let from = 0;
    while (line.length - from > width) {
      const space = from + line.slice(from, from + width + 1).lastIndexOf(' ');
      const to = space > from ? space : from + width;
      rows.push(line.slice(from, to));
      from = space > from ? space + 1 : to;
    }
    rows.push(line.slice(from));
  }
  return rows;
}

export function wordsAt(text: string, column: number, y: number, bold: boolean): Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    box: {
      x: MARGIN + (column + match.index) * CHARACTER_WIDTH,
      y,
      width: match[0].length * CHARACTER_WIDTH,
      height: LINE_HEIGHT,
    },
    size: FONT_SIZE,
    bold,
    certainty: 1,
  }));
}
