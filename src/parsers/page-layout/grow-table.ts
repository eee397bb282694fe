import { isNumeric } from '../is-numeric';
import { type Band, type BandCells, columnOf, type Run } from './column-run';
import { accept, placeBand } from './place-band';

/** White space between two rows, in line heights, after which a table has ended. */
const MAX_ROW_GAP = 2.6;
/** Rows set wider than that make wider gaps part of the table, up to this many line heights. */
const MAX_WIDE_ROW_GAP = 5;
/** White space between two lines of headings, in line heights. */
const MAX_HEADING_GAP = 0.8;
/** Words of what a group of columns is called. */
const MAX_GROUP_WORDS = 7;
/** Columns, and the share of them filled, that make a band a record among others. */
const MIN_RECORD_COLUMNS = 5;
const RECORD_SHARE = 0.75;
/** Bands looked ahead for the table to go on behind lines that run across it. */
const LOOK_AHEAD = 5;

/** Grows a table from the band with the most columns, down and then up, as long as bands fit its columns. */
export function growTable(
  bands: readonly Band[],
  seed: number,
  isFree: (band: number) => boolean,
): { run: Run; from: number; to: number } | null {
  const start = bands[seed];
  if (start === undefined) return null;
  const columns = start.lines.map(columnOf);
  const first: BandCells = {
    band: start,
    cells: new Map(start.lines.map((line, index) => [index, [line]])),
    spanning: [],
    loose: [],
  };
  const run: Run = { columns, bands: [first] };
  const to = extend(run, bands, seed, 1, isFree);
  const from = extend(run, bands, seed, -1, isFree);
  return { run, from, to };
}

function extend(
  run: Run,
  bands: readonly Band[],
  seed: number,
  step: 1 | -1,
  isFree: (band: number) => boolean,
): number {
  let last = seed;
  let widest = 0;
  let sawHeading = step === -1 && !holdsNumber(run.bands[0]);
  let at = seed + step;
  while (at >= 0 && at < bands.length) {
    const band = bands[at];
    const previous = bands[last];
    if (band === undefined || previous === undefined || !isFree(at)) break;
    const gap = step === 1 ? band.top - previous.bottom : previous.top - band.bottom;
    const height = Math.min(band.height, previous.height);
    const limit = Math.min(MAX_WIDE_ROW_GAP * height, Math.max(MAX_ROW_GAP * height, 1.4 * widest));
    if (gap > limit) break;
    const cells = placeBand(run.columns, band, step);
    const isOver = step === -1 && cells !== null && isGroupHeading(cells) && gap <= MAX_HEADING_GAP * height;
    if (cells === null || (isAcross(cells, run) && !isOver && !goesOn(run, bands, at, step, isFree))) {
      const next = cells === null ? nextRecord(run, bands, at, step, isFree) : null;
      if (next === null) break;
      at = next;
      last = next - step;
      continue;
    }
    if (step === -1) {
      // Above its headings a table is over, but for more lines of headings.
      const isData = holdsNumber(cells);
      const isFar = gap > MAX_HEADING_GAP * height;
      const isSingle = cells.cells.size + cells.loose.length < 2;
      if (isFar && (sawHeading || (isSingle && !goesOn(run, bands, at, step, isFree)))) break;
      if (sawHeading && isData) break;
      sawHeading ||= !isData && cells.cells.size >= Math.max(2, 0.6 * run.columns.length);
    }
    accept(run, cells, step);
    if (cells.cells.size > 1) widest = Math.max(widest, gap);
    last = at;
    at += step;
  }
  return last;
}

function holdsNumber(band: BandCells | undefined): boolean {
  return [...(band?.cells.values() ?? [])].some((lines) => lines.some((line) => isNumeric(line.text)));
}

/**
 * The next record behind lines with columns of their own: each record of a list may have its details below it. Only a
 * record that fills almost all columns counts.
 */
function nextRecord(
  run: Run,
  bands: readonly Band[],
  at: number,
  step: 1 | -1,
  isFree: (band: number) => boolean,
): number | null {
  if (run.columns.length < MIN_RECORD_COLUMNS) return null;
  for (let ahead = 1; ahead <= LOOK_AHEAD; ahead += 1) {
    const index = at + ahead * step;
    const band = bands[index];
    if (band === undefined || !isFree(index)) return null;
    const cells = placeBand(run.columns, band, step);
    if (cells === null || cells.spanning.length > 0 || cells.loose.length > 0) continue;
    if (cells.cells.size >= RECORD_SHARE * run.columns.length) return index;
  }
  return null;
}

/** A few words over some of the columns, but not over the first: what a group of columns is called. */
export function isGroupHeading(cells: BandCells): boolean {
  return (
    cells.cells.size === 0 &&
    cells.spanning.length > 0 &&
    cells.spanning.every(({ line, from }) => from > 0 && line.words.length <= MAX_GROUP_WORDS)
  );
}

/** One line that runs over columns: the end of the table, or a remark inside it. */
function isAcross(cells: BandCells, run: Run): boolean {
  return cells.spanning.length > 0 && cells.cells.size === 0 && run.columns.length > 1;
}

function goesOn(
  run: Run,
  bands: readonly Band[],
  at: number,
  step: 1 | -1,
  isFree: (band: number) => boolean,
): boolean {
  for (let ahead = 1; ahead <= LOOK_AHEAD; ahead += 1) {
    const index = at + ahead * step;
    const band = bands[index];
    const previous = bands[index - step];
    if (band === undefined || previous === undefined || !isFree(index)) return false;
    const gap = step === 1 ? band.top - previous.bottom : previous.top - band.bottom;
    if (gap > MAX_ROW_GAP * Math.min(band.height, previous.height)) return false;
    const cells = placeBand(run.columns, band, step);
    if (cells === null) return false;
    if (cells.cells.size >= Math.max(3, 0.6 * run.columns.length) && cells.spanning.length === 0) return true;
  }
  return false;
}
