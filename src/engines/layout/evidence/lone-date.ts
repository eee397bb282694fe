import { findTime } from '../../values/date';
import { answersIn } from '../answer-text';
import { glossed } from '../lexicon/glossary';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

/** Concepts that the date of a letter may answer. */
const DATED = new Set(['invoice-date', 'trade-date', 'effective-date']);

/** Words of what is asked that mean the day something was signed, which is told at its beginning or its end. */
const SIGNED = new Set(['signature', 'signing', 'contract', 'agreement', 'letter']);

function isSigned(question: Question): boolean {
  const words = question.phrases.flatMap((phrase) => glossed(phrase));
  return (
    question.kind === 'date' &&
    words.includes('date') &&
    words.some((word) => SIGNED.has(word)) &&
    !words.some((word) => word === 'start' || word === 'end' || word === 'due')
  );
}

/** Evidence: a date alone on its line (or after a town) near the top of the first page is the date of the letter, anywhere that of a signature. */
export function loneDateReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter((question) => DATED.has(question.concept?.id ?? '') || isSigned(question));
  if (asked.length === 0) return [];
  return view.lines
    .filter((line) => line.text.length < 55)
    .flatMap((line) =>
      asked.flatMap((question) => {
        const top = line.page === view.firstPage && line.box.y < view.pageHeight(line.page) * 0.5;
        if (!top && !isSigned(question)) return [];
        const [answer, ...more] = answersIn(question, line.text, view.locale);
        if (answer === undefined || more.length > 0) return [];
        const before = line.text.slice(0, answer.start).trim();
        const after = line.text.slice(answer.end).trim();
        const alone =
          (before === '' && top) ||
          /^(?:(?:Fait|Done|Signed|Dado) (?:à|at|in|em|en) |En )?\p{Lu}[\p{L} .-]{1,25},(?: le| den| on| il| a| dnia| dne)?$/u.test(
            before,
          ) ||
          /^(?:le|den|the|am|on|il|el|op|dnia)$/iu.test(before);
        if (
          !alone ||
          (after.length > 1 && !isTime(after)) ||
          line.row.lines.some((other) => other !== line && other.box.x < line.box.x && line.box.x - other.box.x < 250)
        )
          return [];
        const span = spanOfLine(line.page, line.line, answer.start, answer.end);
        return [{ question, value: answer.value, span, score: 0.52, source: 'position', flags: answer.flags }];
      }),
    );
}

function isTime(text: string): boolean {
  const found = findTime(text);
  return found !== null && text.length - (found.end - found.start) < 10;
}
