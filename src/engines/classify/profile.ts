import { contentTokens, nameTokens, tokens } from '../layout/lexicon/tokens';
import type { AskedKind } from './asked-kind';
import { affirmed, kindsMeant, type MeantKinds, singular } from './meant-kinds';
import { stemOf, stemsOf } from './own-words';
import { askedPhrases, phrasesAmong } from './phrases';
import { isRest } from './rest';

/** What an asked kind means, as far as its name and description tell. */
export interface Profile extends MeantKinds {
  readonly name: string;
  /** Its own words by stem, with what each says beside those of the others, 0-1. */
  readonly words: ReadonlyMap<string, number>;
  /** Whether it is for what fits nowhere else. */
  readonly isRest: boolean;
}

const WORD_OF_NAME = 1;
const WORD_OF_DESCRIPTION = 0.7;

/** The profiles of kinds asked together, in order: words that all of them share say nothing. */
export function profilesOf(asked: readonly AskedKind[]): Profile[] {
  const words = asked.map(wordsOf);
  const shared = new Map<string, number>();
  for (const own of words) for (const stem of own.keys()) shared.set(stem, (shared.get(stem) ?? 0) + 1);
  const rarity = (stem: string): number =>
    Math.log((asked.length + 1) / (shared.get(stem) ?? 1)) / Math.log(asked.length + 1);
  return asked.map((one, index) => ({
    name: one.name,
    ...kindsMeant(one),
    words: new Map([...(words[index] ?? [])].map(([stem, weight]) => [stem, weight * rarity(stem) * plainness(stem)])),
    isRest: isRest(one),
  }));
}

const plainness = (stem: string): number => (COMMON.has(stem) ? COMMONPLACE : 1);

/** Words that only name a known kind say what that one's evidence says better. */
function wordsOf({ name, description }: AskedKind): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const stem of stemsOf(withoutKinds(tokens(affirmed(description))))) words.set(stem, WORD_OF_DESCRIPTION);
  for (const stem of stemsOf(withoutKinds(nameTokens(singular(name))))) words.set(stem, WORD_OF_NAME);
  return words;
}

/** Words that papers of all kinds have; folded stems as `stemOf` makes them. */
const COMMON = new Set(
  'person people company business customer client number date day month year time name address amount total price value service information paper list office'
    .split(' ')
    .map(stemOf),
);
/** How much less those say. */
const COMMONPLACE = 0.4;

function withoutKinds(words: readonly string[]): readonly string[] {
  const content = contentTokens(words);
  const naming = new Set(
    phrasesAmong(content.map(stemOf), askedPhrases()).flatMap(({ phrase, first }) => phrase.map((_, at) => first + at)),
  );
  return content.filter((_, at) => !naming.has(at));
}
