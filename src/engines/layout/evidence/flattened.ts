import { answersIn } from '../answer-text';
import { findLabels } from '../labels';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/**
 * Evidence: a line of headings over a line of values whose columns the text has lost ("Gross Fee Net amount" over
 * "965,02 4,83 969,85"): the first heading has the first amount, the last has the last.
 */
export function flattenedReadings(view: View, questions: readonly Question[]): Reading[] {
  const amounts = questions.filter((question) => question.kind === 'amount' || question.kind === 'date');
  if (amounts.length === 0) return [];
  const pairs = headingsOverValues(view);
  const labels = findLabels(view, amounts, pairs.flat());
  return pairs.flatMap(([line, below]): Reading[] => {
    const row = (labels.get(line) ?? []).filter((label) => !label.colon);
    if (row.length < 2 || labels.has(below)) return [];
    return row.flatMap((label, order) =>
      label.answers.flatMap(({ question, weight }) => {
        const values = below.row.lines.flatMap((part) =>
          answersIn(question, part.text, view.locale).map((answer) => ({ part, ...answer })),
        );
        const last = order === row.length - 1;
        const value = last ? values.at(-1) : order < values.length - 1 ? values[order] : undefined;
        if (value === undefined || values.length < 2) return [];
        const span = spanOfLine(value.part.page, value.part.line, value.start, value.end);
        const sure = values.length === row.length ? 0.7 : 0.52;
        return [
          {
            question,
            value: value.value,
            span,
            score: weight * sure,
            source: 'label',
            flags: value.flags,
          },
        ];
      }),
    );
  });
}

/** Share of a line that labels must make up for it to be nothing but headings. */
const ALL_LABELS = 0.75;

/** Evidence: as many values as headings, whatever they are: each heading has the one of its place. */
export function flattenedRowReadings(view: View, questions: readonly Question[]): Reading[] {
  const pairs = headingsOverValues(view);
  const labels = findLabels(
    view,
    questions,
    pairs.map(([line]) => line),
  );
  return pairs.flatMap(([line, below]): Reading[] => {
    const row = (labels.get(line) ?? []).filter((label) => !label.colon);
    const named = row.reduce((sum, label) => sum + label.end - label.start, 0);
    const values = [...below.text.matchAll(VALUE)];
    if (row.length < 3 || values.length !== row.length || named < line.text.length * ALL_LABELS) return [];
    return row.flatMap((label, order) => {
      const [text = ''] = values[order] ?? [];
      const at = values[order]?.index ?? 0;
      return label.answers.flatMap(({ question, weight }) => {
        const [answer] = answersIn(question, text, view.locale);
        if (answer === undefined) return [];
        const span = spanOfLine(below.page, below.line, at + answer.start, at + answer.end);
        return [{ question, value: answer.value, span, score: weight * 0.8, source: 'label', flags: answer.flags }];
      });
    });
  });
}

/** A word, an amount with its currency. */
const VALUE = /[€$£]\s?\d\S*|\d\S*\s(?:[€$£]|[A-Z]{3})(?!\S)|\S+/gu;

/** Lines without digits, each with the line below it that has some. */
function headingsOverValues(view: View): (readonly [ViewLine, ViewLine])[] {
  return view.lines.flatMap((line) => {
    const below = view.lines[line.index + 1];
    if (below === undefined || below.page !== line.page) return [];
    return !/\d/.test(line.text) && /\d/.test(below.text) ? [[line, below] as const] : [];
  });
}
