import { isNumeric } from '../is-numeric';
import type { Line, Rule, Table, TableCell } from '../parsed-document';
import { boundingBox } from './boxes';
import { cellOf } from './cell-of';
import { type Band, type BandCells, bandOf, type Run } from './column-run';
import { growTable, isGroupHeading } from './grow-table';
import { splitColumns } from './split-columns';
import { withoutSumBlock } from './sum-block';
import { numericColumns, tableRows } from './table-rows';
import { countTotalRows } from './total-rows';

/** Seeds tried on one page: a page of more is a drawing. */
const MAX_SEEDS = 400;
/** Bands of all that grew on one page and was no table: as many as all seeds of a page of text could make. */
const MAX_BANDS_IN_VAIN = 20_000;
/** Words of a cell from which on it is a text block, and what looks like a table is a page of them. */
const MAX_CELL_WORDS = 60;
/** Words of a cell from which on a column is prose. */
const PROSE_WORDS = 9;

/** Tables that only the alignment of their cells shows, from the lines of a page by baseline. */
export function columnTables(page: number, rows: readonly (readonly Line[])[], rules: readonly Rule[]): Table[] {
  const bands = rows.filter((lines) => lines.length > 0).map(bandOf);
  const placeOf = new Map(bands.map((band, index): [Band, number] => [band, index]));
  const used = new Set<number>();
  let inVain = 0;
  const isFree = (band: number): boolean => !used.has(band);
  const seeds = bands
    .map((band, index) => ({
      index,
      count: band.lines.length,
      numbers: band.lines.filter((line) => isNumeric(line.text)).length,
    }))
    .filter((seed) => seed.count >= 2)
    .sort((a, b) => b.count - a.count || b.numbers - a.numbers || a.index - b.index)
    .slice(0, MAX_SEEDS);
  const found: { top: number; table: Table }[] = [];
  for (const { index } of seeds) {
    if (used.has(index)) continue;
    if (inVain > MAX_BANDS_IN_VAIN) break;
    const grown = growTable(bands, index, isFree);
    if (grown === null) continue;
    const run = trimmed(grown.run);
    const table = tableOf(page, withoutSumBlock(run), rules);
    if (table === null) {
      inVain += run.bands.length;
      continue;
    }
    for (const { band } of run.bands) used.add(placeOf.get(band) ?? -1);
    const first = run.bands[0]?.band;
    const above = first === undefined ? undefined : bands[(placeOf.get(first) ?? 0) - 1];
    found.push({ top: table.box.y, table: { ...table, title: titleAbove(above, first) } });
  }
  return found.sort((a, b) => a.top - b.top).map(({ table }) => table);
}

/** Without the single lines at the ends that only happened to stand below or above a column. */
function trimmed(run: Run): Run {
  const isWeak = (band: BandCells | undefined): boolean =>
    band !== undefined && band.cells.size + band.spanning.length < 2;
  let from = 0;
  const isHeading = (band: BandCells | undefined): boolean => band !== undefined && isGroupHeading(band);
  while (from < run.bands.length && isWeak(run.bands[from]) && !isHeading(run.bands[from])) from += 1;
  let to = run.bands.length;
  while (to > from && isWeak(run.bands[to - 1])) to -= 1;
  // Wrapped lines, tight below the last row, belong to it.
  while (to > from && isTightBelow(run.bands[to], run.bands[to - 1])) to += 1;
  return { columns: run.columns, bands: run.bands.slice(from, to) };
}

function isTightBelow(band: BandCells | undefined, above: BandCells | undefined): boolean {
  if (band === undefined || above === undefined || band.spanning.length > 0) return false;
  return band.band.top - above.band.bottom <= 0.6 * band.band.height;
}

function tableOf(page: number, grown: Run, rules: readonly Rule[]): Table | null {
  const run = splitColumns(grown);
  const kept = run.columns
    .map((_, column) => column)
    .filter((column) => run.bands.some((band) => band.cells.has(column)));
  if (kept.length < 2) return null;
  const bands = run.bands.filter((band) => band.cells.size > 0 || band.spanning.length > 0);
  const { headerRows, rows } = tableRows(bands, run.columns.length, rules);
  if (!isTable(run, bands, rows.length - headerRows, headerRows, kept)) return null;
  const cells = rows.map((row) => {
    const box = boundingBox(row.flat().map((line) => line.box));
    return kept.map((column): TableCell => {
      const { left, right } = run.columns[column] ?? { left: box.x, right: box.x };
      return cellOf(row[column] ?? [], { x: left, y: box.y, width: right - left, height: box.height });
    });
  });
  if (cells.flat().some((cell) => cell.text.split(' ').length > MAX_CELL_WORDS)) return null;
  const box = boundingBox(bands.flatMap((band) => band.band.lines.map((line) => line.box)));
  const totalRows = countTotalRows(rows, headerRows);
  return { page, box, headerRows, rows: cells, title: null, ...(totalRows > 0 ? { totalRows } : {}) };
}

/** Numbers in columns make a table; words do only under headings, and never columns of prose or of `label:` and value. */
function isTable(
  run: Run,
  bands: readonly BandCells[],
  bodyRows: number,
  headerRows: number,
  kept: readonly number[],
): boolean {
  const texts = (column: number): string[] =>
    bands.flatMap((band) => (band.cells.get(column) ?? []).map((line) => line.text));
  const numeric = numericColumns(bands, run.columns.length).size;
  const several = bands.filter((band) => band.cells.size >= 2).length;
  if (several < 2 || bodyRows < 1) return false;
  if (kept.length <= 3 && several < 0.5 * bands.length) return false;
  const hasLabels = kept.some((column) => {
    const all = texts(column);
    return all.length >= 2 && all.filter((text) => /:$/.test(text)).length >= 0.6 * all.length;
  });
  if (hasLabels) return false;
  // Columns that only one line knows are words of that line.
  const shared = kept.filter((column) => bands.filter((band) => band.cells.has(column)).length >= 2).length;
  if (shared < 2 || shared < 0.5 * kept.length) return bodyRows === 1 && headerRows > 0 && several >= 2 && shared >= 3;
  const words = kept.map((column) => {
    const all = texts(column);
    return all.reduce((sum, text) => sum + text.split(' ').length, 0) / Math.max(1, all.length);
  });
  const proseColumns = words.filter((count) => count >= PROSE_WORDS).length;
  if (numeric === 0 && columnsOfProse(bands, kept) >= 2) return false;
  if (numeric === 0) return headerRows > 0 && kept.length >= 3 && bodyRows >= 2 && proseColumns === 0;
  if (kept.length === 2)
    return (bodyRows >= 2 && several >= 3 && proseColumns === 0) || (headerRows > 0 && bodyRows >= 2);
  return headerRows > 0 || bodyRows >= 2;
}

/** Share of a column's lines that go on with the sentence of the line above. */
const MIN_GOING_ON = 0.4;

/** How many columns read on from line to line, over the rows of the others. */
function columnsOfProse(bands: readonly BandCells[], columns: readonly number[]): number {
  return columns.filter((column) => {
    const texts = bands.map((band) => (band.cells.get(column) ?? []).map((line) => line.text).join(' '));
    const pairs = texts.slice(1).map((text, index): [string, string] => [texts[index] ?? '', text]);
    const goingOn = pairs.filter(([above, text]) => /[^.!?:;]$/u.test(above) && /^\p{Ll}/u.test(text)).length;
    return goingOn >= 2 && goingOn >= MIN_GOING_ON * texts.filter((text) => text !== '').length;
  }).length;
}

/** The line right above a table, alone on its baseline: bold, or called a table. */
function titleAbove(above: Band | undefined, first: Band | undefined): string | null {
  const line = above?.lines[0];
  if (first === undefined || above === undefined || line === undefined || above.lines.length > 1) return null;
  if (first.top - above.bottom > 2.5 * above.height) return null;
  const isNamed = /^(?:table|tabelle|tableau|tabla|tabella|tabel)\b/i.test(line.text);
  return isNamed || line.words.every((word) => word.bold) ? line.text : null;
}
