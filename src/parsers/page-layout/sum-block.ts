import { isNumeric } from '../is-numeric';
import type { Line } from '../parsed-document';
import { boundingBox } from './boxes';
import type { BandCells, Run } from './column-run';

/** Points by which words that begin or end at one place may differ. */
const SAME_EDGE = 2;

/**
 * The run without the block of sums below it: labels that begin or end where no cell of their column does, each with a
 * number. They are no rows of the table, though their numbers stand under its own.
 */
export function withoutSumBlock(run: Run): Run {
  let from = run.bands.length;
  while (from > 0 && labelOf(run.bands[from - 1]) !== null) from -= 1;
  const labels = run.bands.slice(from).flatMap((band) => labelOf(band) ?? []);
  const body = run.bands.slice(0, from).filter((band) => band.cells.has(0) && holdsNumber(band));
  if (labels.length === 0 || body.length === 0) return run;
  const columns = new Set(labels.map(({ column }) => column));
  const cells = body.flatMap((band) => [...columns].flatMap((column) => boxesOf(band.cells.get(column) ?? [])));
  const own = labels.map(({ lines }) => boundingBox(lines.map((line) => line.box)));
  const isAligned = [left, right, middle].some(
    (edge) => areOne(own.map(edge)) && cells.some((cell) => areOne([edge(cell), ...own.map(edge)])),
  );
  return isAligned ? run : { columns: run.columns, bands: run.bands.slice(0, from) };
}

type Edge = (box: Line['box']) => number;
const left: Edge = ({ x }) => x;
const right: Edge = ({ x, width }) => x + width;
const middle: Edge = ({ x, width }) => x + width / 2;

function areOne(places: readonly number[]): boolean {
  return Math.max(...places) - Math.min(...places) <= SAME_EDGE;
}

function boxesOf(lines: readonly Line[]): Line['box'][] {
  return lines.map((line) => line.box);
}

function holdsNumber(band: BandCells): boolean {
  return [...band.cells.values()].some((lines) => lines.some((line) => isNumeric(line.text)));
}

/** The words of a band that holds nothing but words and a number, none of them in the first column. */
function labelOf(band: BandCells | undefined): { readonly column: number; readonly lines: readonly Line[] } | null {
  if (band === undefined || band.cells.has(0) || band.spanning.length > 0 || band.cells.size !== 2) return null;
  const [label, number] = [...band.cells].sort(([a], [b]) => a - b);
  if (label === undefined || number === undefined) return null;
  const text = label[1].map((line) => line.text).join(' ');
  const isSum = /\p{L}{2}/u.test(text) && !isNumeric(text) && number[1].every((line) => isNumeric(line.text));
  return isSum ? { column: label[0], lines: label[1] } : null;
}
