import { findDates } from '../../values/date';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

const STARTS = new Set(['flight-from', 'check-in']);
const ENDS = new Set(['flight-to', 'check-out']);
/** What stands between the two days of a period. */
const BETWEEN =
  /^(?:\s*(?:-|–|—|to|through|thru|until|bis(?: zum)?|au|jusqu['’]au|al|hasta(?: el)?|a|t\/m|tot(?: en met)?|do|até)\s*(?:\p{L}{2,10}\.?,?\s*)?)$/iu;

/** Evidence: two days with "to" between them are the beginning and the end of a period. */
export function dateRangeReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter(
    ({ concept, kind }) => kind === 'date' && (STARTS.has(concept?.id ?? '') || ENDS.has(concept?.id ?? '')),
  );
  if (asked.length === 0) return [];
  return view.lines.flatMap((line) => {
    const days = findDates(line.text, view.locale);
    const at = days.findIndex((day, order) => {
      const next = days[order + 1];
      return next !== undefined && next.day >= day.day && BETWEEN.test(line.text.slice(day.end, next.start));
    });
    const [first, last] = [days[at], days[at + 1]];
    if (first === undefined || last === undefined) return [];
    return asked.map((question): Reading => {
      const day = STARTS.has(question.concept?.id ?? '') ? first : last;
      const value = question.node.type === 'string' ? day.text : day.day;
      const span = spanOfLine(line.page, line.line, day.start, day.end);
      return { question, value, span, score: 0.55 * question.certainty, source: 'pattern', flags: [] };
    });
  });
}
