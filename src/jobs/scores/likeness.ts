import { isJsonArray, isJsonObject, type JsonValue } from '../../schema/json';
import { readAmount } from '../read-amount';
import { readTimeSpan } from '../read-time-span';
import { isNothing } from './comparison';

/** Longest texts that are compared letter by letter, in characters; longer ones are by their pairs of letters. Our number. */
const MAX_LETTERS = 100;

/** Numbers that differ by less than this share of the larger one are the same: what is lost in writing them. */
const ROUNDING = 1e-9;

/**
 * How alike two values are, 0-1; 1: they mean the same. Numbers and days are read however they are written, texts are the
 * same whatever their case and their blanks.
 */
export function likeness(expected: JsonValue, found: JsonValue): number {
  if (isNothing(expected) || isNothing(found)) return isNothing(expected) && isNothing(found) ? 1 : 0;
  if (typeof expected === 'object' || typeof found === 'object')
    return textOf(expected) === textOf(found) ? 1 : alike(textOf(expected), textOf(found));
  if (typeof expected === 'number' || typeof found === 'number') return closeness(numberOf(expected), numberOf(found));
  if (typeof expected === 'boolean' || typeof found === 'boolean') return textOf(expected) === textOf(found) ? 1 : 0;
  return isSameTime(expected, found) ? 1 : alike(textOf(expected), textOf(found));
}

function closeness(one: number | null, other: number | null): number {
  if (one === null || other === null) return 0;
  const largest = Math.max(Math.abs(one), Math.abs(other));
  const apart = Math.abs(one - other);
  if (apart <= largest * ROUNDING) return 1;
  return Math.min(0.999, Math.max(0, 1 - apart / largest));
}

const numberOf = (value: JsonValue): number | null => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? readAmount(value) : null;
};

function isSameTime(one: string | null, other: string | null): boolean {
  const [first, second] = [readTimeSpan(one ?? ''), readTimeSpan(other ?? '')];
  return first !== null && first.from === second?.from && first.until === second.until;
}

/** Small letters, one blank between words; what is no text as it is written in JSON, names in order. */
function textOf(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(sorted(value));
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function sorted(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name] ?? null)]));
}

function alike(one: string, other: string): number {
  if (one === other) return 1;
  const [a, b] = [[...one], [...other]];
  const isLong = Math.max(a.length, b.length) > MAX_LETTERS;
  return Math.min(0.999, isLong ? sharedPairs(a, b) : 1 - edits(a, b) / Math.max(a.length, b.length));
}

/** Letters to be put in, taken out or changed to make one text the other (Levenshtein). */
function edits(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of a.entries()) {
    const next = [index + 1];
    for (const [column, other] of b.entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Twice the pairs of letters that both have over all that there are (Dice), each as often as it stands. */
function sharedPairs(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const pair of pairs(a)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let both = 0;
  for (const pair of pairs(b)) {
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    both += 1;
  }
  return (2 * both) / Math.max(1, a.length + b.length - 2);
}

const pairs = (letters: readonly string[]): string[] =>
  letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
