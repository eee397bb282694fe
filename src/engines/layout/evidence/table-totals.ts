import { answersIn } from '../answer-text';
import { ROW_CONCEPTS } from '../lexicon/catalogue';
import { nameTokens } from '../lexicon/tokens';
import { type Question, questionOf } from '../question';
import type { Reading } from '../reading';
import { withoutUnit } from '../tables/array-question';
import { gridOfTable } from '../tables/grid';
import { headingWeight } from '../tables/headings';
import { isTotalRow } from '../tables/total-row';
import type { View } from '../view';

/** How well a heading must name what is summed up. */
const NAMED = 0.6;
const SURE = 0.78;
const SUMMED = /^(?:total|sum|overall|grand|combined|aggregate)$/;

/** Evidence: where a table's row of totals meets the column that is summed up ("total_output", under "Output"). */
export function tableTotalReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.flatMap((question) => {
    const summed = summedBy(question);
    return summed === null ? [] : [{ question, summed }];
  });
  if (asked.length === 0) return [];
  return view.document.tables.flatMap((table) => {
    const { headings, rows } = gridOfTable(table);
    const row = rows.findLast((cells) => isTotalRow(cells.flatMap((cell) => cell?.text ?? [])));
    if (row === undefined) return [];
    return asked.flatMap(({ question, summed }): Reading[] => {
      const weights = headings.map((heading) => headingWeight(summed, heading));
      const weight = Math.max(...weights);
      const span = weight < NAMED ? null : (row[weights.indexOf(weight)] ?? null);
      const [answer] = span === null ? [] : answersIn(question, span.text, view.locale);
      if (span === null || answer === undefined) return [];
      return [{ question, value: answer.value, span, score: SURE * weight, source: 'table', flags: answer.flags }];
    });
  });
}

/** What a number asks the total of, as a question for headings; null where it asks for no total of anything. */
function summedBy({ path, node }: Question): Question | null {
  if (node.type !== 'number' && node.type !== 'integer') return null;
  const words = nameTokens(withoutUnit(path.at(-1) ?? ''));
  const rest = words.filter((word) => !SUMMED.test(word));
  if (rest.length === 0 || rest.length === words.length) return null;
  return questionOf([rest.join('_')], { ...node, title: '', description: '' }, [], ROW_CONCEPTS);
}
