import type { Field } from '../../../parsers/parsed-document';
import { squash } from '../../values/fold';
import type { ReadValue } from '../../values/scalar';
import { answersIn } from '../answer-text';
import { glossed } from '../lexicon/glossary';
import { contentTokens, nameTokens, phraseKey } from '../lexicon/tokens';
import { wordLikeness } from '../likeness';
import type { Question } from '../question';
import type { Reading } from '../reading';
import type { View } from '../view';

/** Fields of one document looked at; a larger one is a data set, not a form. */
const MOST_FIELDS = 5_000;

/** Likeness from which two names mean the same, in whatever language, and how sure that is. */
const SAME_MEANING = 0.95;
const BY_MEANING = 0.8;

/** Evidence: values that the format itself names (JSON and XML leaves, mail headers, form widgets, microdata). */
export function declaredReadings(view: View, questions: readonly Question[]): Reading[] {
  const byKey = new Map<string, Question[]>();
  for (const question of questions) {
    for (const key of question.labels.keys()) byKey.set(key, [...(byKey.get(key) ?? []), question]);
  }
  return view.document.fields.slice(0, MOST_FIELDS).flatMap((field) => {
    if (field.value.trim() === '') return [];
    const names = field.path.filter((part) => !/^\d+$/.test(part)).map((part) => part.replace(/^.*:|^@/, ''));
    const positions = field.path.length - names.length;
    const asked = new Map<Question, number>();
    const consider = (question: Question, weight: number): void => {
      asked.set(question, Math.max(asked.get(question) ?? 0, weight));
    };
    for (const count of [1, 2, 3]) {
      const words = names.slice(-count).flatMap(nameTokens);
      for (const question of byKey.get(phraseKey(words)) ?? []) {
        const weight = question.labels.get(phraseKey(words)) ?? 0;
        consider(question, weight * (count === 1 ? 0.9 + 0.1 / Math.max(1, names.length) : 1));
      }
    }
    const meant = !isOfData(view) ? [] : glossed(contentTokens(nameTokens(names.at(-1) ?? '')));
    for (const question of questions) {
      if (question.phrases.some((phrase) => wordLikeness(glossed(phrase), meant) >= SAME_MEANING))
        consider(question, BY_MEANING);
      if (squash(question.path.join(' ')) === squash(names.join(' '))) consider(question, 1);
      else if (squash(question.path.at(-1) ?? '') === squash(names.at(-1) ?? '')) {
        consider(question, 0.85 + 0.15 * wordLikeness(question.path.flatMap(nameTokens), names.flatMap(nameTokens)));
      }
    }
    return [...asked].flatMap(([question, weight]) => readField(question, weight * 0.95 ** positions, field, view));
  });
}

function readField(question: Question, weight: number, field: Field, view: View): Reading[] {
  const [answer] = [...answersIn(question, field.value, view.locale), ...asPlainText(question, weight, field, view)];
  if (answer === undefined) return [];
  const span = { page: field.page, box: field.box, text: field.value, locator: field.locator, attachment: null };
  return [{ question, value: answer.value, span, score: weight * answer.fit, source: 'field', flags: answer.flags }];
}

/** Headers of a mail and marks of a web page are named by a standard; the names in a file of data are its author's. */
function isOfData({ document }: View): boolean {
  return /spreadsheet|ms-excel|csv|tab-separated|json|yaml/.test(document.mediaType);
}

/** A text that is named as it is asked for is what stands there, whatever such a thing mostly looks like ("Period: Q2 2031"). */
function asPlainText(question: Question, weight: number, field: Field, view: View): ReadValue[] {
  const isText = question.node.type === 'string' && question.node.choices === null && question.node.format === null;
  const isLoose = question.kind === 'date' || question.kind === 'name' || question.kind === 'quantity';
  return isOfData(view) && isText && isLoose && weight >= BY_MEANING
    ? answersIn({ ...question, kind: 'text' }, field.value, view.locale)
    : [];
}
