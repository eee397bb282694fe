import type { Span } from './span';
import { spanOfLine, union } from './span';
import type { View, ViewLine } from './view';

/** The running text of a document, lines joined by blanks, with the way back to the print. */
export interface Flow {
  readonly text: string;
  /** Characters `start` to `end` as a span; text over several lines has their common box, on the page it begins. */
  span(start: number, end: number): Span;
}

/** Characters of running text that are looked at; contracts are long, but name these things early or in short. */
const LONGEST = 400_000;

const flows = new WeakMap<View, Flow>();

export function flowOf(view: View): Flow {
  const held = flows.get(view);
  if (held !== undefined) return held;
  const starts: number[] = [];
  let text = '';
  for (const line of view.lines) {
    if (text.length > LONGEST) break;
    starts.push(text.length);
    text += `${line.text} `;
  }
  const flow = { text, span: (start: number, end: number) => spanIn(view.lines, starts, text, start, end) };
  flows.set(view, flow);
  return flow;
}

function spanIn(lines: readonly ViewLine[], starts: readonly number[], text: string, start: number, end: number): Span {
  let index = lineAt(starts, start);
  const first = lines[index];
  if (first === undefined) throw new RangeError('outside the text');
  let span = spanOfLine(first.page, first.line, start - (starts[index] ?? 0), end - (starts[index] ?? 0));
  for (index += 1; index < starts.length && (starts[index] ?? end) < end; index += 1) {
    const line = lines[index];
    if (line === undefined || line.page !== first.page) break;
    const more = spanOfLine(line.page, line.line, 0, end - (starts[index] ?? 0));
    span = { ...span, box: union(span.box, more.box) };
  }
  return { ...span, text: text.slice(start, end).trim() };
}

/** The last line that begins at or before a place (binary search). */
function lineAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
