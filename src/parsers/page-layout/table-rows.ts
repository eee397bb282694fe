import { isNumeric, isPlaceholder } from '../is-numeric';
import type { Line, Rule } from '../parsed-document';
import { boundingBox } from './boxes';
import type { BandCells } from './column-run';

/** Headings wrap over this many lines at most. */
const MAX_HEADER_BANDS = 5;
/** Words of a heading over most of a table. */
const MAX_HEADING_WORDS = 7;
const NUMERIC_SHARE = 0.5;

/** Rows with their cells' lines by column. */
export interface TableRows {
  readonly headerRows: number;
  readonly rows: readonly (readonly (readonly Line[])[])[];
}

function textOf(lines: readonly Line[] | undefined): string {
  return (lines ?? []).map((line) => line.text).join(' ');
}

/** Columns most of whose filled cells are numeric. */
export function numericColumns(bands: readonly BandCells[], columns: number): Set<number> {
  const numeric = new Set<number>();
  for (let column = 0; column < columns; column += 1) {
    const texts = bands.map((band) => textOf(band.cells.get(column))).filter((text) => !isPlaceholder(text));
    const hits = texts.filter(isNumeric).length;
    if (hits > 0 && hits >= NUMERIC_SHARE * texts.length) numeric.add(column);
  }
  return numeric;
}

/**
 * Puts bands together to rows: the wrapped lines of a cell belong to the row above, several lines of headings are one
 * row, and a heading over several columns is part of each.
 */
export function tableRows(bands: readonly BandCells[], columns: number, rules: readonly Rule[] = []): TableRows {
  const numeric = numericColumns(bands, columns);
  const headers = countHeaderBands(bands, numeric, rules);
  const rows: Line[][][] = [];
  if (headers > 0) rows.push(headerRow(bands.slice(0, headers), columns));
  const body = bands.slice(headers);
  const starts = rowStarts(body, numeric);
  body.forEach((band, index) => {
    const current = rows[rows.length - 1];
    const isFirst = index === 0 || current === undefined;
    if (isFirst || starts[index] === true || bringsAnotherNumber(current, band, numeric)) rows.push(emptyRow(columns));
    const row = rows[rows.length - 1];
    for (const [column, lines] of band.cells) row?.[column]?.push(...lines);
    for (const { line, from } of band.spanning) row?.[from]?.push(line);
  });
  return { headerRows: headers > 0 ? 1 : 0, rows };
}

/**
 * A label of its own with a number where the row above already has one is another row: a total, a charge. Further lines
 * of a price ("- 2,00", "= 18,00") have no label, and a wrapped label goes on in lower case.
 */
function bringsAnotherNumber(
  row: readonly (readonly Line[])[],
  band: BandCells,
  numeric: ReadonlySet<number>,
): boolean {
  const cells = [...band.cells].map(([column, lines]) => ({ column, text: textOf(lines) }));
  const isTaken = (column: number): boolean => isNumeric(textOf(row[column]));
  const first = cells.find(({ column }) => column === 0);
  const isWordsOverNumbers = first !== undefined && numeric.has(0) && isTaken(0) && /\p{L}{3}/u.test(first.text);
  if (isWordsOverNumbers && cells.length > 1) return true;
  const labels = [
    ...cells.filter(({ column }) => !numeric.has(column)).map(({ text }) => text),
    ...band.spanning.map(({ line }) => line.text),
  ];
  const numbers = cells.filter(({ column, text }) => numeric.has(column) && isNumeric(text));
  if (labels.length === 0 || !numbers.some(({ column }) => isTaken(column))) return false;
  const last = Math.max(...[...numeric].filter((column) => isTaken(column)));
  if (numbers.some(({ column }) => column === last)) return true;
  return numbers.length === 1 && labels.some((label) => /^[^\p{Ll}(]/u.test(label));
}

function emptyRow(columns: number): Line[][] {
  return Array.from({ length: columns }, () => []);
}

function isYear(text: string): boolean {
  return /^\(?(?:FY\s*)?(?:19|20)\d\d(?:\s*[-/–]\s*\d\d(?:\d\d)?)?\)?\*?$/.test(text.trim());
}

/** Leading bands of words over columns of numbers; in a table of words, those that alone are bold or underlined. */
function countHeaderBands(bands: readonly BandCells[], numeric: ReadonlySet<number>, rules: readonly Rule[]): number {
  const isData = (band: BandCells): boolean =>
    [...band.cells].some(([column, lines]) => {
      const text = textOf(lines);
      return numeric.has(column) && isNumeric(text) && !isYear(text);
    });
  const yearsAreData = !bands.some(isData);
  if (numeric.size > 0) {
    const first = bands.findIndex(
      (band) =>
        isData(band) ||
        (yearsAreData && band.cells.size > 1 && [...band.cells.values()].some((lines) => isNumeric(textOf(lines)))),
    );
    if (first <= 0) return 0;
    return first > MAX_HEADER_BANDS ? 0 : withoutRowLabels(bands, first);
  }
  const isBold = (band: BandCells | undefined): boolean =>
    band !== undefined && [...band.cells.values()].flat().every((line) => line.words.every((word) => word.bold));
  if (isBold(bands[0]) && !isBold(bands[bands.length - 1])) {
    const first = bands.findIndex((band) => !isBold(band));
    return first > 0 && first <= MAX_HEADER_BANDS ? first : 0;
  }
  return bands.length >= 3 && isUnderlined(bands[0], bands[1], rules) && !isUnderlined(bands[1], bands[2], rules)
    ? 1
    : 0;
}

/** Whether a rule is drawn between two bands, under most of the first. */
function isUnderlined(band: BandCells | undefined, below: BandCells | undefined, rules: readonly Rule[]): boolean {
  if (band === undefined || below === undefined) return false;
  const box = boundingBox(band.band.lines.map((line) => line.box));
  const drawn = rules
    .filter((rule) => rule.y1 === rule.y2 && rule.y1 >= band.band.bottom - 3 && rule.y1 <= below.band.top + 3)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.x2, box.x + box.width) - Math.max(rule.x1, box.x)), 0);
  return drawn >= 0.6 * box.width;
}

/** The last bands above the data may be a group's name or the start of a wrapped label, alone in the first column. */
function withoutRowLabels(bands: readonly BandCells[], first: number): number {
  let count = first;
  while (count > 1) {
    const band = bands[count - 1];
    const isLabel = band !== undefined && band.cells.size === 1 && band.cells.has(0) && band.spanning.length === 0;
    const isWrapped = bands.slice(0, count - 1).some((above) => above.cells.has(0));
    if (!isLabel || !isWrapped) break;
    count -= 1;
  }
  return count;
}

function headerRow(bands: readonly BandCells[], columns: number): Line[][] {
  const row = emptyRow(columns);
  for (const band of bands) {
    for (const [column, lines] of band.cells) row[column]?.push(...lines);
    for (const { line, from, to } of band.spanning) {
      // A sentence between headings and rows is no heading.
      if (to - from + 1 > columns / 2 && line.words.length > MAX_HEADING_WORDS) continue;
      for (let column = from; column <= to; column += 1) row[column]?.push(line);
    }
  }
  return row;
}

/** Which bands begin a row: those that fill as many columns as rows do, and those set apart. */
function rowStarts(bands: readonly BandCells[], numeric: ReadonlySet<number>): boolean[] {
  const counts = bands
    .map((band) => band.cells.size)
    .filter((count) => count > 1)
    .sort((a, b) => a - b);
  const typical = counts[Math.floor(counts.length / 2)] ?? 1;
  const full = bands.map((band) => band.cells.size >= Math.max(2, typical / 2) && hasNumber(band, numeric));
  const fullGaps = bands.flatMap((band, index) => {
    const above = bands[index - 1];
    return index > 0 && above !== undefined && full[index] && full[index - 1]
      ? [band.band.top - above.band.bottom]
      : [];
  });
  const rowGap = fullGaps.length > 0 ? Math.min(...fullGaps) : Number.POSITIVE_INFINITY;
  return bands.map((band, index) => {
    const above = bands[index - 1];
    if (above === undefined || full[index]) return true;
    const gap = band.band.top - above.band.bottom;
    const isTight = gap <= 0.9 * band.band.height;
    if (!isTight && gap > 0.75 * (Number.isFinite(rowGap) ? rowGap : 0)) return true;
    if (band.cells.size >= 2 && band.cells.size >= typical / 2 && numeric.size === 0)
      return gap >= 0.5 * band.band.height || band.cells.has(0);
    const isFull = band.cells.has(0) && band.cells.size >= Math.max(2, typical) && band.spanning.length === 0;
    if (isFull && gap >= 0.9 * rowGap) return true;
    const onlyFirst = band.cells.size === 1 && band.cells.has(0);
    if (!onlyFirst) return false;
    if (gap < 0.75 * rowGap && Number.isFinite(rowGap)) return false;
    return !isContinued(textOf(above.cells.get(0)), textOf(band.cells.get(0)));
  });
}

function hasNumber(band: BandCells, numeric: ReadonlySet<number>): boolean {
  if (numeric.size === 0) return band.cells.has(0);
  return [...band.cells].some(([column, lines]) => numeric.has(column) && !/^\p{L}{4,}/u.test(textOf(lines)));
}

/** Whether a label goes on in the next line: it is cut at a hyphen or comma, or the next begins in lower case. */
function isContinued(above: string, below: string): boolean {
  return /[-,(&/]$/.test(above) || /^[\p{Ll}(]/u.test(below);
}
