import { answersIn } from '../answer-text';
import { findLabels } from '../labels';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

/**
 * Evidence: a line of headings over a line of values whose columns the text has lost ("Gross Fee Net amount" over
 * "965,02 4,83 969,85"): the first heading has the first amount, the last has the last.
 */
export function flattenedReadings(view: View, questions: readonly Question[]): Reading[] {
  const amounts = questions.filter((question) => question.kind === 'amount' || question.kind === 'date');
  if (amounts.length === 0) return [];
  const labels = findLabels(view, amounts);
  return [...labels].flatMap(([line, here]): Reading[] => {
    const below = view.lines[line.index + 1];
    const row = here.filter((label) => !label.colon);
    if (below === undefined || below.page !== line.page || /\d/.test(line.text) || row.length < 2) return [];
    if ((labels.get(below) ?? []).length > 0) return [];
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
