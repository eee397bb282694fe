import { type Span, spanOfLine } from './span';
import type { View, ViewLine } from './view';

/** One box to be ticked with the words that belong to it. */
export interface TickOption {
  readonly text: string;
  readonly ticked: boolean;
  readonly span: Span;
}

/** Boxes that answer one question of a form. */
export interface TickGroup {
  /** What is asked: the words before the boxes, left of them or above; "" when nothing is. */
  readonly statement: string;
  readonly options: readonly TickOption[];
}

const MARK =
  /[☐□◻❏○]|[☒☑■✓✔✗✘⊠◉●](?=\s|$)|(?<![\p{L}\d])(?:\[\s?[xX✓]?\s?\]|\(\s?[xX✓]?\s?\))(?=\s|$)|(?<![\p{L}\d])\[_\]/gu;
const TICKED = /[☒☑■✓✔✗✘⊠◉●xX]/u;
/** A caption that begins inside the words after a box: the next question of the line. */
const NEXT_CAPTION = /^(\S+(?:\s+[^\p{Lu}\s]\S*)*)\s+(\p{Lu}.*[:?])$/u;
/** Words that follow the last box of a line and ask for more. */
const AFTERWARDS = /\s+(?:\p{Lu}[^:]{1,40}:.*|_{3,}.*)$/u;

/** Dots that lead from a caption to its boxes. */
const LEADER = /\s*[._]{3,}\s*/g;

/** Points below a caption within which its boxes begin. */
const REACH = 24;

/** True where a text shows boxes to be ticked: it is no value as it stands. */
export function showsBoxes(text: string): boolean {
  return /[☐☒☑□◻]|(?:^|\s)[[(]\s?[xX]?\s?[\])](?:\s|$)/u.test(text);
}

/** The boxes of a document, by the question they answer. */
export function tickGroups(view: View): TickGroup[] {
  const groups: TickGroup[] = [];
  let stacked: { readonly first: ViewLine; last: ViewLine; readonly at: number } | null = null;
  for (const line of view.lines) {
    const here = groupsOf(line);
    const [only] = here;
    if (only === undefined) continue;
    const alone = here.length === 1 && only.statement === '' && only.options.length === 1;
    const above: TickGroup | undefined = stacked === null ? undefined : groups[stacked.at];
    if (alone && stacked !== null && above !== undefined && continues(stacked.last, line)) {
      groups[stacked.at] = { ...above, options: [...above.options, ...only.options] };
      stacked.last = line;
      continue;
    }
    const beside = only.statement === '' ? leftOf(line) : undefined;
    const before = groups.at(-1);
    if (beside !== undefined && before !== undefined && isClose(beside, line) && groupsOf(beside).length > 0) {
      groups[groups.length - 1] = { ...before, options: [...before.options, ...only.options] };
      groups.push(...here.slice(1));
      continue;
    }
    stacked = alone ? { first: line, last: line, at: groups.length } : null;
    groups.push(
      ...here.map((group) => (group.statement === '' ? { ...group, statement: captionOf(line, view) } : group)),
    );
  }
  return groups;
}

function continues(above: ViewLine, line: ViewLine): boolean {
  return (
    above.page === line.page &&
    Math.abs(above.box.x - line.box.x) < 4 &&
    line.box.y > above.box.y &&
    line.box.y - above.box.y < REACH * 1.2
  );
}

function groupsOf(line: ViewLine): TickGroup[] {
  const marks = [...line.text.matchAll(MARK)];
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return [];
  const before = line.text.slice(0, first.index).replace(LEADER, ' ').trim();
  const isAfter = last.index + last[0].length >= line.text.trimEnd().length && before !== '' && !/[:?]$/.test(before);
  return isAfter ? [afterWords(line, marks)] : beforeWords(line, marks, before);
}

/** "Yes ☒ No ☐" */
function afterWords(line: ViewLine, marks: readonly RegExpExecArray[]): TickGroup {
  let from = 0;
  let statement = '';
  const options = marks.map((mark, order) => {
    let start = from;
    if (order === 0) {
      const cut = /^.*[:?]\s+/u.exec(line.text.slice(0, mark.index))?.[0].length ?? 0;
      statement = line.text.slice(0, cut).trim();
      start = cut;
    }
    from = mark.index + mark[0].length;
    return optionOf(line, mark[0], start, mark.index, from);
  });
  return { statement, options };
}

/** "☐ Yes ☒ No" */
function beforeWords(line: ViewLine, marks: readonly RegExpExecArray[], before: string): TickGroup[] {
  const groups: { statement: string; options: TickOption[] }[] = [{ statement: before, options: [] }];
  for (const [order, mark] of marks.entries()) {
    const start = mark.index + mark[0].length;
    const end = marks[order + 1]?.index ?? line.text.length;
    const words = line.text.slice(start, end).trim();
    const isLast = order === marks.length - 1;
    const cut = isLast ? null : NEXT_CAPTION.exec(words);
    const own = isLast ? words.replace(AFTERWARDS, '') : (cut?.[1] ?? words);
    const from = start + (line.text.slice(start).length - line.text.slice(start).trimStart().length);
    groups.at(-1)?.options.push(optionOf(line, mark[0], from, from + own.length, from + own.length, mark.index));
    if (cut?.[2] !== undefined) groups.push({ statement: cut[2], options: [] });
  }
  return groups;
}

function optionOf(line: ViewLine, mark: string, start: number, end: number, to: number, from = start): TickOption {
  return {
    text: line.text.slice(start, end).trim().replace(/[,;]$/, ''),
    ticked: TICKED.test(mark),
    span: spanOfLine(line.page, line.line, from, to),
  };
}

/** Points between two lines of boxes that a wide blank has parted. */
const BLANK = 30;

function isClose(left: ViewLine, line: ViewLine): boolean {
  return line.box.x - (left.box.x + left.box.width) < BLANK;
}

function leftOf(line: ViewLine): ViewLine | undefined {
  const row = line.row.lines;
  return row[row.indexOf(line) - 1];
}

/** The words left of a line of boxes, else right above it. */
function captionOf(line: ViewLine, view: View): string {
  const left = leftOf(line);
  if (left !== undefined && groupsOf(left).length === 0) return left.text;
  const above = view.rows[line.row.index - 1];
  if (above === undefined || above.page !== line.page || line.box.y - above.bottom > REACH) return '';
  const caption = above.lines.find((one) => one.box.x < line.box.x + 12 && one.box.x + one.box.width > line.box.x - 24);
  return caption === undefined || groupsOf(caption).length > 0 ? '' : caption.text;
}
