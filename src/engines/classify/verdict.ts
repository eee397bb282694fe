import { reasonFor } from './reason';
import type { Asked, Score, Scores } from './scores';

/** What a document is taken for, and why. */
export interface Verdict {
  /** 0-based position of the asked kind. */
  readonly index: number;
  /** For a person; quotes what was seen. */
  readonly reasoning: string;
}

/** Below this nothing really speaks for a kind. */
const LEAST = 1.1;
/** How far the strongest kind that nobody asked for must be ahead for the rest to be chosen. */
const STRANGER = 0.75;

export function verdictOf({ asked: scores, stranger }: Scores, { profiles }: Asked): Verdict {
  const ranked = scores
    .map((score, index) => ({ score, index }))
    .filter(({ index }) => profiles[index]?.isRest !== true)
    .sort((a, b) => b.score.value - a.score.value);
  const [best, second] = ranked;
  const rest = profiles.findIndex(({ isRest }) => isRest);
  const speaks = best !== undefined && best.score.value >= LEAST;
  if (rest >= 0 && (!speaks || isStrange(best.score, stranger)))
    return { index: rest, reasoning: reasonForRest(best?.score, stranger, profiles[rest]?.name ?? '') };
  const index = best?.index ?? 0;
  if (best === undefined || best.score.value === 0)
    return {
      index,
      reasoning: `Nothing in it speaks for any of the categories; ${quoted(profiles[index]?.name)} is the first of them.`,
    };
  const isTied = second !== undefined && second.score.value >= best.score.value * 0.999;
  const rival = second === undefined ? null : { name: profiles[second.index]?.name ?? '', score: second.score };
  return { index, reasoning: reasonFor(best.score, rival, isTied) };
}

/** How much must speak for a kind that nobody asked for, so that what shows it is left out where there is no rest. */
const SURELY_STRANGE = 4;

/** The asked kind that the scores are for, by 0-based position; null: everything speaks for one that nobody asked for. */
export function decided(scores: Scores, asked: Asked): number | null {
  const { stranger } = scores;
  const { index } = verdictOf(scores, asked);
  const worth = scores.asked[index]?.value ?? 0;
  const isAgainstAll = stranger !== null && stranger.value >= SURELY_STRANGE && worth < stranger.value * 0.4;
  return isAgainstAll && asked.profiles[index]?.isRest !== true ? null : index;
}

const isStrange = (best: Score, stranger: Score | null): boolean =>
  stranger !== null && stranger.value * STRANGER > best.value;

const quoted = (name: string | undefined): string => `"${name ?? ''}"`;

function reasonForRest(best: Score | undefined, stranger: Score | null, name: string): string {
  if (stranger !== null && (best === undefined || isStrange(best, stranger)))
    return `${reasonFor(stranger, null, false)} That is none of the other categories, which leaves ${quoted(name)}.`;
  return `Hardly anything in it speaks for the other categories, which leaves ${quoted(name)}.`;
}
