import { phrasesOf } from './lexicon/catalogue';
import { glossed } from './lexicon/glossary';
import { contentTokens } from './lexicon/tokens';
import { weightOf, wordLikeness } from './likeness';
import type { PrintedLabel } from './printed-label';
import type { Question } from './question';
import type { Token, ViewLine } from './view';

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
      own: question.phrases.map((phrase) => glossed(unmeasured(phrase))),
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

/** Units that names of fields end with; labels leave them to the value. */
const UNITS = new Set('minute hours kg km cm mm eur usd gbp chf'.split(' '));

/** "cook minutes" is labelled "Cook". */
function unmeasured(phrase: readonly string[]): readonly string[] {
  const last = phrase.at(-1);
  return phrase.length > 1 && last !== undefined && UNITS.has(last) ? phrase.slice(0, -1) : phrase;
}

/** "Driver's name" is the name of the driver. */
const OWNING = 's';

/** Words that may be a label, with where they stand and whether a colon follows. */
interface Caption {
  readonly tokens: readonly Token[];
  readonly colon: number | null;
  readonly end: number;
}

/** A short line, its part before a colon or a number, or words before a later colon, much like a question in any language. */
export function likeLabel(line: ViewLine, index: LikeIndex): PrintedLabel[] {
  const colon = COLON.exec(line.text)?.index ?? null;
  const from = /^\W*\d{1,2}[.)]\s/.exec(line.text)?.[0].length ?? 0;
  const number = /\d/.exec(line.text.slice(from))?.index ?? line.text.length - from;
  const end = colon ?? from + number;
  const tokens = line.tokens.filter((token) => token.start >= from && token.end <= end);
  if (colon === null && isCut(line.text, end)) return [];
  const first = labelOf(line, { tokens, colon, end }, index);
  const later = colon === null ? [] : laterCaptions(line, colon).map((one) => labelOf(line, one, index));
  return [first, ...later].filter((one) => one !== null);
}

const COLON = /:(?!\d|\/\/)/;
/** Colons of one line that are looked at, and words before each. */
const MOST_COLONS = 6;
const MOST_BEFORE = 4;

/** "Issued: 3 May Loaded: 4 May": words from a capital letter on to a later colon, after the value of the caption before. */
function laterCaptions(line: ViewLine, first: number): Caption[] {
  const colons = [...line.text.matchAll(new RegExp(COLON, 'g'))].map((mark) => mark.index).slice(0, MOST_COLONS);
  return colons.flatMap((colon, order) => {
    const before = colons[order - 1];
    if (colon === first || before === undefined) return [];
    const words = /(?:^|[\s)])(\p{Lu}[^\d:,;]*)$/u.exec(line.text.slice(before + 1, colon))?.[1];
    if (words === undefined) return [];
    const inside = line.tokens.filter((token) => token.start >= colon - words.length && token.end <= colon);
    const starts = inside.slice(-MOST_BEFORE).filter((token) => /^\p{Lu}/u.test(line.text.slice(token.start)));
    return starts.map(({ start }) => ({ tokens: inside.filter((token) => token.start >= start), colon, end: colon }));
  });
}

function labelOf(line: ViewLine, { tokens, colon, end }: Caption, index: LikeIndex): PrintedLabel | null {
  const [first] = tokens;
  if (first === undefined || tokens.length > LONGEST) return null;
  const words = glossed(contentTokens(tokens.map((token) => token.word)).filter((word) => word !== OWNING));
  const asked = new Set(words.flatMap((word) => [...(index.byWord.get(word) ?? [])]));
  const answers = [...asked].flatMap(({ question, own, meant }) => {
    const like = Math.max(0, ...own.map((phrase) => wordLikeness(phrase, words)));
    const same = meant.some((phrase) => wordLikeness(phrase, words) >= SAME) ? 0.95 : 0;
    if (question.kind === 'amount' && words.includes('packages') && !question.phrases.flat().includes('packages'))
      return [];
    const enough = colon !== null && TYPED.has(question.kind) ? LIKE_TYPED : LIKE_ENOUGH;
    const weight = Math.max(like < enough ? 0 : like, same * question.certainty) * 0.85;
    return weight === 0 ? [] : [{ question, weight }];
  });
  const last = tokens.at(-1)?.end ?? end;
  return answers.length === 0
    ? null
    : { line, start: first.start, end: colon === null ? last : colon + 1, answers, colon: colon !== null, coverage: 1 };
}

/** A number that is part of a word or comes late is no value after a label. */
function isCut(text: string, end: number): boolean {
  return end < text.length && (/[\p{L}\p{N}/.,-]$/u.test(text.slice(0, end)) || end > 40);
}
