import { findDates } from '../../values/date';
import { answersIn } from '../answer-text';
import { findLabels } from '../labels';
import type { PrintedLabel } from '../printed-label';
import type { Question } from '../question';
import { spanOfLine } from '../span';
import type { ArrayQuestion } from '../tables/array-question';
import type { Items } from '../tables/items';
import type { RowReading } from '../tables/read-cells';
import type { View, ViewLine } from '../view';

/** Share of an item's properties that must be found where there is one item only, and where there are several. */
const MOST_OF_ONE = 0.6;
const MOST_OF_MANY = 0.4;
/** An item has at least this many labelled values. */
const FEWEST = 2;
/** Likeness from which a label names a property. */
const NAMES = 0.6;
/** Points of height within which a block of labels and values stands. */
const BLOCK_HEIGHT = 260;
/** Labels of one property, at most: a wording met more often is a habit of speech. */
const MOST_LABELS = 2_000;

/**
 * Evidence: items set as blocks of labels and values and not as a table ("Item: ... Quantity: ... Price: ..."). A label
 * that comes again begins another item.
 */
export function labelledItems(question: ArrayQuestion, view: View): Items | null {
  const blocks = blocksOf(labelledValues(question.properties, view));
  const most = Math.max(0, ...blocks.map((block) => block.length));
  const rows = blocks.filter((block) => block.length >= Math.max(FEWEST, Math.floor(most / 2) + 1) && isCompact(block));
  const enough = question.properties.length * (rows.length > 1 ? MOST_OF_MANY : MOST_OF_ONE);
  if (rows.length === 0 || most < Math.ceil(enough)) return null;
  return { rows, score: rows.length > 1 ? 0.6 : 0.5, source: 'label' };
}

function labelledValues(properties: readonly Question[], view: View): RowReading[] {
  const labels = findLabels(view, properties);
  const found: RowReading[] = [];
  for (const line of view.lines) {
    for (const label of labels.get(line) ?? []) {
      if (found.length > MOST_LABELS * properties.length) return found;
      const value = bestValue(label, labels, view);
      if (value !== null) found.push(value);
    }
  }
  return found;
}

type Labels = ReadonlyMap<ViewLine, readonly PrintedLabel[]>;

/** A label may name two properties ("Departure": the place, the time); the value's kind tells which. */
function bestValue(label: PrintedLabel, labels: Labels, view: View): RowReading | null {
  const place = placeOfValue(label, labels, view);
  if (place === null) return null;
  const values = label.answers
    .filter((one) => one.weight >= NAMES)
    .flatMap(({ question, weight }) => read(question, place, weight, view) ?? []);
  return values.sort((a, b) => b.score - a.score)[0] ?? null;
}

interface Place {
  readonly line: ViewLine;
  readonly start: number;
  readonly end: number;
  readonly sure: number;
}

/** After the label, else right of it, else below it. */
function placeOfValue(label: PrintedLabel, labels: Labels, view: View): Place | null {
  const { line } = label;
  const next = (labels.get(line) ?? []).find((other) => other.colon && other.start >= label.end);
  const end = next?.start ?? line.text.length;
  if (/[\p{L}\d]/u.test(line.text.slice(label.end, end)))
    return label.colon ? { line, start: label.end, end, sure: 0.9 } : null;
  if (label.start > 2) return null;
  const whole = (other: ViewLine, sure: number): Place | null =>
    labels.has(other) ? null : { line: other, start: 0, end: other.text.length, sure };
  const right = line.row.lines.find((other) => other.box.x > line.box.x);
  if (right !== undefined) return whole(right, 0.85);
  const below = view.lines[line.index + 1];
  return below === undefined || below.page !== line.page ? null : whole(below, 0.75);
}

function read(property: Question, { line, start, end, sure }: Place, weight: number, view: View): RowReading | null {
  const text = line.text.slice(start, end);
  const [answer] = answersIn(property, text, view.locale);
  if (answer === undefined) return null;
  return {
    property,
    value: answer.value,
    span: spanOfLine(line.page, line.line, start + answer.start, start + answer.end),
    score: sure * weight * answer.fit * (isOfOtherKind(property, text, view) ? 0.6 : 1),
    flags: answer.flags,
  };
}

/** A day where words are asked for. */
function isOfOtherKind(property: Question, text: string, view: View): boolean {
  return (property.kind === 'text' || property.kind === 'name') && findDates(text, view.locale).length > 0;
}

function blocksOf(values: readonly RowReading[]): RowReading[][] {
  const blocks: RowReading[][] = [];
  for (const value of values) {
    const open = blocks.at(-1);
    if (open === undefined || open.some((one) => one.property === value.property)) blocks.push([value]);
    else open.push(value);
  }
  return blocks;
}

function isCompact(block: readonly RowReading[]): boolean {
  const tops = block.map((one) => one.span.box.y);
  const pages = new Set(block.map((one) => one.span.page));
  return pages.size === 1 && Math.max(...tops) - Math.min(...tops) <= BLOCK_HEIGHT;
}
