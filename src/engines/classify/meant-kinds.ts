import { contentTokens, nameTokens, tokens } from '../layout/lexicon/tokens';
import type { AskedKind } from './asked-kind';
import { SORT_OF } from './kinds/catalogue';
import { stemOf } from './own-words';
import { askedPhrases, phrasesAmong, printedPhrases } from './phrases';

/** The known kinds that an asked kind speaks of. */
export interface MeantKinds {
  /** With how surely it means them, 0-1. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Those that its description goes on with beside the first ("orders and invoices for advertising"), and how surely. */
  readonly beside: ReadonlyMap<string, number>;
}

/** A known kind in the name; the first of a description whose name says nothing, and the next; those of one whose name does. */
const IN_NAME = 1;
const FIRST_DESCRIBED = 0.95;
const NEXT_DESCRIBED = 0.76;
const BESIDE_NAME = 0.6;
/** What a preposition adds tells of which sort a document is, what comes after "with" what it shows. */
const AS_MODIFIER = 0.45;
const AS_CONTENT = 0.35;
/** A kind by what its documents show, where none is called by a name; and how much of that there must be. */
const BY_CONTENT = 0.8;
const LEAST_SHOWN = 0.5;
/** A word that names several kinds. */
const AMBIGUOUS = 0.75;

/** What is said not to be meant. */
const DENIED =
  /\b(?:not|no(?!\.)|never|without|except(?: for)?|excluding|other than|rather than|instead of|unlike|kein\p{L}*|nicht|ohne|außer|statt|anders als|sauf|pas|hormis|sans|sin|excepto|salvo|non|senza|tranne|eccetto|niet|geen|zonder|behalve)\b(?![- ]?disclosure|[- ]?divulg|[- ]?diffusion)[^.,;:()]*/giu;
const CONTENT =
  /\b(?:with|containing|contains?|showing|shows?|listing|lists?|including|includes?|such as|like|for (?:example|instance)|e\.g\.|that|which|from|issued|sent|mit|wie|zum beispiel|z\. ?b\.|die|das|enthält|von|avec|comme|par exemple|contenant|qui|con|como|por ejemplo|que|contiene|come|per esempio|che|met|zoals|bijvoorbeeld|bevat)\b|[.;:(]/iu;
/** What comes after it is of the kind too. */
const FURTHER = /\b(?:also|as well as|auch|sowie|aussi|ainsi que|también|así como|anche|nonché|ook|alsmede)\b/iu;
/** What stands on either side is on a par. */
const JOINED = /,|\/|\b(?:and|or|und|oder|et|ou|y|o|ed?|en|of(?= de| het| een))\b/iu;
const PREPOSITION =
  /\b(?:of|for|about|at|by|in|on|to|between|für|über|aus|zu|zum|zur|de|du|des|pour|sur|entre|para|sobre|del|per|di|della|su|voor|over|tussen)\b/iu;

/** Compounds are cut in the singular: "Abrechnungen" are asked for like an "Abrechnung". */
export const singular = (text: string): string => text.replace(/(?<=\p{L}{3}ung)en(?!\p{L})/giu, '');

/** A description without what it says that is not meant. */
export const affirmed = (description: string): string => singular(description.replace(DENIED, ' '));

export function kindsMeant({ name, description }: AskedKind): MeantKinds {
  const kinds = new Map<string, number>();
  const note = ({ kind, weight }: Spoken, role: number): void => {
    if (weight * role > (kinds.get(kind) ?? 0)) kinds.set(kind, weight * role);
  };
  const named = kindsIn(nameTokens(singular(name)));
  const { heads, modifiers, contents } = described(affirmed(description));
  const [first] = heads;
  const mains = named.length > 0 ? named : heads.filter(({ phrase }) => phrase === first?.phrase);
  const others = heads.filter((one) => !mains.some(({ kind }) => kind === one.kind));
  for (const main of mains) note(main, named.length > 0 ? IN_NAME : FIRST_DESCRIBED);
  const further = named.length > 0 ? BESIDE_NAME : NEXT_DESCRIBED;
  for (const other of others) note(other, further);
  for (const one of modifiers) note(one, further * AS_MODIFIER);
  for (const one of contents) note(one, further * AS_CONTENT);
  if (kinds.size === 0) for (const [kind, weight] of kindsShown(affirmed(description))) kinds.set(kind, weight);
  const beside = new Map<string, number>();
  for (const [listed, surely] of [
    [contents, AS_CONTENT],
    [others, 1],
  ] as const)
    for (const { kind } of listed) if (!mains.some((main) => main.kind === kind)) beside.set(kind, surely);
  return { kinds, beside };
}

interface Spoken {
  readonly kind: string;
  readonly weight: number;
  /** 0-based position of the phrase among those of its text. */
  readonly phrase: number;
}

interface Described {
  /** What such a document is: one of these. */
  readonly heads: readonly Spoken[];
  /** What it is of, for or about. */
  readonly modifiers: readonly Spoken[];
  /** What it shows. */
  readonly contents: readonly Spoken[];
}

function described(said: string): Described {
  const cut = CONTENT.exec(said)?.index ?? said.length;
  const [shows = '', ...further] = said.slice(cut).split(FURTHER);
  const heads: Spoken[] = [];
  const modifiers: Spoken[] = [];
  for (const [phrase, text] of [said.slice(0, cut), ...further].flatMap((part) => part.split(JOINED)).entries()) {
    const spoken = kindsIn(tokens(text)).map((one) => ({ ...one, phrase: phrase * 100 + one.phrase }));
    const stated = new Set(kindsIn(tokens(text.slice(0, PREPOSITION.exec(text)?.index))).map(({ kind }) => kind));
    const own = spoken.filter(({ kind }) => stated.has(kind));
    const are = own.length > 0 || (stated.size === 0 && heads.length > 0) ? own : spoken;
    heads.push(...are);
    modifiers.push(...spoken.filter((one) => !are.includes(one)));
  }
  if (heads.length + modifiers.length === 0) return { heads: kindsIn(tokens(said)), modifiers: [], contents: [] };
  return { ...ofTheirSort(heads, modifiers), contents: kindsIn(tokens(shows)) };
}

/** A "bill for water" is a sort of bill, and bills of all other sorts are not meant: the sort takes the bill's place. */
function ofTheirSort(heads: readonly Spoken[], modifiers: readonly Spoken[]): Omit<Described, 'contents'> {
  const sorts = modifiers.flatMap((sort): Spoken[] => {
    const whole = heads.find(({ kind }) => kind === SORT_OF.get(sort.kind));
    return whole === undefined ? [] : [{ ...sort, phrase: whole.phrase }];
  });
  const wholes = new Set(sorts.map(({ kind }) => SORT_OF.get(kind)));
  const kept = heads.filter(({ kind }) => !wholes.has(kind));
  return {
    heads: [...kept, ...sorts].sort((a, b) => a.phrase - b.phrase),
    modifiers: modifiers.filter(({ kind }) => !sorts.some((sort) => sort.kind === kind)),
  };
}

/** The kinds that documents show the words of which a description is made: "departure, arrival and seat". */
function kindsShown(description: string): ReadonlyMap<string, number> {
  const shown = new Map<string, number>();
  for (const { senses } of phrasesAmong(contentTokens(tokens(description)), printedPhrases()))
    for (const { kind, tier, weight } of senses) if (tier === 'proof') shown.set(kind, (shown.get(kind) ?? 0) + weight);
  const most = Math.max(...shown.values());
  return new Map(
    [...shown].filter(([, sum]) => sum >= LEAST_SHOWN).map(([kind, sum]) => [kind, BY_CONTENT * (sum / most)]),
  );
}

/** The known kinds that words speak of, in order. */
function kindsIn(words: readonly string[]): Spoken[] {
  return phrasesAmong(contentTokens(words).map(stemOf), askedPhrases()).flatMap(({ senses }, phrase) =>
    senses.map(({ kind }) => ({ kind, weight: senses.length === 1 ? 1 : AMBIGUOUS, phrase })),
  );
}
