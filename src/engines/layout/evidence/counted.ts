import { answersIn } from '../answer-text';
import { findLabels } from '../labels';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

/** Evidence: a number right before the word for what is counted ("6 personnes", "4 servings"). */
export function countedReadings(view: View, questions: readonly Question[]): Reading[] {
  const counts = questions.filter((question) => isCount(question) && !question.inMinutes);
  if (counts.length === 0) return [];
  return [...findLabels(view, counts)].flatMap(([line, labels]) =>
    labels.flatMap((label) => {
      const number = /(?<![\d.,/-])\d{1,4}\s+$/.exec(line.text.slice(0, label.start));
      if (number === null) return [];
      return label.answers.flatMap(({ question, weight }): Reading[] => {
        const [answer] = answersIn(question, number[0], view.locale);
        if (answer === undefined || weight < 0.75) return [];
        const span = spanOfLine(line.page, line.line, number.index, number.index + number[0].trimEnd().length);
        return [{ question, value: answer.value, span, score: weight * 0.62, source: 'label', flags: answer.flags }];
      });
    }),
  );
}

/** A whole number that no concept calls an amount: "nights", "rooms". */
function isCount({ kind, concept, node }: Question): boolean {
  return kind === 'quantity' || (concept === null && node.type === 'integer');
}
