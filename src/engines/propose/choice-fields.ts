import type { Box } from '../../parsers/parsed-document';
import { type ScalarShape, scalar } from '../../schema/proposed-field';
import { FIELD_CONCEPTS } from '../layout/lexicon/catalogue';
import { union } from '../layout/span';
import { type TickGroup, tickGroups } from '../layout/tick-groups';
import type { View } from '../layout/view';
import { readBoolean } from '../values/boolean';
import { knownLabel } from './known-label';
import type { Sighting } from './sighting';

/** Answers one question of a form offers; more of them are a list to be ticked off. */
const MOST_CHOICES = 12;
/** Characters of one answer. */
const LONGEST_CHOICE = 60;
/** Words of a question. */
const MOST_WORDS = 8;

/** Questions of a form that are answered by ticking one of several boxes. */
export const choiceSightings = (view: View): Sighting[] => tickGroups(view).flatMap(sightingOf);

function sightingOf({ statement, options }: TickGroup): Sighting[] {
  const label = statement.replace(/[\s:?.]+$/, '').trim();
  const choices = [...new Set(options.map(({ text }) => text.trim()))];
  const ticked = options.filter((option) => option.ticked);
  const [first, ...more] = options;
  const isQuestion = /\p{L}{2}/u.test(label) && label.split(/\s+/).length <= MOST_WORDS;
  const areAnswers =
    choices.length === options.length &&
    choices.length >= 2 &&
    choices.length <= MOST_CHOICES &&
    choices.every((text) => /[\p{L}\p{N}]/u.test(text) && text.length <= LONGEST_CHOICE);
  if (first === undefined || !isQuestion || !areAnswers || ticked.length > 1) return [];
  const shape = shapeOf(choices);
  return [
    {
      label,
      callings: [label],
      concept: knownLabel(label, shape, FIELD_CONCEPTS),
      shape,
      texts: ticked.map(({ text }) => text.trim()),
      page: first.span.page,
      box: more.reduce<Box>((box, { span }) => union(box, span.box), first.span.box),
    },
  ];
}

const shapeOf = (choices: readonly string[]): ScalarShape =>
  choices.length === 2 && choices.every((text) => readBoolean(text) !== null)
    ? scalar('boolean')
    : { ...scalar('string'), choices };
