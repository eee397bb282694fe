import { folded } from './normal-form.mjs';

/** Longer texts are compared by their beginnings. */
const LONGEST = 1500;
/** Texts less alike than this have nothing in common. */
const LEAST = 0.5;

/** How alike two texts are, 0-1: one minus the share of letters to change, 0 below one half (ANLS). */
export function likeness(one, other) {
  const [a, b] = [folded(one).slice(0, LONGEST), folded(other).slice(0, LONGEST)];
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  const alike = 1 - changes(a, b) / longest;
  return alike < LEAST ? 0 : alike;
}

/** Letters to add, drop or replace to make `a` into `b` (Levenshtein). */
function changes(a, b) {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = above[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min(above[column] + 1, line[column - 1] + 1, replaced));
    }
    above = line;
  }
  return above[b.length];
}
