import { CENT } from '../checks/amount';
import type { Question } from '../question';
import { isText, type RowReading } from './read-cells';

/** Rows that a sum is made of at least. */
const FEWEST_PARTS = 2;

type Rows = readonly { readonly item: readonly RowReading[] }[];

/** True for a row without words, after rows that have them, that sums up a column of theirs. */
export function isNamelessSum(item: readonly RowReading[], before: Rows): boolean {
  if (item.length === 0 || item.some(isText) || before.length < FEWEST_PARTS) return false;
  if (!before.every(({ item: one }) => one.some(isText))) return false;
  return item.every((one) => isNumber(one.property)) && item.some((one) => sums(one, before));
}

function sums({ property, value }: RowReading, before: Rows): boolean {
  const parts = before.flatMap(({ item }) => {
    const part = item.find((one) => one.property === property)?.value;
    return typeof part === 'number' ? [part] : [];
  });
  const sum = parts.reduce((all, part) => all + part, 0);
  return parts.length >= FEWEST_PARTS && sum !== 0 && Math.abs(sum - Number(value)) <= CENT;
}

function isNumber({ node }: Question): boolean {
  return node.type === 'number' || node.type === 'integer';
}
