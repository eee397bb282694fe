import { answersIn } from '../answer-text';
import type { Question } from '../question';
import { type Section, sectionsNamed } from '../sections';
import { type Span, spanOfLine } from '../span';
import type { ArrayQuestion } from '../tables/array-question';
import type { Items } from '../tables/items';
import type { RowReading } from '../tables/read-cells';
import type { View, ViewLine } from '../view';

/** Fewest pairs, and the share of a section's lines that must be pairs. */
const FEWEST = 2;
const MOSTLY = 0.8;
const SCORE = 0.6;
/** What parts the two halves of a line. */
const PARTED = /^(.{1,50}?)(?:\s*:\s+|\s{2,}|\s[-–—=]\s|\.{3,}\s*)(.+)$/u;

/** Evidence: rows of two values set in pairs under a heading that names the list ("Opening hours", "Monday: 9-12"). */
export function pairedLines(question: ArrayQuestion, view: View): Items | null {
  const [left, right, ...more] = question.properties;
  if (left === undefined || right === undefined || more.length > 0) return null;
  const { node, path } = question;
  const list = { name: path.at(-1) ?? '', title: node.title, description: node.description };
  const rows = sectionsNamed(list, view).flatMap((section) => pairsOf(section, left, right, view));
  return rows.length < FEWEST ? null : { rows, score: 0.4, source: 'section' };
}

function pairsOf(section: Section, left: Question, right: Question, view: View): RowReading[][] {
  const lines = section.lines.filter((line) => line.row.lines[0] === line);
  const pairs = lines.flatMap((line) => {
    const halves = halvesOf(line);
    if (halves === null) return [];
    const [first, second] = [read(left, halves[0], view), read(right, halves[1], view)];
    return first === null || second === null ? [] : [[first, second]];
  });
  return pairs.length >= lines.length * MOSTLY ? pairs : [];
}

function halvesOf(line: ViewLine): readonly [Span, Span] | null {
  const [, beside, ...more] = line.row.lines;
  if (beside !== undefined) return more.length > 0 ? null : [whole(line), whole(beside)];
  const match = PARTED.exec(line.text);
  if (match === null) return null;
  const start = line.text.length - (match[2]?.length ?? 0);
  return [
    spanOfLine(line.page, line.line, 0, match[1]?.length ?? 0),
    spanOfLine(line.page, line.line, start, line.text.length),
  ];
}

function whole(line: ViewLine): Span {
  return spanOfLine(line.page, line.line, 0, line.text.length);
}

function read(property: Question, span: Span, view: View): RowReading | null {
  const plain: Question = property.node.type === 'string' ? { ...property, kind: 'text' } : property;
  const [answer] = answersIn(plain, span.text, view.locale);
  return answer === undefined
    ? null
    : { property, value: answer.value, span, score: SCORE * answer.fit, flags: answer.flags };
}
