import type { Line, Word } from '../parsed-document';
import { lineOf } from './boxes';
import { type BandCells, type Column, columnOf, type Run, widen } from './column-run';

/** Points by which words that begin a column may differ. */
const EDGE_SLACK = 1.5;
/** A gap between columns is at least this part of the font size. */
const MIN_GAP_EM = 0.2;
/** Rows, headings included, that must begin a word at the same place. */
const MIN_ROWS = 3;

/** Share of rows whose words before the edge must differ. */
const MIN_DISTINCT = 0.6;

/**
 * Parts columns that stand so close that their words run together: where every full row, the headings too, begins a word
 * at the same place with no word across it, two columns meet.
 */
export function splitColumns(run: Run): Run {
  let current = run;
  for (let column = 0; column < current.columns.length && current.columns.length < 40; column += 1) {
    const edge = commonEdge(current, column);
    if (edge !== null) {
      current = splitAt(current, column, edge);
      column -= 1;
    }
  }
  return current;
}

function commonEdge(run: Run, column: number): number | null {
  const counts = run.bands.map((band) => band.cells.size).sort((a, b) => a - b);
  const most = counts[counts.length - 1] ?? 0;
  if (most < 3) return null;
  const rows = run.bands.filter((band) => band.cells.size >= 0.7 * most).flatMap((band) => wordsIn(band, column));
  const [first] = rows;
  if (first === undefined || rows.length < MIN_ROWS) return null;
  for (const word of first.slice(1)) {
    const edge = word.box.x;
    if (!rows.every((words) => beginsAt(words, edge))) continue;
    // The same words before the edge in every row are the beginning of a phrase, not a column.
    const before = new Set(
      rows.map((words) =>
        words
          .filter((own) => own.box.x < edge - EDGE_SLACK)
          .map((own) => own.text)
          .join(' '),
      ),
    );
    if (before.size >= MIN_DISTINCT * rows.length) return edge;
  }
  return null;
}

function wordsIn(band: BandCells, column: number): Word[][] {
  const lines = band.cells.get(column);
  return lines === undefined ? [] : [lines.flatMap((line) => [...line.words])];
}

function beginsAt(words: readonly Word[], edge: number): boolean {
  const index = words.findIndex((word) => Math.abs(word.box.x - edge) <= EDGE_SLACK);
  const left = words[index - 1];
  const right = words[index];
  if (left === undefined || right === undefined) return false;
  return right.box.x - (left.box.x + left.box.width) >= MIN_GAP_EM * right.size;
}

function splitAt(run: Run, column: number, edge: number): Run {
  const bands = run.bands.map((band): BandCells => {
    const cells = new Map<number, Line[]>();
    for (const [index, lines] of band.cells) {
      if (index !== column) {
        cells.set(index < column ? index : index + 1, lines);
        continue;
      }
      const words = lines.flatMap((line) => [...line.words]);
      const left = words.filter((word) => word.box.x < edge - EDGE_SLACK);
      const right = words.filter((word) => word.box.x >= edge - EDGE_SLACK);
      const reachesOver = left.some((word) => word.box.x + word.box.width > edge + EDGE_SLACK);
      const together = reachesOver || (left.length > 0 && right.length > 0 && !beginsAt(words, edge));
      if (together) cells.set(column, lines);
      else {
        if (left.length > 0) cells.set(column, [lineOf(left)]);
        if (right.length > 0) cells.set(column + 1, [lineOf(right)]);
      }
    }
    const spanning = band.spanning.map(({ line, from, to }) => ({
      line,
      from: from > column ? from + 1 : from,
      to: to >= column ? to + 1 : to,
    }));
    return { band: band.band, cells, spanning, loose: [] };
  });
  const columns = run.columns.flatMap((own, index): Column[] =>
    index === column ? [columnFrom(bands, column, own), columnFrom(bands, column + 1, own)] : [own],
  );
  return { columns, bands };
}

function columnFrom(bands: readonly BandCells[], column: number, whole: Column): Column {
  const [first, ...rest] = bands.flatMap((band) => band.cells.get(column) ?? []);
  if (first === undefined) return whole;
  const own = columnOf(first);
  for (const line of rest) widen(own, line);
  return own;
}
