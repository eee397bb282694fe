import { answersIn } from '../answer-text';
import { glossed } from '../lexicon/glossary';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** How units that schemas name are printed. */
const UNITS: Readonly<Record<string, string>> = {
  m3: 'm³|m3|cbm|mc',
  m2: 'm²|m2|qm|mq|sqm',
  kwh: 'kWh',
  kg: 'kg',
  km: 'km',
  gb: 'GB|Go',
};

/** Evidence: a number with the unit a question names, on a line that says what is measured ("water used (23 m³)"). */
export function unitReadings(view: View, questions: readonly Question[]): Reading[] {
  return questions.flatMap((question) => {
    const unit = question.kind === 'amount' || question.kind === 'quantity' ? unitOf(question) : undefined;
    if (unit === undefined) return [];
    const asked = new Set(question.phrases.flatMap((phrase) => glossed(phrase)));
    return view.lines.flatMap((line) => {
      const words = line.row.lines.flatMap((other) => glossed(other.tokens.map((token) => token.word)));
      return words.some((word) => word.length > 3 && asked.has(word)) ? measured(question, line, unit, view) : [];
    });
  });
}

function unitOf(question: Question): string | undefined {
  const last = /(?:^|_)([a-z]+\d?)$/.exec((question.path.at(-1) ?? '').toLowerCase())?.[1];
  return last !== undefined && Object.hasOwn(UNITS, last) ? UNITS[last] : undefined;
}

function measured(question: Question, line: ViewLine, unit: string, view: View): Reading[] {
  const found = new RegExp(`(?<![\\d.,])\\d[\\d.,]*(?=\\s?(?:${unit})(?![\\p{L}\\d]))`, 'iu').exec(line.text);
  if (found === null) return [];
  const [answer] = answersIn(question, found[0], view.locale);
  if (answer === undefined) return [];
  const span = spanOfLine(line.page, line.line, found.index, found.index + found[0].length);
  return [{ question, value: answer.value, span, score: 0.75, source: 'label', flags: answer.flags }];
}
