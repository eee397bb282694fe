import { FIELD_CONCEPTS } from '../lexicon/catalogue';
import { type Question, questionOf } from '../question';
import type { Reading } from '../reading';
import { union } from '../span';
import type { View } from '../view';
import { labelledReadings } from './labelled';
import { isPerson } from './mails';

/** Points of height within which the two halves of one name stand. */
const APART = 40;
/** Of a name in two halves the whole is as sure as a label that is not quite the one asked for. */
const SURE = 0.72;

/** Evidence: a first name and a last name under labels of their own are the whole name of a person. */
export function fullNameReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter(isPerson);
  if (asked.length === 0) return [];
  const [first, last] = HALVES;
  const halves = labelledReadings(view, HALVES).filter((one) => one.score > 0.5);
  const firsts = halves.filter((one) => one.question === first);
  const lasts = halves.filter((one) => one.question === last);
  const pairs = firsts.flatMap((one) => lasts.flatMap((other) => (areNear(one, other) ? [{ one, other }] : [])));
  const [best] = pairs.sort((a, b) => distance(a.one, a.other) - distance(b.one, b.other));
  if (best === undefined) return [];
  const { one, other } = best;
  const text = `${one.span.text} ${other.span.text}`;
  const span = { ...one.span, box: union(one.span.box, other.span.box), text };
  return asked.map((question) => ({ question, value: text, span, score: SURE, source: 'label', flags: [] }));
}

function areNear(one: Reading, other: Reading): boolean {
  return one.span.page === other.span.page && distance(one, other) <= APART && one.span.text !== other.span.text;
}

const distance = (one: Reading, other: Reading): number => Math.abs(other.span.box.y - one.span.box.y);

const HALVES: readonly Question[] = ['first_name', 'last_name'].map((name) =>
  questionOf(
    [name],
    {
      kind: 'scalar',
      title: '',
      description: '',
      type: 'string',
      choices: null,
      pattern: null,
      format: null,
      minimum: null,
      maximum: null,
    },
    [],
    FIELD_CONCEPTS,
  ),
);
