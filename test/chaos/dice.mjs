/**
 * Numbers from 0 to 1 that follow from names alone: the same names, the same numbers, whatever else was rolled.
 *
 * @param {...(string | number)} names
 * @returns {() => number}
 */
export function dice(...names) {
  let state = 0x811c9dc5;
  for (const character of names.join('/')) state = Math.imul(state ^ character.codePointAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * One of the choices, each as likely as its weight.
 *
 * @template Choice
 * @param {() => number} roll
 * @param {readonly (readonly [number, Choice])[]} weighted
 * @returns {Choice}
 */
export function choose(roll, weighted) {
  let left = roll() * weighted.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, choice] of weighted) {
    left -= weight;
    if (left < 0) return choice;
  }
  return weighted[weighted.length - 1][1];
}
