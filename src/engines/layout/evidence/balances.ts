import { findDates } from '../../values/date';
import { answersIn } from '../answer-text';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { Row, View } from '../view';

/** A balance that is called nothing but that, with the day it stood on. */
const BALANCE =
  /^(?:\d\S*\s+)?(?:solde|saldo|balance|kontostand|kontosaldo|saldo konta|zustatek|stan konta|egyenleg)(?:\s+(?:cr[eé]diteur|d[eé]biteur|contable|contabile|account|konta))?(?:\s+(?:au|le|al|a|am|vom|per|zum|on|as of|at|op|na dzie[nń]|ke dni|em|del?))?\s*:?\s*(?=\d)/iu;
const MONEY = /\d[.,]\d{2}\D{0,8}$/u;

interface Stand {
  readonly day: string;
  readonly row: Row;
}

/** Evidence: of balances with their days alone, the earliest is what a statement begins with, the latest what it ends with. */
export function balanceReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter(({ concept }) => concept?.id === 'opening-balance' || concept?.id === 'balance');
  if (asked.length === 0) return [];
  const stands = view.rows.flatMap((row) => standOf(row, view)).sort((a, b) => (a.day < b.day ? -1 : 1));
  const [first] = stands;
  const last = stands.at(-1);
  if (first === undefined || last === undefined || first.day === last.day) return [];
  return asked.flatMap((question) =>
    readingIn(question, question.concept?.id === 'balance' ? last.row : first.row, view),
  );
}

function standOf(row: Row, view: View): Stand[] {
  const text = row.lines.map((line) => line.text).join(' ');
  const head = BALANCE.exec(text);
  if (head === null || !MONEY.test(text)) return [];
  const [date] = findDates(text.slice(head[0].length), view.locale);
  return date === undefined || date.start > 0 ? [] : [{ day: date.day, row }];
}

function readingIn(question: Question, row: Row, view: View): Reading[] {
  const line = row.lines.at(-1);
  const answer = line === undefined ? undefined : answersIn(question, line.text, view.locale).at(-1);
  if (line === undefined || answer === undefined) return [];
  const span = spanOfLine(line.page, line.line, answer.start, answer.end);
  return [{ question, value: answer.value, span, score: 0.94, source: 'label', flags: answer.flags }];
}
