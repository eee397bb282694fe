import type { Question } from '../question';
import { type Span, spanOfLine, union } from '../span';
import type { Row, View } from '../view';

/** Words by which a property asks what a thing is called, and not all that is said of it. */
const CALLED = /^(?:name|title|item|product|article|service|position|concept)$/;
/** Points that set type differs by. */
const SLACK = 4;

/** True where only the name of a thing is asked for: what stands below it in lines of its own is left out. */
export function asksForName(property: Question): boolean {
  if (property.concept?.id !== 'item-description') return false;
  return property.phrases.some((phrase) => phrase.some((word) => CALLED.test(word)));
}

/**
 * The first line of a cell and those it runs on into: a line that had room for the next word has ended. The whole cell
 * where it has one line only. `limit` is the right edge that lines may reach.
 */
export function firstLines(cell: Span, limit: number, view: View): Span {
  const lines = linesIn(cell, view);
  const [first] = lines;
  if (first === undefined || lines.length < 2) return cell;
  let span = first;
  for (const [index, line] of lines.slice(1).entries()) {
    if (!runsOn(lines[index] ?? first, line, limit)) break;
    span = { ...span, box: union(span.box, line.box), text: `${span.text} ${line.text}` };
  }
  return { ...span, locator: cell.locator, attachment: cell.attachment };
}

/** True when the next word of the line below had no room at the end of the line above. */
export function runsOn(above: Span, below: Span, limit: number): boolean {
  if (/[-–,(&/]$/.test(above.text) || /^\p{Ll}/u.test(below.text)) return true;
  const [word = ''] = below.text.split(' ');
  const character = below.box.width / Math.max(1, below.text.length);
  return above.box.x + above.box.width + character * (word.length + 1) > limit - SLACK;
}

function linesIn(cell: Span, view: View): Span[] {
  const { x, y, width, height } = cell.box;
  return rowsOn(cell.page, view).flatMap((row) => {
    const middle = (row.top + row.bottom) / 2;
    if (middle < y || middle > y + height) return [];
    const spans = row.lines.flatMap((line) => {
      let at = 0;
      let start: number | null = null;
      let end = 0;
      for (const word of line.line.words) {
        const centre = word.box.x + word.box.width / 2;
        if (centre >= x && centre <= x + width) {
          start ??= at;
          end = at + word.text.length;
        }
        at += word.text.length + 1;
      }
      return start === null ? [] : [spanOfLine(line.page, line.line, start, end)];
    });
    const [head] = spans;
    if (head === undefined) return [];
    const box = spans.reduce((all, one) => union(all, one.box), head.box);
    return [{ ...head, box, text: spans.map((one) => one.text).join(' ') }];
  });
}

const byPage = new WeakMap<View, ReadonlyMap<number, readonly Row[]>>();

function rowsOn(page: number, view: View): readonly Row[] {
  const held = byPage.get(view);
  if (held !== undefined) return held.get(page) ?? [];
  const made = new Map<number, Row[]>();
  for (const row of view.rows) {
    const rows = made.get(row.page);
    if (rows === undefined) made.set(row.page, [row]);
    else rows.push(row);
  }
  byPage.set(view, made);
  return made.get(page) ?? [];
}
