import { answersIn } from '../answer-text';
import { findLabels } from '../labels';
import type { PrintedLabel } from '../printed-label';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { type Region, regionsOf } from '../regions';
import { overlap, spanOfLine } from '../span';
import type { View } from '../view';

/** Labels looked at for one question: a wording met more often names a column or a habit of speech, not this field. */
const MOST_LABELS = 80;
/** Values looked at in one place. */
const MOST_VALUES = 40;

/** Evidence: a printed label, with its value after it, right of it or below it. */
export function labelledReadings(view: View, questions: readonly Question[]): Reading[] {
  const labels = findLabels(view, questions);
  const regionsAt = new Map<PrintedLabel, readonly Region[]>();
  return [...byQuestion(labels)].flatMap(([question, hits]) =>
    fewest(hits, MOST_LABELS).flatMap(({ label, weight }) => {
      const regions = regionsAt.get(label) ?? regionsFor(label, labels, view);
      regionsAt.set(label, regions);
      const read = regions.map((region) => readRegion(question, weight, label, region, view));
      return isColumn(question, regions, read)
        ? read.flat().map((one) => ({ ...one, score: one.score * 0.8 }))
        : read.flat();
    }),
  );
}

interface Hit {
  readonly label: PrintedLabel;
  readonly weight: number;
}

function byQuestion(labels: ReturnType<typeof findLabels>): ReadonlyMap<Question, readonly Hit[]> {
  const hits = new Map<Question, Hit[]>();
  for (const label of [...labels.values()].flat()) {
    for (const { question, weight } of label.answers) {
      const held = hits.get(question);
      if (held === undefined) hits.set(question, [{ label, weight }]);
      else held.push({ label, weight });
    }
  }
  return hits;
}

/** The first ones and, since totals stand at the end, the last ones. */
function fewest<T>(all: readonly T[], most: number): readonly T[] {
  return all.length <= most ? all : [...all.slice(0, most / 2), ...all.slice(-most / 2)];
}

function regionsFor(label: PrintedLabel, labels: ReturnType<typeof findLabels>, view: View): Region[] {
  const inTable = headsTable(label, view) ? 0.8 : 1;
  return regionsOf(label, labels, view).map((region) => {
    const weight = region.weight * (region.where === 'below' ? inTable : 1) * (isAllLabels(region, labels) ? 0.4 : 1);
    return { ...region, weight };
  });
}

/** A place that is itself full of labels is a row of headings and no value. */
function isAllLabels(region: Region, labels: ReturnType<typeof findLabels>): boolean {
  const inside = (labels.get(region.line) ?? []).filter(
    (other) => other.start >= region.start && other.end <= region.end,
  );
  const named = inside.reduce((sum, other) => sum + other.end - other.start, 0);
  return inside.length > 1 && !/\d/.test(region.line.text) && named > (region.end - region.start) * 0.45;
}

/** Two dates or amounts one under the other below a label: it heads a column and not a single value. */
function isColumn(question: Question, regions: readonly Region[], read: readonly Reading[][]): boolean {
  if (question.kind !== 'date' && question.kind !== 'amount') return false;
  return regions.filter((region, order) => region.where === 'below' && (read[order]?.length ?? 0) > 0).length > 1;
}

function readRegion(question: Question, weight: number, label: PrintedLabel, region: Region, view: View): Reading[] {
  const text = region.line.text.slice(region.start, region.end);
  const answers = fewest(answersIn(question, text, view.locale), MOST_VALUES);
  return answers.map((answer, order) => {
    const start = region.start + answer.start;
    return {
      question,
      value: answer.value,
      span: spanOfLine(region.line.page, region.line.line, start, region.start + answer.end),
      score:
        weight *
        region.weight *
        answer.fit *
        likeness(question, answer.text, text, label, region) *
        (0.55 + 0.45 * label.coverage) *
        lateness(question, answers.length, order) *
        depth(question, region, view),
      source: 'label',
      flags: answer.flags,
    };
  });
}

/** Of several amounts after one label the last is the amount (rate and base come first); of other values the first. */
function lateness(question: Question, count: number, order: number): number {
  const steps = question.kind === 'amount' || question.concept?.takes === 'last' ? count - 1 - order : order;
  return Math.max(0.4, 1 - 0.12 * steps);
}

/** What is said once about a whole document is said near its top; amounts are summed up at its end. */
function depth(question: Question, region: Region, view: View): number {
  if (question.kind === 'amount') return 1;
  const { page, box } = region.line;
  return 1 - Math.min(0.06, 0.02 * (page - 1) + 0.02 * (box.y / view.pageHeight(page)));
}

/** Totals that are hardly ever nothing. */
const NEVER_ZERO = new Set(['total-net', 'total-gross', 'net-booked', 'item-amount']);

/** How much a text looks like what a concept holds: money has cents or a currency, a name has few digits and its own line. */
function likeness(question: Question, answer: string, text: string, label: PrintedLabel, region: Region): number {
  if (question.kind === 'amount' && question.concept !== null) {
    if (/^[^1-9]*$/.test(answer) && NEVER_ZERO.has(question.concept.id)) return 0.5;
    if (/[.,]\d{2,4}\)?-?$/.test(answer)) return 1;
    const after = text.slice(text.indexOf(answer) + answer.length);
    if (/^\s*(?:days?|tage?n?|jours?|dias|giorni|dagen|dni|nap|%)/i.test(after)) return 0.3;
    return /[€$£₹]|\b[A-Z]{3}\b/.test(text) ? 0.95 : 0.75;
  }
  if (question.kind === 'name') {
    if (answer.includes('@') || (text.includes('@') && question.concept?.party === undefined)) return 0.3;
    const coded = /\d/.test(answer.replace(/\(\d+\)/g, '')) ? 0.6 : 1;
    const run = region.where === 'inline' && !label.colon ? 0.5 : 1;
    const words = answer.split(/\s+/);
    const capital = words.filter((word) => /^[\p{Lu}\d&(]/u.test(word)).length / words.length;
    const sentence = words.length > 8 || /[:?!]/.test(answer) || capital < 0.5 ? 0.5 : 1;
    return coded * run * sentence;
  }
  if (question.kind === 'text' && region.where === 'inline' && !label.colon) {
    if (/^[\s,;/)\p{Ll}]/u.test(answer)) return 0.4;
    return label.start > 3 ? 0.5 : 0.85;
  }
  return 1;
}

/** Rows a table must have before its headings are taken for a column's, not for a form's. */
const MANY_ROWS = 2;

/** A heading over several rows names a column; what stands below it is one of many. */
function headsTable(label: PrintedLabel, view: View): boolean {
  const { box, page } = label.line;
  return view.document.tables.some(
    (table) =>
      table.page === page &&
      table.rows.length - table.headerRows >= MANY_ROWS &&
      overlap(table.box, box) > 0.5 &&
      box.y < table.box.y + table.box.height / 3,
  );
}
