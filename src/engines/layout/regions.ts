import type { PrintedLabel } from './printed-label';
import { sharedWidth } from './span';
import { valueAbove } from './values-above';
import type { View, ViewLine } from './view';

/** A place where the value of a label may stand. */
export interface Region {
  readonly line: ViewLine;
  readonly start: number;
  readonly end: number;
  /** 0-1: how usual this place is for this label. */
  readonly weight: number;
  readonly where: 'inline' | 'right' | 'below' | 'above';
}

type Labels = ReadonlyMap<ViewLine, readonly PrintedLabel[]>;

/** Where people print the value of a label: after it, right of it, below it, on a drawn line above it. Best first. */
export function regionsOf(label: PrintedLabel, labels: Labels, view: View): Region[] {
  const inline = inlineRegion(label, labels);
  const above = inline === null && isBare(label) && !label.colon ? valueAbove(label.line, view) : null;
  if (above !== null && !labels.has(above))
    return [{ line: above, start: 0, end: above.text.length, weight: 0.95, where: 'above' }];
  const heading = isHeading(label, labels) || isOverValue(label, labels, view);
  const beside = rightRegions(label, labels, heading);
  const right = [...beside, ...goingOn(label, beside[0], view)];
  const below = inline !== null && inline.weight > 0.9 ? [] : belowRegions(label, labels, view, heading);
  const found = [
    ...(inline === null ? [] : [inline]),
    ...right,
    ...below,
    ...(right.length === 0 ? wrappedRegion(label, labels, view) : []),
  ];
  return inline === null ? found : found.map((one) => (one === inline ? one : { ...one, weight: one.weight * 0.85 }));
}

function inlineRegion(label: PrintedLabel, labels: Labels): Region | null {
  const text = label.line.text;
  if (isCounted(label)) return null;
  const start = label.end + (/^[\s:.#=–-]*(?!\d)|^[\s:.#=–]*/.exec(text.slice(label.end))?.[0].length ?? 0);
  const next = (labels.get(label.line) ?? []).find(
    (other) => other.start >= start && other.start > label.start && (other.colon || other.answers.length > 0),
  );
  const end = next === undefined || (!next.colon && label.colon && next.start === start) ? text.length : next.start;
  if (text.slice(start, end).trim() === '') return null;
  return { line: label.line, start, end, weight: label.colon ? 1 : 0.9, where: 'inline' };
}

/** "4 nights, 1 room": what is counted has its number before it. */
function isCounted({ line, start, end, colon }: PrintedLabel): boolean {
  return (
    !colon && /(?<![\d.,/-])\d{1,3}\s+$/.test(line.text.slice(0, start)) && /^\s*[,;·|]/.test(line.text.slice(end))
  );
}

/** A label in a row of labels with nothing after it: its value stands below, as in a form or a table head. */
function isHeading(label: PrintedLabel, labels: Labels): boolean {
  if (!isBare(label)) return false;
  const others = label.line.row.lines.filter((line) => line !== label.line);
  return (
    others.length > 0 &&
    others.some((line) => isBareLine(line, labels)) &&
    others.every((line) => isBareLine(line, labels) || !/\d/.test(line.text))
  );
}

/** What may follow a label without being its value: a mark, a unit or a hint in brackets. */
const AFTER_LABEL = /^[\s:.()/?*]*$|^\s*\([^()]{1,20}\)\W*$/;

/** Words or a number before the part of a label that is known. */
const LEAD = /^(?:\p{Lu}[\p{L} ]{1,14} |\W*\d{1,2}[.)]? )$/u;

function isBare(label: PrintedLabel): boolean {
  const lead = label.line.text.slice(0, label.start);
  return (label.start <= 2 || LEAD.test(lead)) && AFTER_LABEL.test(label.line.text.slice(label.end));
}

function endsLine(label: PrintedLabel): boolean {
  return AFTER_LABEL.test(label.line.text.slice(label.end));
}

function isBareLine(line: ViewLine, labels: Labels): boolean {
  const [first, ...more] = labels.get(line) ?? [];
  return first !== undefined && more.length === 0 && isBare(first);
}

function rightRegions(label: PrintedLabel, labels: Labels, heading: boolean): Region[] {
  const row = label.line.row.lines;
  const after = row.slice(row.indexOf(label.line) + 1, row.indexOf(label.line) + 5);
  const found: Region[] = [];
  let weight = heading ? 0.5 : 0.95;
  for (const line of after) {
    const named = (labels.get(line) ?? []).filter((other) => other.start === 0 && other.end > line.text.length * 0.5);
    if (named.some((other) => other.colon || !label.colon || found.length > 0)) break;
    found.push({ line, start: 0, end: line.text.length, weight, where: 'right' });
    weight *= 0.93;
  }
  return found;
}

/** Rows that a value beside its label may go on for. */
const MORE_ROWS = 2;

/** A value of several rows beside its label: rows right below the first, flush with it, with nothing below the label. */
function goingOn(label: PrintedLabel, value: Region | undefined, view: View): Region[] {
  if (value === undefined) return [];
  const found: Region[] = [];
  let bottom = label.line.row.bottom;
  for (const row of view.rows.slice(label.line.row.index + 1, label.line.row.index + 1 + MORE_ROWS)) {
    const [line] = row.lines;
    const isBelow = row.page === label.line.page && row.top - bottom < label.line.box.height * 0.5;
    if (line === undefined || !isBelow || !isFlush(line, value.line)) break;
    found.push({ line, start: 0, end: line.text.length, weight: value.weight * 0.82, where: 'right' });
    bottom = row.bottom;
  }
  return found;
}

/** How far below, in heights of the label's line. */
const REACH = 3.2;

function belowRegions(label: PrintedLabel, labels: Labels, view: View, heading: boolean): Region[] {
  const { box } = label.line;
  const found: Region[] = [];
  const last = label.line.row.lines.at(-1) === label.line;
  for (const line of linesUnder(label.line, box.height * REACH, view)) {
    const drop = line.box.y - (box.y + box.height);
    const under = sharedWidth(box, line.box) >= Math.min(4, box.width * 0.3);
    const shifted =
      last && !under && drop < box.height && line.box.x >= box.x && line.box.x < box.x + box.width + SHIFT;
    if (!under && !shifted) continue;
    const isLabel = (labels.get(line) ?? []).some((other) => other.start === 0 && (other.colon || isBare(other)));
    const named = isLabel || CAPTION.test(line.text);
    if (named && under) break;
    if (named) continue;
    const aligned = Math.abs(line.box.x - box.x) < 6 || heading ? 1 : 0.85;
    const weight =
      (heading ? 0.95 : isBare(label) ? 0.82 : endsLine(label) ? 0.68 : 0.55) *
      aligned *
      (1 - Math.max(0, drop) / (box.height * 14));
    found.push({ line, start: 0, end: line.text.length, weight: shifted ? weight * 0.85 : weight, where: 'below' });
  }
  return found.slice(0, 2).map((one, order) => (order === 0 ? one : { ...one, weight: one.weight * 0.8 }));
}

/** A line that begins with a label nobody listed. */
const CAPTION = /^\p{Lu}[^:.\d]{1,28}:(?:\s|$)/u;

/** Points that a right-aligned value may stand to the right of its heading. */
const SHIFT = 60;

/** Lines of the rows below, near ones first. */
function linesUnder(line: ViewLine, reach: number, view: View): ViewLine[] {
  const found: ViewLine[] = [];
  for (const row of view.rows.slice(line.row.index + 1, line.row.index + 16)) {
    if (row.page !== line.page || row.top - (line.box.y + line.box.height) > reach) break;
    found.push(...row.lines.filter((other) => other.box.y > line.box.y + line.box.height * 0.5));
  }
  return found;
}

/** A form that sets small labels over their values: this label and its neighbour each have a line right below, flush left. */
function isOverValue(label: PrintedLabel, labels: Labels, view: View): boolean {
  if (!isBare(label) || label.colon) return false;
  const row = label.line.row.lines;
  const next = row[row.indexOf(label.line) + 1];
  if (next === undefined || /\d/.test(next.text) || next.text.length > 40) return false;
  if (!isBareLine(next, labels) && standsInColumn(label, next, labels, view)) return false;
  const under = linesUnder(label.line, label.line.box.height * 0.9, view);
  const flush = (line: ViewLine): ViewLine | undefined =>
    under.find(
      (other) =>
        Math.abs(other.box.x - line.box.x) < 8 ||
        sharedWidth(other.box, line.box) > 0.6 * Math.min(other.box.width, line.box.width),
    );
  const own = flush(label.line);
  return (
    own !== undefined &&
    flush(next) !== undefined &&
    (labels.get(own) ?? []).every((other) => other.start > 0 || !isBare(other))
  );
}

/** Rows above and below in which another label shows that labels stand under each other here. */
const COLUMN_ROWS = 1;

/** A label with another one right above or below it, flush: a list of labels, their values beside them. */
function standsInColumn(label: PrintedLabel, value: ViewLine, labels: Labels, view: View): boolean {
  const { line } = label;
  return view.rows
    .slice(Math.max(0, line.row.index - COLUMN_ROWS), line.row.index + COLUMN_ROWS + 1)
    .filter((row) => row !== line.row && row.page === line.page)
    .some(
      (row) =>
        row.lines.some((other) => isFlush(other, line) && isBareLine(other, labels)) ||
        (row.lines.some((other) => isFlush(other, value) && /\d/.test(other.text)) &&
          row.lines.some((other) => isFlush(other, line) && !/\d/.test(other.text))),
    );
}

function isFlush(a: ViewLine, b: ViewLine): boolean {
  return Math.abs(a.box.x - b.box.x) < 4;
}

/** A label at the end of its row whose text was wrapped: the value begins the next row. */
function wrappedRegion(label: PrintedLabel, labels: Labels, view: View): Region[] {
  if (!isBare(label) || label.line.row.lines.at(-1) !== label.line || label.line.row.lines.length < 2) return [];
  const next = view.rows[label.line.row.index + 1];
  const line = next?.lines[0];
  if (next === undefined || line === undefined || next.page !== label.line.page || (labels.get(line) ?? []).length > 0)
    return [];
  return [{ line, start: 0, end: line.text.length, weight: 0.62, where: 'below' }];
}
