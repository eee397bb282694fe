import { findDates, findTime } from '../../values/date';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

/** Evidence: the time of day beside a date, or alone on its line, is when a receipt was printed. */
export function receiptTimeReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter((question) => question.concept?.id === 'receipt-time');
  if (asked.length === 0) return [];
  const found = view.lines.flatMap((line) => {
    const time = line.text.length > 60 ? null : findTime(line.text);
    if (time === null) return [];
    const dated = line.row.lines.some((other) => findDates(other.text, view.locale).length > 0);
    const alone = time.end - time.start >= line.text.trim().length - 1;
    return dated || alone ? [{ line, time, score: dated ? 0.62 : 0.48 }] : [];
  });
  return asked.flatMap((question) =>
    found.map(({ line, time, score }) => ({
      question,
      value: line.text.slice(time.start, time.end),
      span: spanOfLine(line.page, line.line, time.start, time.end),
      score,
      source: 'pattern',
      flags: [],
    })),
  );
}
