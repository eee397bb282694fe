import { phrasesOf } from './lexicon/catalogue';
import { glossed } from './lexicon/glossary';
import { weightOf, wordLikeness } from './likeness';
import type { PrintedLabel } from './printed-label';
import type { Question } from './question';
import type { ViewLine } from './view';

/** Words a label may have. */
const LONGEST = 7;
/** Likeness below which words are no label for a question. */
const LIKE_ENOUGH = 0.72;
/** The same before a colon, where only a value of the right shape can answer. */
const LIKE_TYPED = 0.64;
const TYPED: ReadonlySet<Question['kind']> = new Set(['time', 'date', 'email', 'phone', 'iban', 'percent']);
/** The same for the wordings of a question's concept, which must be met as good as whole. */
const SAME = 0.95;

/** What the words of a label are compared with; all in English as far as the glossary knows them. */
export interface LikeIndex {
  readonly byWord: ReadonlyMap<string, ReadonlySet<Wording>>;
}

interface Wording {
  readonly question: Question;
  readonly own: readonly (readonly string[])[];
  /** How the question's concept is asked for. */
  readonly meant: readonly (readonly string[])[];
}

export function likeIndex(questions: readonly Question[]): LikeIndex {
  const byWord = new Map<string, Set<Wording>>();
  for (const question of questions) {
    const wording = {
      question,
      own: question.phrases.map((phrase) => glossed(phrase)),
      meant: question.concept === null ? [] : phrasesOf(question.concept).asked.map((phrase) => glossed(phrase)),
    };
    for (const word of [...wording.own, ...wording.meant].flat()) {
      if (weightOf(word) < 1) continue;
      const held = byWord.get(word) ?? new Set();
      byWord.set(word, held.add(wording));
    }
  }
  return { byWord };
}

/** A short line, or its part before a colon or a number, whose words are much like those of a question in any language. */
export function likeLabel(line: ViewLine, index: LikeIndex): PrintedLabel[] {
  const colon = /:(?!\d|\/\/)/.exec(line.text)?.index ?? null;
  const from = /^\W*\d{1,2}[.)]\s/.exec(line.text)?.[0].length ?? 0;
  const number = /\d/.exec(line.text.slice(from))?.index ?? line.text.length - from;
  const end = colon ?? from + number;
  const tokens = line.tokens.filter((token) => token.start >= from && token.end <= end);
  const [first] = tokens;
  if (first === undefined || tokens.length > LONGEST || (colon === null && isCut(line.text, end))) return [];
  const words = glossed(tokens.map((token) => token.word));
  const asked = new Set(words.flatMap((word) => [...(index.byWord.get(word) ?? [])]));
  const answers = [...asked].flatMap(({ question, own, meant }) => {
    const like = Math.max(0, ...own.map((phrase) => wordLikeness(phrase, words)));
    const same = meant.some((phrase) => wordLikeness(phrase, words) >= SAME) ? 0.95 : 0;
    const enough = colon !== null && TYPED.has(question.kind) ? LIKE_TYPED : LIKE_ENOUGH;
    const weight = Math.max(like < enough ? 0 : like, same * question.certainty) * 0.85;
    return weight === 0 ? [] : [{ question, weight }];
  });
  const last = tokens.at(-1)?.end ?? end;
  return answers.length === 0
    ? []
    : [
        {
          line,
          start: first.start,
          end: colon === null ? last : colon + 1,
          answers,
          colon: colon !== null,
          coverage: 1,
        },
      ];
}

/** A number that is part of a word or comes late is no value after a label. */
function isCut(text: string, end: number): boolean {
  return end < text.length && (/[\p{L}\p{N}/.,-]$/u.test(text.slice(0, end)) || end > 40);
}
