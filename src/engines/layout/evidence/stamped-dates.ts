import { findDates, findTime } from '../../values/date';
import { answersIn } from '../answer-text';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** Longer lines are sentences, which tell of other days. */
const LONGEST = 45;
/** Characters between a date and its time of day. */
const APART = 12;

/** Evidence: tills stamp the day with the time of day beside it; on a paper with one date alone, that one. */
export function stampedDateReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter((question) => question.concept?.id === 'invoice-date');
  if (asked.length === 0) return [];
  const dated = view.lines.filter(
    (line) =>
      line.page === view.firstPage && line.text.length <= LONGEST && findDates(line.text, view.locale).length > 0,
  );
  const only = isSlip(view) && dated.length === 1;
  return asked.flatMap((question) =>
    dated.flatMap((line): Reading[] => {
      const [answer, ...more] = answersIn(question, line.text, view.locale);
      if (answer === undefined || more.length > 0) return [];
      const score = isTimed(line, answer.end) ? 0.5 : only ? 0.45 : 0;
      const span = spanOfLine(line.page, line.line, answer.start, answer.end);
      return score === 0
        ? []
        : [{ question, value: answer.value, span, score, source: 'position', flags: answer.flags }];
    }),
  );
}

function isTimed(line: ViewLine, end: number): boolean {
  const time = findTime(line.text.slice(end));
  if (time !== null) return time.start < APART;
  return line.row.lines.some((other) => other !== line && other.box.x > line.box.x && findTime(other.text) !== null);
}

/** Lines beyond which a paper is a letter rather than a slip. */
const MOST_LINES = 70;

function isSlip(view: View): boolean {
  return view.document.pages.length === 1 && view.lines.length < MOST_LINES;
}
