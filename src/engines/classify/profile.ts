import { contentTokens, nameTokens, tokens } from '../layout/lexicon/tokens';
import type { AskedKind } from './asked-kind';
import { KINDS } from './kinds/catalogue';
import { stemOf, stemsOf } from './own-words';
import { askedPhrases, phrasesAmong, printedPhrases } from './phrases';

/** What an asked kind means, as far as its name and description tell. */
export interface Profile {
  readonly name: string;
  /** Known kinds it speaks of, with how surely, 0-1. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Those that its description goes on with beside the one it is named by ("orders and invoices for advertising"), and how surely. */
  readonly beside: ReadonlyMap<string, number>;
  /** Its own words by stem, with what each says beside those of the others, 0-1. */
  readonly words: ReadonlyMap<string, number>;
  /** Whether it is for what fits nowhere else. */
  readonly isRest: boolean;
}

/** A known kind in the name; in the description of a name that says nothing; and in that of one that does. */
const IN_NAME = 1;
const BY_DESCRIPTION = 0.95;
const BESIDE_NAME = 0.6;
/** What comes after "with" tells what a document shows, not what it is. */
const AS_CONTENT = 0.35;
/** The kinds that a list goes on with. */
const AS_FURTHER = 0.8;
/** A kind by what its documents show, where none is called by a name; and how much of that there must be. */
const BY_CONTENT = 0.8;
const LEAST_SHOWN = 0.5;
/** A word that names several kinds. */
const AMBIGUOUS = 0.75;

const WORD_OF_NAME = 1;
const WORD_OF_DESCRIPTION = 0.7;

/** What is said not to be meant. */
const DENIED =
  /\b(?:not|no(?!\.)|never|without|except(?: for)?|excluding|other than|rather than|instead of|unlike|kein\p{L}*|nicht|ohne|außer|statt|anders als|sauf|pas|hormis|sans|sin|excepto|salvo|non|senza|tranne|eccetto|niet|geen|zonder|behalve)\b(?![- ]?disclosure|[- ]?divulg|[- ]?diffusion)[^.,;:()]*/giu;
const CONTENT =
  /\b(?:with|containing|contains?|showing|shows?|listing|lists?|including|includes?|that|which|from|issued|sent|mit|die|das|enthält|von|avec|contenant|qui|con|que|contiene|che|met|bevat)\b|[.;:(]/iu;
/** What comes after it is of the kind too. */
const FURTHER = /\b(?:also|as well as|auch|sowie|aussi|ainsi que|también|así como|anche|nonché|ook|alsmede)\b/iu;
const REST = new Set(
  'other others misc miscellaneous unknown rest remaining remainder else anything everything unclassified uncategorized uncategorised none general various sonstige sonstiges sonstigen andere anderes ubrige ubriges unbekannt diverse diverses autre autres divers inconnu reste otro otros otra otras varios varias desconocido resto altro altri altra altre varie vario sconosciuto overig overige anders onbekend restant document documents doc docs page pages dokument dokumente seite seiten documento documentos documenti pagina documenten kind type category'.split(
    ' ',
  ),
);
const ONLY_IDLE =
  /^(?:documents?|docs?|pages?|dokumente?|seiten?|documentos?|documenti|documenten|kind|type|category)$/;
const REST_DESCRIPTION =
  /^\W*(?:any(?:thing)? (?:else|other)|everything else|all (?:the )?(?:other|rest)|none of|whatever|what(?:ever)? (?:does|do) not|alles (?:andere|übrige|sonst)|sonstige|tout (?:le reste|autre)|todo lo demás|cualquier otro|tutto il resto|qualsiasi altro|al het (?:andere|overige))/iu;

/** The profiles of kinds asked together, in order: words that all of them share say nothing. */
export function profilesOf(asked: readonly AskedKind[]): Profile[] {
  const words = asked.map(wordsOf);
  const shared = new Map<string, number>();
  for (const own of words) for (const stem of own.keys()) shared.set(stem, (shared.get(stem) ?? 0) + 1);
  const rarity = (stem: string): number =>
    Math.log((asked.length + 1) / (shared.get(stem) ?? 1)) / Math.log(asked.length + 1);
  return asked.map((one, index) => ({
    name: one.name,
    ...kindsOf(one),
    words: new Map([...(words[index] ?? [])].map(([stem, weight]) => [stem, weight * rarity(stem)])),
    isRest: isRest(one),
  }));
}

/** Compounds are cut in the singular: "Abrechnungen" are asked for like an "Abrechnung". */
const singular = (text: string): string => text.replace(/(?<=\p{L}{3}ung)en(?!\p{L})/giu, '');
const affirmed = (description: string): string => singular(description.replace(DENIED, ' '));

/** Words that only name a known kind say what that one's evidence says better. */
function wordsOf({ name, description }: AskedKind): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const stem of stemsOf(withoutKinds(tokens(affirmed(description))))) words.set(stem, WORD_OF_DESCRIPTION);
  for (const stem of stemsOf(withoutKinds(nameTokens(singular(name))))) words.set(stem, WORD_OF_NAME);
  return words;
}

function withoutKinds(words: readonly string[]): readonly string[] {
  const content = contentTokens(words);
  const naming = new Set(
    phrasesAmong(content.map(stemOf), askedPhrases()).flatMap(({ phrase, first }) => phrase.map((_, at) => first + at)),
  );
  return content.filter((_, at) => !naming.has(at));
}

function kindsOf({ name, description }: AskedKind): Pick<Profile, 'kinds' | 'beside'> {
  const kinds = new Map<string, number>();
  const note = (kind: string, weight: number): void => {
    if (weight > (kinds.get(kind) ?? 0)) kinds.set(kind, weight);
  };
  for (const { kind, weight } of kindsIn(contentTokens(nameTokens(singular(name))))) note(kind, IN_NAME * weight);
  const named = new Set(kinds.keys());
  const said = affirmed(description);
  const { is, shows } = partsOf(said);
  const head = kindsIn(contentTokens(tokens(is)));
  const whole = withoutWholes(head.length > 0 ? head : kindsIn(contentTokens(tokens(said))));
  const content = head.length > 0 ? kindsIn(contentTokens(tokens(shows))) : [];
  const most = named.size > 0 ? BESIDE_NAME : BY_DESCRIPTION;
  for (const [order, { kind, weight }] of whole.entries()) note(kind, most * weight * (order === 0 ? 1 : AS_FURTHER));
  for (const { kind, weight } of content) note(kind, most * weight * AS_CONTENT);
  if (kinds.size === 0) for (const [kind, weight] of kindsShown(said)) note(kind, weight);
  const beside = new Map<string, number>();
  if (named.size > 0) {
    for (const { kind } of content) if (!named.has(kind)) beside.set(kind, AS_CONTENT);
    for (const { kind } of whole) if (!named.has(kind)) beside.set(kind, 1);
  }
  return { kinds, beside };
}

/** What a description says the kind is, and what it says that such a document shows. */
function partsOf(said: string): { readonly is: string; readonly shows: string } {
  const cut = CONTENT.exec(said)?.index ?? said.length;
  const [shows = '', ...further] = said.slice(cut).split(FURTHER);
  return { is: [said.slice(0, cut), ...further].join(' '), shows };
}

interface Spoken {
  readonly kind: string;
  readonly weight: number;
}

/** A "bill for water" is a sort of bill, and bills of all other sorts are not meant. */
function withoutWholes(spoken: readonly Spoken[]): readonly Spoken[] {
  const kinds = new Set(spoken.map(({ kind }) => kind));
  return spoken.filter(({ kind }) => !(SORTS.get(kind) ?? []).some((sort) => kinds.has(sort)));
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
  return phrasesAmong(words.map(stemOf), askedPhrases()).flatMap(({ senses }) =>
    senses.map(({ kind }) => ({ kind, weight: senses.length === 1 ? 1 : AMBIGUOUS })),
  );
}

function isRest({ name, description }: AskedKind): boolean {
  const words = nameTokens(name);
  const isRestName = words.every((word) => REST.has(word)) && words.some((word) => !ONLY_IDLE.test(word));
  return isRestName || REST_DESCRIPTION.test(description);
}

/** The kinds that each kind is the more general one of. */
export const SORTS: ReadonlyMap<string, readonly string[]> = sortsOfKinds();

function sortsOfKinds(): Map<string, readonly string[]> {
  const sorts = new Map<string, readonly string[]>();
  for (const { id, of } of KINDS) if (of !== undefined) sorts.set(of, [...(sorts.get(of) ?? []), id]);
  return sorts;
}

/** The kind that each kind is a sort of. */
export const SORT_OF: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap(({ id, of }) => (of === undefined ? [] : [[id, of] as const])),
);
