import type { PageFacts } from '../classify/page-facts';
import { type Asked, type Scores, scoresOf } from '../classify/scores';
import type { Stance } from '../classify/stance';
import { decided } from '../classify/verdict';
import { beginnings, type SeenPage } from './beginnings';

/** Pages in a row that are one document, by 0-based positions, and what it is. */
export interface Segment {
  readonly first: number;
  readonly last: number;
  /** 0-based position of the asked kind; null: all evidence is against every one of them. */
  readonly kind: number | null;
}

/** How far the scores of one page decide of what kind its document is: those of a first page more. */
const FIRST = 0.5;
const LATER = 0.4;
/** Headings of later pages are those of chapters. */
const LATER_HEADINGS = 0.4;

/** Cuts the pages into documents and tells their kinds, both at once: the likeliest of all ways to do it. */
export function segmentsOf(pages: readonly SeenPage[], asked: Asked, stance: Stance): Segment[] {
  const starts = beginnings(pages, stance);
  const steps: Step[] = [];
  let standing: readonly number[] = [];
  for (const [index, { facts }] of pages.entries()) {
    const first = leads([facts], asked, stance).map((lead) => lead * FIRST);
    const later = leads([facts], asked, { ...stance, headings: stance.headings * LATER_HEADINGS }).map(
      (lead) => lead * LATER,
    );
    const step = stepOver(standing, first, later, index === 0 ? null : (starts[index] ?? 0));
    steps.push(step);
    standing = step.worth;
  }
  return cutAlong(steps).map(({ first, last }) => ({
    first,
    last,
    kind: decided(
      scoresOf(
        pages.slice(first, last + 1).map(({ facts }) => facts),
        asked,
        stance,
      ),
      asked,
    ),
  }));
}

/** Of each state (the asked kinds, then "none of them"): how far it is behind the best, at most 0. */
function leads(pages: readonly PageFacts[], asked: Asked, stance: Stance): number[] {
  const { asked: scores, stranger }: Scores = scoresOf(pages, asked, stance);
  const values = [...scores.map(({ value }) => value), (stranger?.value ?? 0) * 0.6];
  const most = Math.max(...values);
  return values.map((value) => value - most);
}

interface Step {
  /** Of the best way that ends in each state here. */
  readonly worth: readonly number[];
  /** Whether a document begins here on that way, and the state of the page before it. */
  readonly begins: readonly boolean[];
  readonly from: readonly number[];
}

/** `start`: log odds that a document begins here; null: it must. */
function stepOver(
  standing: readonly number[],
  first: readonly number[],
  later: readonly number[],
  start: number | null,
): Step {
  if (start === null) return { worth: first, begins: first.map(() => true), from: first.map(() => -1) };
  const best = standing.reduce((most, worth, state) => (worth > (standing[most] ?? 0) ? state : most), 0);
  const anew = (standing[best] ?? 0) + start;
  const ways = first.map((lead, state) => {
    const begun = anew + lead;
    const gone = (standing[state] ?? 0) + (later[state] ?? 0);
    return begun > gone ? { worth: begun, begins: true, from: best } : { worth: gone, begins: false, from: state };
  });
  return {
    worth: ways.map(({ worth }) => worth),
    begins: ways.map(({ begins }) => begins),
    from: ways.map(({ from }) => from),
  };
}

/** Back along the best way. */
function cutAlong(steps: readonly Step[]): { first: number; last: number }[] {
  const segments: { first: number; last: number }[] = [];
  const ends = steps.at(-1)?.worth ?? [];
  let state = ends.reduce((most, worth, at) => (worth > (ends[most] ?? 0) ? at : most), 0);
  let last = steps.length - 1;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (step?.begins[state] === true) {
      segments.unshift({ first: index, last });
      last = index - 1;
    }
    state = step?.from[state] ?? 0;
  }
  return segments;
}
