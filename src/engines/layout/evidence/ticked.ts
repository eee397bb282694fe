import type { JsonValue } from '../../../schema/json';
import { readBoolean } from '../../values/boolean';
import { readChoice } from '../../values/choices';
import { glossed } from '../lexicon/glossary';
import { contentTokens, tokens } from '../lexicon/tokens';
import { weightOf, wordLikeness } from '../likeness';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { type TickGroup, type TickOption, tickGroups } from '../tick-groups';
import type { View } from '../view';

/** What a group of boxes says to a question, before it is settled which group each question is answered by. */
interface Claim {
  readonly question: Question;
  readonly group: TickGroup;
  readonly option: TickOption;
  readonly value: JsonValue;
  readonly score: number;
}

/** Likeness of a caption and a question below which the boxes answer something else. */
const LIKE_ENOUGH = 0.55;
/** Boxes whose words are the allowed values say by themselves what they answer. */
const BY_CHOICES = 0.9;
/** Words of the question that name what is ticked, where the caption has others besides. */
const PARTLY = 0.92;
/** The last box for a yes or no and the last question for one belong together; a guess. */
const LEFT_OVER = 0.5;
/** Words that questions begin with and that say nothing of what is asked. */
const ASKING = new Set(
  'do does did is are was were has have had you any been it if there a an please indicate sind ist haben hat werden wird sie eine ein einen avez est sont ete il elle vous une un tiene es ha son sido usted tem foi e voce heeft u is bent zijn'.split(
    ' ',
  ),
);

/** Evidence: boxes on a form, ticked or empty, by the words before them or the words they stand at. */
export function tickedReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter(({ node }) => node.type === 'boolean' || node.type === 'string');
  if (asked.length === 0) return [];
  const groups = tickGroups(view).filter((group) => group.options.some((option) => option.text !== ''));
  const claims = groups.flatMap((group) => asked.flatMap((question) => claimsOf(question, group)));
  const settled = bestFirst(claims);
  return [...settled, ...leftOver(asked, groups, settled)].map(({ question, option, value, score }) => ({
    question,
    value,
    span: option.span,
    score,
    source: 'tick',
    flags: [],
  }));
}

/** Each group and each question once, the surest first. */
function bestFirst(claims: readonly Claim[]): Claim[] {
  const groups = new Set<TickGroup>();
  const questions = new Set<Question>();
  const options = new Set<TickOption>();
  return [...claims]
    .sort((a, b) => b.score - a.score)
    .filter((claim) => {
      const ownBox = claim.question.node.type === 'boolean' && !isYesOrNo(claim.group);
      if (questions.has(claim.question) || (ownBox ? options.has(claim.option) : groups.has(claim.group))) return false;
      questions.add(claim.question);
      options.add(claim.option);
      if (!ownBox) groups.add(claim.group);
      return true;
    });
}

function claimsOf(question: Question, group: TickGroup): Claim[] {
  if (question.node.type === 'boolean') return yesOrNo(question, group);
  const ticked = group.options.filter((option) => option.ticked);
  const [option] = ticked;
  if (option === undefined || ticked.length > 1 || option.text === '') return [];
  const like = captionLikeness(question, group.statement);
  const { choices } = question.node;
  if (choices === null) {
    return like < LIKE_ENOUGH || isYesOrNo(group)
      ? []
      : [{ question, group, option, value: option.text, score: score(like) }];
  }
  const choice = readChoice(option.text, choices);
  if (choice === null) return [];
  const known = group.options.filter((one) => readChoice(one.text, choices) !== null).length;
  const sure = known > 1 ? Math.max(BY_CHOICES, like) : like;
  return sure < LIKE_ENOUGH ? [] : [{ question, group, option, value: choice.value, score: score(sure) }];
}

/** Of boxes for yes and no the ticked one; a box with words of its own is ticked or is not. */
function yesOrNo(question: Question, group: TickGroup): Claim[] {
  if (isYesOrNo(group)) {
    const like = captionLikeness(question, group.statement);
    const answer = answerOf(group);
    return like < LIKE_ENOUGH || answer === null ? [] : [{ question, group, ...answer, score: score(like) }];
  }
  return group.options.flatMap((option) => {
    const like = captionLikeness(question, option.text);
    return like < LIKE_ENOUGH ? [] : [{ question, group, option, value: option.ticked, score: score(like) * 0.95 }];
  });
}

function answerOf(group: TickGroup): { readonly option: TickOption; readonly value: boolean } | null {
  const [option, ...more] = group.options.filter((one) => one.ticked);
  const value = option === undefined || more.length > 0 ? null : saidBy(option);
  return option === undefined || value === null ? null : { option, value };
}

function isYesOrNo(group: TickGroup): boolean {
  return group.options.length > 1 && group.options.every((option) => saidBy(option) !== null);
}

function saidBy({ text }: TickOption): boolean | null {
  return readBoolean(text) ?? readBoolean(text.split(/[\s,;]/)[0] ?? '');
}

function leftOver(asked: readonly Question[], groups: readonly TickGroup[], settled: readonly Claim[]): Claim[] {
  const questions = asked.filter(
    (question) => question.node.type === 'boolean' && !settled.some((claim) => claim.question === question),
  );
  const open = groups.filter((group) => isYesOrNo(group) && !settled.some((claim) => claim.group === group));
  const [question] = questions;
  const [group] = open;
  const answer = group === undefined ? null : answerOf(group);
  if (question === undefined || group === undefined || answer === null || questions.length > 1 || open.length > 1)
    return [];
  return [{ question, group, ...answer, score: LEFT_OVER }];
}

const score = (like: number): number => 0.5 + 0.45 * Math.min(1, like);

/** 0-1: how well words on paper name a question, in any language the glossary knows. */
function captionLikeness(question: Question, caption: string): number {
  const printed = meant(tokens(caption.replace(/^\W*\d{1,2}[.)]\s/, '')));
  if (printed.length === 0) return 0;
  return Math.max(0, ...question.phrases.map((phrase) => likenessOf(meant(phrase), printed)));
}

function likenessOf(asked: readonly string[], printed: readonly string[]): number {
  const whole = wordLikeness(asked, printed);
  const telling = asked.filter((word) => weightOf(word) === 1);
  const met = telling.filter((word) => wordLikeness([word], printed) > 0);
  const share = telling.length === 0 ? 0 : met.length / telling.length;
  return Math.max(whole, telling.length > 0 && share > 0.6 ? share * PARTLY : 0);
}

function meant(words: readonly string[]): string[] {
  return glossed(contentTokens(words)).filter((word) => !ASKING.has(word));
}
