import { findDates, findTime } from '../../values/date';
import { answersIn } from '../answer-text';
import { headerOf, isMail } from '../mail-header';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** Concepts whose day is told on a line of its own where it is told without a label. */
const TOLD = new Set(['event-date', 'travel-date', 'delivery-date']);
/** Words beside "time" that ask when it begins. */
const BEGINS = new Set('start event appointment show reservation concert begin pickup performance'.split(' '));
/** Letters that such a line may have besides its day: a weekday, "at", a zone. */
const BESIDE = 26;

/** Evidence: the one day on a line of its own, or the only one that a mail names, is that of what it is about, with its time. */
export function eventDayReadings(view: View, questions: readonly Question[]): Reading[] {
  const dated = questions.filter((question) => question.kind === 'date' && question.concept?.id !== 'sent-date');
  const days = questions.filter(
    (question) =>
      TOLD.has(question.concept?.id ?? '') ||
      (question.concept === null && isMail(view) && dated.length === 1 && dated[0] === question),
  );
  const times = questions.filter(asksWhenItBegins);
  if (days.length + times.length === 0) return [];
  const alone = onlyDay(
    view.lines.filter((line) => isDayAlone(line, view)),
    view,
  );
  const lines =
    alone.length > 0 || !isMail(view)
      ? alone
      : onlyDay(
          view.lines.filter((line) => isInBody(line, view)),
          view,
        );
  const score = alone.length > 0 ? ALONE : IN_TEXT;
  return lines.flatMap((line) => [
    ...days.flatMap((question) => dayOf(question, line, score, view)),
    ...times.flatMap((question) => timeOf(question, line, score)),
  ]);
}

/** How sure a day on a line of its own is, and the only one in the text of a mail. */
const ALONE = 0.5;
const IN_TEXT = 0.45;

/** Lines that all name the same day; none where they name several. */
function onlyDay(lines: readonly ViewLine[], view: View): readonly ViewLine[] {
  const days = new Set(lines.flatMap((line) => findDates(line.text, view.locale).map((date) => date.day)));
  return days.size === 1 ? lines : [];
}

/** Days on which something was ordered or billed are not when it takes place. */
const OF_PAPERS =
  /order|purchase|invoice|bestell|auftrag|rechnung|command|factur|pedido|compra|ordine|acquist|fattura|factuur|encomenda|fatura/iu;

function isInBody(line: ViewLine, view: View): boolean {
  return headerOf(line, view) === null && findDates(line.text, view.locale).length > 0 && !OF_PAPERS.test(line.text);
}

function asksWhenItBegins(question: Question): boolean {
  return question.kind === 'time' && question.phrases.flat().some((word) => BEGINS.has(word));
}

function isDayAlone(line: ViewLine, view: View): boolean {
  if (line.text.length > 60 || headerOf(line, view) !== null || OF_PAPERS.test(line.text)) return false;
  const [date, ...more] = findDates(line.text, view.locale);
  if (date === undefined || more.length > 0 || /[:.]\s*$/.test(line.text.slice(0, date.start))) return false;
  const beside = `${line.text.slice(0, date.start)}${line.text.slice(date.end)}`.replace(/[^\p{L}]/gu, '');
  return beside.length <= BESIDE && line.row.lines.every((other) => other.box.x >= line.box.x);
}

function dayOf(question: Question, line: ViewLine, score: number, view: View): Reading[] {
  const [answer] = answersIn(question, line.text, view.locale);
  if (answer === undefined) return [];
  const span = spanOfLine(line.page, line.line, answer.start, answer.end);
  return [{ question, value: answer.value, span, score, source: 'position', flags: answer.flags }];
}

function timeOf(question: Question, line: ViewLine, score: number): Reading[] {
  const time = findTime(line.text);
  if (time === null) return [];
  const span = spanOfLine(line.page, line.line, time.start, time.end);
  return [{ question, value: span.text, span, score, source: 'position', flags: [] }];
}
