import type { Mark } from './marks';

/** Degrees looked at to either side: more is not a page laid on a scanner by hand. */
const FURTHEST = 6;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.1;
/** Pixels per row of the profile. */
const ROW = 2;
/** Marks it takes to tell. */
const FEWEST = 40;
/** A hair sharper is chance: the smaller turn wins. */
const SHARPER_BY = 1.01;

/** What is looked along: the feet of letters, for lines across the page, or their sides, for lines down the page. */
export type Edge = 'feet' | 'sides';

/**
 * By how many degrees the lines of a page fall to the right (rise: negative). Lines are level when the feet of the
 * letters, seen along them, fall into few rows. 0 where too few letters tell. Pure.
 */
export function skewOf(letters: readonly Mark[]): number {
  return sharpest(letters, 'feet').degrees;
}

/** How sharp the lines are at their best: the higher, the fewer rows hold the edges of all letters. Pure. */
export function profileSharpness(letters: readonly Mark[], edge: Edge): number {
  return sharpest(letters, edge).sharpness;
}

interface Profile {
  readonly degrees: number;
  readonly sharpness: number;
}

function sharpest(letters: readonly Mark[], edge: Edge): Profile {
  const level = { degrees: 0, sharpness: sharpnessAt(letters, edge, 0) };
  if (letters.length < FEWEST) return level;
  return sharpestAround(
    letters,
    edge,
    sharpestAround(letters, edge, level, FURTHEST, COARSE_STEP),
    COARSE_STEP,
    FINE_STEP,
  );
}

function sharpestAround(letters: readonly Mark[], edge: Edge, start: Profile, reach: number, step: number): Profile {
  let best = start;
  for (let offset = step; offset <= reach + step / 10; offset += step) {
    for (const degrees of [start.degrees - offset, start.degrees + offset]) {
      const sharpness = sharpnessAt(letters, edge, degrees);
      if (sharpness > best.sharpness * SHARPER_BY) best = { degrees, sharpness };
    }
  }
  return best;
}

function sharpnessAt(letters: readonly Mark[], edge: Edge, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Map<number, number>();
  const count = (place: number): void => {
    const row = Math.round(place / ROW);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  };
  for (const { left, right, top, bottom } of letters) {
    if (edge === 'feet') count(bottom - (slope * (left + right)) / 2);
    else count(right + (slope * (top + bottom)) / 2);
  }
  let sum = 0;
  for (const inRow of rows.values()) sum += inRow * inRow;
  return sum;
}
