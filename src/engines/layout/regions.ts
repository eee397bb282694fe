import type { PrintedLabel } from './labels';
import { sharedWidth } from './span';
import type { View, ViewLine } from './view';

/** A place where the value of a label may stand. */
export interface Region {
  readonly line: ViewLine;
  readonly start: number;
  readonly end: number;
  /** 0-1: how usual this place is for this label. */
  readonly weight: number;
  readonly where: 'inline' | 'right' | 'below';
}

type Labels = ReadonlyMap<ViewLine, readonly PrintedLabel[]>;

/** Where people print the value of a label: after it, right of it, below it. Best first. */
export function regionsOf(label: PrintedLabel, labels: Labels, view: View): Region[] {
  const inline = inlineRegion(label, labels);
  const heading = isHeading(label, labels);
  const right = rightRegions(label, labels, heading);
  const below = inline !== null && inline.weight > 0.9 ? [] : belowRegions(label, labels, view, heading);
  const found = [...(inline === null ? [] : [inline]), ...right, ...below];
  return inline === null ? found : found.map((one) => (one === inline ? one : { ...one, weight: one.weight * 0.85 }));
}

function inlineRegion(label: PrintedLabel, labels: Labels): Region | null {
  const text = label.line.text;
  const start = label.end + (/^[\s:.#=–-]*(?!\d)|^[\s:.#=–]*/.exec(text.slice(label.end))?.[0].length ?? 0);
  const next = (labels.get(label.line) ?? []).find(
    (other) => other.start >= start && other.start > label.start && (other.colon || other.answers.length > 0),
  );
  const end = next === undefined || (!next.colon && label.colon && next.start === start) ? text.length : next.start;
  if (text.slice(start, end).trim() === '') return null;
  return { line: label.line, start, end, weight: label.colon ? 1 : 0.9, where: 'inline' };
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

function isBare(label: PrintedLabel): boolean {
  return label.start <= 2 && /^[\s:.()/]*$/.test(label.line.text.slice(label.end));
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
    if ((labels.get(line) ?? []).some((other) => other.start === 0 && other.end > line.text.length * 0.5)) break;
    found.push({ line, start: 0, end: line.text.length, weight, where: 'right' });
    weight *= 0.93;
  }
  return found;
}

/** How far below, in heights of the label's line. */
const REACH = 3.2;

function belowRegions(label: PrintedLabel, labels: Labels, view: View, heading: boolean): Region[] {
  const { box, page, index } = label.line;
  const found: Region[] = [];
  for (const line of nearby(view, index)) {
    const drop = line.box.y - (box.y + box.height);
    if (line.page !== page || drop < -box.height * 0.3 || drop > box.height * REACH) continue;
    if (sharedWidth(box, line.box) < Math.min(4, box.width * 0.3)) continue;
    const isLabel = (labels.get(line) ?? []).some((other) => other.start === 0 && (other.colon || isBare(other)));
    if (isLabel) continue;
    const aligned = Math.abs(line.box.x - box.x) < 6 || heading ? 1 : 0.85;
    const weight =
      (heading ? 0.95 : isBare(label) ? 0.82 : 0.55) * aligned * (1 - Math.max(0, drop) / (box.height * 14));
    found.push({ line, start: 0, end: line.text.length, weight, where: 'below' });
  }
  return found
    .sort((a, b) => a.line.box.y - b.line.box.y)
    .slice(0, 2)
    .map((one, order) => (order === 0 ? one : { ...one, weight: one.weight * 0.8 }));
}

/** Lines around an index in reading order; columns may put the line below a good way off. */
function nearby(view: View, index: number): readonly ViewLine[] {
  return view.lines.slice(Math.max(0, index - 40), index + 60);
}
