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
        const values = answersIn(question, below.text, view.locale);
        const last = order === row.length - 1;
        const value = last ? values.at(-1) : values[order];
        if (value === undefined || values.length < 2) return [];
        const span = spanOfLine(below.page, below.line, value.start, value.end);
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

/** Lines without digits, each with the line below it that has some. */
function headingsOverValues(view: View): (readonly [ViewLine, ViewLine])[] {
  return view.lines.flatMap((line) => {
    const below = view.lines[line.index + 1];
    if (below === undefined || below.page !== line.page) return [];
    return !/\d/.test(line.text) && /\d/.test(below.text) ? [[line, below] as const] : [];
  });
}
