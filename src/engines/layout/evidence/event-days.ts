import { findDates, findTime } from '../../values/date';
import { answersIn } from '../answer-text';
import { headerOf } from '../mail-header';
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

/** Evidence: the one day that a mail or ticket sets on a line of its own is the day of what it is about, with its time. */
export function eventDayReadings(view: View, questions: readonly Question[]): Reading[] {
  const days = questions.filter((question) => TOLD.has(question.concept?.id ?? ''));
  const times = questions.filter(asksWhenItBegins);
  if (days.length + times.length === 0) return [];
  const lines = view.lines.filter((line) => isDayAlone(line, view));
  const distinct = new Set(lines.map((line) => findDates(line.text, view.locale)[0]?.day));
  if (distinct.size !== 1) return [];
  return lines.flatMap((line) => [
    ...days.flatMap((question) => dayOf(question, line, view)),
    ...times.flatMap((question) => timeOf(question, line)),
  ]);
}

function asksWhenItBegins(question: Question): boolean {
  return question.kind === 'time' && question.phrases.flat().some((word) => BEGINS.has(word));
}

function isDayAlone(line: ViewLine, view: View): boolean {
  if (line.text.length > 60 || headerOf(line, view) !== null) return false;
  const [date, ...more] = findDates(line.text, view.locale);
  if (date === undefined || more.length > 0 || /[:.]\s*$/.test(line.text.slice(0, date.start))) return false;
  const beside = `${line.text.slice(0, date.start)}${line.text.slice(date.end)}`.replace(/[^\p{L}]/gu, '');
  return beside.length <= BESIDE && line.row.lines.every((other) => other.box.x >= line.box.x);
}

function dayOf(question: Question, line: ViewLine, view: View): Reading[] {
  const [answer] = answersIn(question, line.text, view.locale);
  if (answer === undefined) return [];
  const span = spanOfLine(line.page, line.line, answer.start, answer.end);
  return [{ question, value: answer.value, span, score: 0.5, source: 'position', flags: answer.flags }];
}

function timeOf(question: Question, line: ViewLine): Reading[] {
  const time = findTime(line.text);
  if (time === null) return [];
  const span = spanOfLine(line.page, line.line, time.start, time.end);
  return [{ question, value: span.text, span, score: 0.5, source: 'position', flags: [] }];
}
