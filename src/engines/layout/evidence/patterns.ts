import { findCurrency } from '../../values/currency';
import { findIsins, isIban } from '../../values/identifiers';
import { answersIn } from '../answer-text';
import type { ValueKind } from '../lexicon/concept';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** Kinds whose values tell by their own shape what they are, and how far that alone is trusted. */
const SELF_EVIDENT: ReadonlyMap<ValueKind, number> = new Map([
  ['iban', 0.8],
  ['bic', 0.75],
  ['isin', 0.85],
  ['email', 0.6],
  ['url', 0.5],
  ['phone', 0.5],
]);

/** Evidence: values that are known by their shape wherever they stand (IBAN, BIC, ISIN, e-mail, web address), and the currency. */
export function patternReadings(view: View, questions: readonly Question[]): Reading[] {
  return questions.flatMap((question) => {
    if (question.kind === 'currency') return currencyReadings(view, question);
    const trust = SELF_EVIDENT.get(question.kind);
    if (trust === undefined || question.concept?.party === 'buyer' || isSpecial(question)) return [];
    const found = view.lines.flatMap((line) =>
      answersIn(question, line.text, view.locale)
        .filter((answer) => isSelfEvident(question, String(answer.value), line))
        .map((answer) => ({
          question,
          value: answer.value,
          span: spanOfLine(line.page, line.line, answer.start, answer.end),
          score: trust,
          source: 'pattern',
          flags: answer.flags,
        })),
    );
    const different = new Set(found.map((one) => one.value)).size;
    return found.map((one, order) => ({
      ...one,
      score: one.score * (different > 1 ? 0.9 - Math.min(0.2, order * 0.02) : 1),
    }));
  });
}

/** A number of a certain kind is not told from others by its shape. */
function isSpecial(question: Question): boolean {
  return question.phrases.flat().some((word) => SPECIAL.has(word));
}

const SPECIAL = new Set([
  'fax',
  'mobile',
  'cell',
  'home',
  'emergency',
  'second',
  'alternative',
  'recipient',
  'linkedin',
  'video',
  'image',
  'logo',
  'to',
  'cc',
]);

/** An IBAN proves itself by its check number; a BIC is a plain word unless the bank is spoken of beside it. */
function isSelfEvident(question: Question, value: string, line: ViewLine): boolean {
  if (question.kind === 'iban') return isIban(value);
  if (question.kind === 'isin') return findIsins(value).length > 0;
  if (question.kind === 'url') return !/schema\.org|w3\.org/.test(value);
  if (question.kind === 'bic') return line.row.lines.some((other) => /\b(?:BIC|SWIFT|IBAN|Bank)\b/iu.test(other.text));
  if (question.kind === 'phone')
    return (
      /^\s*(?:\+|00|\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}$|\(?0\d)/.test(value) &&
      !/fax|iban|konto|account|\bn[ro°]/iu.test(line.text)
    );
  return true;
}

/** The currency that most amounts of the document carry, cited where it first stands. */
function currencyReadings(view: View, question: Question): Reading[] {
  const seen = new Map<string, { count: number; reading: Reading }>();
  for (const line of view.lines) {
    const found = findCurrency(line.text);
    if (found === null) continue;
    const nearNumber =
      /\d/.test(line.text.slice(Math.max(0, found.start - 14), found.end + 14)) || line.text.trim().length <= 4;
    const count = nearNumber ? 2 : 0.5;
    const held = seen.get(found.code);
    const span = spanOfLine(line.page, line.line, found.start, found.end);
    const reading = { question, value: found.code, span, score: 0, source: 'pattern', flags: [] };
    seen.set(found.code, { count: (held?.count ?? 0) + count, reading: held?.reading ?? reading });
  }
  const all = [...seen.values()].reduce((sum, one) => sum + one.count, 0);
  return [...seen.values()].map(({ count, reading }) => ({ ...reading, score: 0.5 + 0.4 * (count / all) }));
}
