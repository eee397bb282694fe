import type { ArrayNode } from '../../../schema/schema-node';
import { answersIn } from '../answer-text';
import { findLabels } from '../labels';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { sectionsNamed } from '../sections';
import { type Span, spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** Lines that one list set with commas may take. */
const MOST_LINES = 8;
/** A part of a list is short; longer ones are sentences. */
const LONGEST_PART = 45;
const MOST_WORDS = 5;
const BETWEEN = /\s*[,;|•·●▪]\s*|\s+[/–—]\s+/gu;

/** Evidence: a list on one line or a few, its parts set apart by commas or dots, after its label or under its heading. */
export function separatedReadings(
  path: readonly string[],
  node: ArrayNode,
  question: Question,
  view: View,
): readonly Reading[] {
  const name = { name: path.at(-1) ?? '', title: node.title, description: node.description };
  const sections = (['reading', 'column'] as const).flatMap((order) => sectionsNamed(name, view, order));
  const lists = [...afterLabels(question, view), ...sections.map(({ lines }) => lines.map(wholeLine))];
  const read = lists.map((pieces) => partsOf(pieces, question, view));
  return read.sort((a, b) => b.length - a.length)[0] ?? [];
}

interface Piece {
  readonly line: ViewLine;
  readonly start: number;
}

function wholeLine(line: ViewLine): Piece {
  const start = /^\s*(?:[•·●▪*–-]\s+)?(?:\p{L}[^:,;]{2,30}:\s+)?/u.exec(line.text)?.[0].length ?? 0;
  return { line, start };
}

function afterLabels(question: Question, view: View): Piece[][] {
  return [...findLabels(view, [question])].flatMap(([line, labels]) => {
    const label = labels.find((one) => one.colon && one.start <= 2 && one.answers.some(({ weight }) => weight >= 0.6));
    return label === undefined ? [] : [[{ line, start: label.end }]];
  });
}

/** None where the pieces are not, for the most part, lists of short parts. */
function partsOf(pieces: readonly Piece[], question: Question, view: View): Reading[] {
  if (pieces.length === 0 || pieces.length > MOST_LINES) return [];
  const parts = pieces.flatMap(cut);
  const separated = pieces.filter((piece) => cut(piece).length > 1).length;
  if (separated * 2 < pieces.length || separated === 0 || parts.some(({ text }) => isLong(text))) return [];
  return parts.flatMap((span) => {
    const [answer] = answersIn(question, span.text, view.locale);
    if (answer === undefined) return [];
    return [{ question, value: answer.value, span, score: 0.68, source: 'list', flags: answer.flags }];
  });
}

function cut({ line, start }: Piece): Span[] {
  const spans: Span[] = [];
  const add = (from: number, to: number): void => {
    const text = line.text.slice(from, to);
    const lead = text.length - text.trimStart().length;
    const bare = text.trim().replace(/\.$/, '');
    if (bare !== '') spans.push(spanOfLine(line.page, line.line, from + lead, from + lead + bare.length));
  };
  let from = start;
  for (const mark of line.text.matchAll(BETWEEN)) {
    if (mark.index < start) continue;
    add(from, mark.index);
    from = mark.index + mark[0].length;
  }
  add(from, line.text.length);
  return spans;
}

function isLong(text: string): boolean {
  return text.length > LONGEST_PART || text.split(' ').length > MOST_WORDS;
}
