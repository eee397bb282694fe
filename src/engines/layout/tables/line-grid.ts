import { findNumbers } from '../../values/number';
import type { Question } from '../question';
import { type Span, sharedWidth, spanOfLine, union } from '../span';
import type { Row, View, ViewLine } from '../view';
import type { Grid } from './grid';
import { headingWeight } from './headings';
import { isTotalRow } from './total-row';

/** A piece of a heading row with the columns' width as printed. */
interface Heading {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Rows without a number in them after which a table is over. */
const MOST_LOOSE_ROWS = 4;
/** A gap of this many row heights ends a table. */
const LARGEST_GAP = 5;

/**
 * Tables that only their print shows: a row where two or more headings name properties of the items, and the rows
 * below it that keep to its columns. A page that repeats the headings continues the table.
 */
export function lineGrids(view: View, properties: readonly Question[]): Grid[] {
  const grids: Grid[] = [];
  for (let index = 0; index < view.rows.length; index += 1) {
    const row = view.rows[index];
    if (row === undefined || !isHeadingRow(row, properties)) continue;
    const { headings, next } = headingsAt(view, index);
    const { rows, end } = bodyBelow(view, next, headings, properties);
    if (rows.length > 0) {
      grids.push({ page: row.page, title: null, headings: headings.map((one) => one.text), rows, source: 'columns' });
      index = Math.max(index, end - 1);
    }
  }
  return grids;
}

function isHeadingRow(row: Row, properties: readonly Question[]): boolean {
  if (row.lines.length < 2 || row.lines.length > 16 || row.lines.some((line) => line.text.length > 60)) return false;
  const text = row.lines.map((line) => line.text).join(' ');
  if ((text.match(/\d/g)?.length ?? 0) > text.length * 0.2) return false;
  const named = new Set<Question>();
  for (const piece of pieces(row)) {
    const best = properties
      .filter((one) => !named.has(one))
      .map((one) => ({ one, weight: headingWeight(one, piece.text) }))
      .sort((a, b) => b.weight - a.weight)[0];
    if (best !== undefined && best.weight >= 0.5) named.add(best.one);
  }
  return named.size >= Math.min(2, properties.length) && named.size > 0;
}

function pieces(row: Row): Heading[] {
  return row.lines.map((line) => ({ text: line.text, left: line.box.x, right: line.box.x + line.box.width }));
}

/** Joins heading rows set close together: "Unit" over "price". */
function headingsAt(view: View, index: number): { readonly headings: readonly Heading[]; readonly next: number } {
  const row = view.rows[index];
  if (row === undefined) return { headings: [], next: index + 1 };
  let headings = pieces(row);
  let next = index + 1;
  const height = row.bottom - row.top;
  for (const step of [-1, 1]) {
    const near = view.rows[index + step];
    if (near === undefined || near.page !== row.page) continue;
    const gap = step < 0 ? row.top - near.bottom : near.top - row.bottom;
    const text = near.lines.map((line) => line.text).join(' ');
    if (
      gap > height * 0.6 ||
      /\d/.test(text) ||
      near.lines.length > headings.length ||
      near.lines.some((line) => line.box.width > 220)
    )
      continue;
    const others = pieces(near);
    if (
      !others.every((one) =>
        headings.some((head) => Math.min(head.right, one.right) - Math.max(head.left, one.left) > 0),
      )
    )
      continue;
    headings = headings.map((head) => joined(head, others, step));
    if (step > 0) next += 1;
  }
  return { headings, next };
}

function joined(head: Heading, others: readonly Heading[], step: number): Heading {
  const over = others.find((one) => Math.min(head.right, one.right) - Math.max(head.left, one.left) > 0);
  if (over === undefined) return head;
  const text = step < 0 ? `${over.text} ${head.text}` : `${head.text} ${over.text}`;
  return { text, left: Math.min(head.left, over.left), right: Math.max(head.right, over.right) };
}

function bodyBelow(
  view: View,
  start: number,
  headings: readonly Heading[],
  properties: readonly Question[],
): { readonly rows: (Span | null)[][]; readonly end: number } {
  const rows: (Span | null)[][] = [];
  let loose = 0;
  let index = start;
  let previous = view.rows[start - 1];
  let widest = 0;
  for (; index < view.rows.length; index += 1) {
    const row = view.rows[index];
    if (row === undefined || previous === undefined) break;
    const height = Math.max(6, row.bottom - row.top);
    const gap = row.top - previous.bottom;
    if (row.page !== previous.page || gap > height * LARGEST_GAP) break;
    if (rows.length > 1 && gap > height * 2.5 && gap > widest * 2) break;
    if (rows.length > 0) widest = Math.max(widest, gap);
    if ((isTotalRow(row.lines.map((line) => line.text)) && filledWithNumbers(row) < 3) || isHeadingRow(row, properties))
      break;
    if (rows.length > 0 && isProse(row, headings)) break;
    const cells = cellsOf(row, headings, view);
    const numbers = cells.filter((cell) => cell !== null && findNumbers(cell.text, view.locale).length > 0).length;
    loose = numbers === 0 ? loose + 1 : 0;
    if (loose > MOST_LOOSE_ROWS) break;
    rows.push(cells);
    previous = row;
  }
  return { rows, end: index };
}

/** Cells of a row that begin with a digit; a total has one or two, an item more. */
function filledWithNumbers(row: Row): number {
  return row.lines.filter((line) => /^[-–(€$£]?\s?\d/.test(line.text)).length;
}

/** One unbroken line of words under several columns is running text, and the table is over. */
function isProse(row: Row, headings: readonly Heading[]): boolean {
  const [line, ...more] = row.lines;
  if (line === undefined || more.length > 0 || line.line.words.length < 6) return false;
  const over = headings.filter(
    (head) => Math.min(head.right, line.box.x + line.box.width) - Math.max(head.left, line.box.x) > 2,
  );
  return over.length > 1 && (line.text.match(/\d/g)?.length ?? 0) < line.text.length * 0.1;
}

/** Each line of the row goes to the column it stands under; a line over several columns is cut at the gaps. */
function cellsOf(row: Row, headings: readonly Heading[], view: View): (Span | null)[] {
  const cells: (Span | null)[] = headings.map(() => null);
  for (const line of row.lines) {
    for (const part of parts(line, headings, view)) {
      const column = columnOf(part, headings);
      const held = cells[column];
      cells[column] =
        held === undefined || held === null
          ? part
          : { ...held, box: union(held.box, part.box), text: `${held.text} ${part.text}` };
    }
  }
  return cells;
}

function parts(line: ViewLine, headings: readonly Heading[], view: View): Span[] {
  const under = headings.filter(
    (head) => Math.min(head.right, line.box.x + line.box.width) - Math.max(head.left, line.box.x) > 2,
  );
  const whole = spanOfLine(line.page, line.line, 0, line.text.length);
  const numbers = findNumbers(line.text, view.locale);
  if (under.length < 2 || (numbers.length === 0 && line.line.words.length < under.length)) return [whole];
  const groups: { column: number; start: number; end: number }[] = [];
  let at = 0;
  for (const word of line.line.words) {
    const column = columnOf({ ...whole, box: word.box }, headings);
    const last = groups.at(-1);
    if (last !== undefined && last.column === column) last.end = at + word.text.length;
    else groups.push({ column, start: at, end: at + word.text.length });
    at += word.text.length + 1;
  }
  return groups.map((group) => spanOfLine(line.page, line.line, group.start, group.end));
}

function columnOf(part: Span, headings: readonly Heading[]): number {
  const { x, width } = part.box;
  let best = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [column, head] of headings.entries()) {
    const shared = sharedWidth({ x: head.left, y: 0, width: head.right - head.left, height: 1 }, part.box);
    const edge = Math.min(
      Math.abs(head.left - x),
      Math.abs(head.right - (x + width)),
      Math.abs((head.left + head.right) / 2 - (x + width / 2)),
    );
    const distance = shared > 0 ? edge * 0.2 - Math.min(40, shared) * 0.1 : 10 - shared + edge * 0.1;
    if (distance < nearest) {
      nearest = distance;
      best = column;
    }
  }
  return best;
}
