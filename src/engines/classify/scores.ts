import { type KindEvidence, kindScores, type Seen } from './kind-scores';
import { KINDS, SORT_OF, SORTS } from './kinds/catalogue';
import type { PageFacts } from './page-facts';
import type { Profile } from './profile';
import type { Stance } from './stance';

/** What speaks for one asked kind. */
export interface Score {
  /** From 0; comparable among all that were asked together. */
  readonly value: number;
  /** The known kind it was told by, and what was seen of it; null: none. */
  readonly kind: { readonly id: string; readonly evidence: KindEvidence } | null;
  /** Its own words that were seen, the most telling first. */
  readonly words: readonly Seen[];
}

/** What speaks for each asked kind, in order, and for the strongest known kind that nobody asked for. */
export interface Scores {
  readonly asked: readonly Score[];
  readonly stranger: Score | null;
}

/** Most that a category's own words can say, and the weight of words at which two thirds of that are reached. */
const WORDS = 4;
const ENOUGH_WORDS = 1.4;
/** How far what a kind has speaks for a sort of it, and the other way round; less where both are asked for. */
const OF_THE_WHOLE = 0.45;
const OF_THE_WHOLE_ASKED = 0.25;
const OF_A_SORT = 0.95;
const OF_A_SORT_ASKED = 0.3;
/** How far a kind named beside another counts with it, and the value at which that one is there for certain. */
const BESIDE = 0.9;
const THERE = 3;
/** From here on a known kind counts as asked for. */
const ASKED = 0.45;

/** Profiles made ready to be held against many pages. */
export interface Asked {
  readonly profiles: readonly Profile[];
  /** Known kinds that one of them is. */
  readonly kinds: ReadonlySet<string>;
  /** Their own words by stem: position of the profile, and what the word says. */
  readonly words: ReadonlyMap<string, readonly (readonly [index: number, weight: number])[]>;
}

export function askedFor(profiles: readonly Profile[]): Asked {
  const words = new Map<string, (readonly [number, number])[]>();
  for (const [index, profile] of profiles.entries()) {
    for (const [stem, weight] of profile.words) {
      const held = words.get(stem);
      if (held === undefined) words.set(stem, [[index, weight]]);
      else held.push([index, weight]);
    }
  }
  const sure = profiles.flatMap(({ kinds }) => [...kinds].flatMap(([kind, weight]) => (weight >= ASKED ? [kind] : [])));
  return { profiles, kinds: new Set(sure), words };
}

export function scoresOf(pages: readonly PageFacts[], asked: Asked, stance: Stance): Scores {
  const kinds: Kinds = { evidence: kindScores(pages, stance), worth: new Map() };
  const words = wordsSeen(pages, asked, stance);
  return {
    asked: asked.profiles.map((profile, index): Score => {
      const known = bestKind(profile, kinds, asked);
      const own = words.get(index) ?? [];
      return {
        value: known.value + stance.words * wordScore(profile, own),
        kind: known.kind,
        words: own.sort((a, b) => b.weight - a.weight),
      };
    }),
    stranger: strongestStranger(kinds.evidence, asked),
  };
}

/** The evidence for each known kind, and what each is worth, worked out when it is first asked for. */
interface Kinds {
  readonly evidence: ReadonlyMap<string, KindEvidence>;
  readonly worth: Map<string, Worth>;
}

interface Worth {
  readonly value: number;
  /** The kind that says most of it. */
  readonly by: string;
}

function bestKind(profile: Profile, scores: Kinds, asked: Asked): Pick<Score, 'value' | 'kind'> {
  let best: Pick<Score, 'value' | 'kind'> = { value: 0, kind: null };
  for (const [kind, weight] of profile.kinds) {
    const told = worthOf(kind, scores, asked);
    const evidence = scores.evidence.get(told.by);
    const value = weight * told.value + (profile.beside.has(kind) ? 0 : withBeside(kind, profile, scores, asked));
    if (evidence !== undefined && value > best.value) best = { value, kind: { id: told.by, evidence } };
  }
  return best;
}

/** An invoice for advertising is both, and so more of what asks for both than of what asks for invoices. */
function withBeside(kind: string, { beside }: Profile, scores: Kinds, asked: Asked): number {
  const isThere = Math.min(1, (scores.evidence.get(kind)?.score ?? 0) / THERE);
  const most = [...beside].reduce((sum, [one, surely]) => Math.max(sum, surely * worthOf(one, scores, asked).value), 0);
  return isThere * BESIDE * most;
}

/** A kind's own score with what its sorts and the kind it is a sort of say for it. */
function worthOf(kind: string, { evidence, worth }: Kinds, asked: Asked): Worth {
  const held = worth.get(kind);
  if (held !== undefined) return held;
  const of = (id: string): number => evidence.get(id)?.score ?? 0;
  const whole = SORT_OF.get(kind);
  const inherited = whole === undefined ? 0 : of(whole) * (asked.kinds.has(whole) ? OF_THE_WHOLE_ASKED : OF_THE_WHOLE);
  let best: Worth = { value: of(kind) + inherited, by: of(kind) > 0 || whole === undefined ? kind : whole };
  for (const sort of SORTS.get(kind) ?? []) {
    const value = of(sort) * (asked.kinds.has(sort) ? OF_A_SORT_ASKED : OF_A_SORT);
    if (value > best.value) best = { value, by: sort };
  }
  worth.set(kind, best);
  return best;
}

/** A format says nothing against what a document is about. */
const FORMATS: ReadonlySet<string> = new Set(KINDS.flatMap(({ id, isFormat }) => (isFormat === true ? [id] : [])));

const says = ({ headings, proofs }: KindEvidence): boolean => headings.length + proofs.length > 0;

/** A known kind that is neither asked for nor a sort or the whole of one that is. */
function strongestStranger(scores: ReadonlyMap<string, KindEvidence>, { kinds }: Asked): Score | null {
  let best: Score | null = null;
  for (const [id, evidence] of scores) {
    const akin = [id, SORT_OF.get(id) ?? id, ...(SORTS.get(id) ?? [])];
    if (FORMATS.has(id) || !says(evidence) || akin.some((one) => kinds.has(one))) continue;
    if (best === null || evidence.score > best.value)
      best = { value: evidence.score, kind: { id, evidence }, words: [] };
  }
  return best;
}

/** The asked kinds' own words on the pages, by position of the kind. */
function wordsSeen(pages: readonly PageFacts[], asked: Asked, stance: Stance): Map<number, Seen[]> {
  const stems = new Map<string, Seen>();
  for (const [order, { page, words }] of pages.entries()) {
    for (const [stem, { text, weight }] of words) {
      const seen = weight * (order === 0 ? 1 : stance.laterPages);
      if (seen > (stems.get(stem)?.weight ?? 0)) stems.set(stem, { text, weight: seen, page });
    }
  }
  const found = new Map<number, Map<string, Seen>>();
  for (const [stem, seen] of stems) {
    for (const [index, weight] of asked.words.get(stem) ?? []) {
      const held = found.get(index) ?? new Map<string, Seen>();
      found.set(index, held);
      // One printed word may be two of the category's: itself, and what it means.
      const key = seen.text.toLowerCase();
      const said = seen.weight * weight;
      if (said > (held.get(key)?.weight ?? 0)) held.set(key, { ...seen, weight: said });
    }
  }
  return new Map([...found].map(([index, own]) => [index, [...own.values()]]));
}

/** Much of what a category says of itself counts more than a few words of many. */
function wordScore({ words }: Profile, seen: readonly Seen[]): number {
  const amount = seen.reduce((sum, { weight }) => sum + weight, 0);
  if (amount === 0) return 0;
  let all = 0;
  for (const weight of words.values()) all += weight;
  return WORDS * (1 - Math.exp(-amount / ENOUGH_WORDS)) * (0.4 + 0.6 * Math.min(1, amount / all));
}
