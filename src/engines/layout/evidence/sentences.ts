import { answersIn } from '../answer-text';
import { flowOf } from '../flow';
import { phrasesOf } from '../lexicon/catalogue';
import { glossed } from '../lexicon/glossary';
import { contentTokens, tokens } from '../lexicon/tokens';
import { wordLikeness } from '../likeness';
import type { Question } from '../question';
import type { Reading } from '../reading';
import type { View } from '../view';

/** Verbs between a thing and its value, in the languages of the lexicon. */
const VERBS =
  /(?<=\p{L}["”)]?) (?:is|are|was|will be|shall be|amounts to|totals|equals|ist|sind|beträgt|betragen|lautet|beläuft sich auf|s['’]élève à|est de|est fixée? à|est|será de|es de|es|é de|é|será|asciende a|ammonta a|è di|è|bedraagt|wynosi|činí)(?: (?:then|now|set at|fixed at|derzeit|currently))? (?=["“„(]?[\p{L}\d€$£])/giu;

/** Sentences of one document that are looked at. */
const MOST = 600;
/** Letters before the verb that may name the thing, and after it that may hold the value. */
const BEFORE = 60;
const AFTER = 60;
/** Words that may name it. */
const LONGEST = 4;
const LIKE_ENOUGH = 0.8;

/** Evidence: "The deposit amounts to 1,920.00", "Votre code est 7741": a thing, a verb, its value. */
export function sentenceReadings(view: View, questions: readonly Question[]): Reading[] {
  if (questions.length === 0) return [];
  const flow = flowOf(view);
  const asked = questions.filter((question) => question.path.length > 0).map(wordsOf);
  return [...flow.text.matchAll(VERBS)].slice(0, MOST).flatMap((match) => {
    const names = endings(flow.text.slice(Math.max(0, match.index - BEFORE), match.index));
    const at = match.index + match[0].length;
    const rest = /^[^;!?]*?(?=[;!?]|\. \p{Lu}|$)/u.exec(flow.text.slice(at, at + AFTER))?.[0] ?? '';
    return asked.flatMap(({ question, phrases }): Reading[] => {
      const like = Math.max(0, ...names.flatMap((name) => phrases.map((phrase) => wordLikeness(phrase, name))));
      if (like < LIKE_ENOUGH || FREE.has(question.kind)) return [];
      const [answer] = answersIn(question, rest, view.locale);
      if (answer === undefined || answer.start > 16) return [];
      const span = flow.span(at + answer.start, at + answer.end);
      return [{ question, value: answer.value, span, score: like * 0.66, source: 'prose', flags: answer.flags }];
    });
  });
}

/** Kinds that any words would answer. */
const FREE: ReadonlySet<Question['kind']> = new Set(['text', 'name']);

function wordsOf(question: Question): { question: Question; phrases: readonly (readonly string[])[] } {
  const meant = question.concept === null ? [] : phrasesOf(question.concept).asked;
  return { question, phrases: [...question.phrases, ...meant].map((phrase) => glossed(phrase)) };
}

/** The last words of what stands before the verb: one, two ... of them. */
function endings(before: string): string[][] {
  const clause = before.split(/[.;:!?]\s/).at(-1) ?? '';
  const words = contentTokens(tokens(clause)).slice(-LONGEST);
  return words.map((_, from) => glossed(words.slice(from)));
}
