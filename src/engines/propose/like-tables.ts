import { unionOf } from '../../schema/merge-proposals';
import type { Sighting } from './sighting';

/** Share of the columns that two tables must have in common to be one. */
const LIKE = 0.6;

/** Tables of mostly the same columns are one that goes on: over pages, over sheets, over the records it is part of. */
export function joinLikeTables(tables: readonly Sighting[]): Sighting[] {
  const joined: Sighting[] = [];
  for (const table of tables) {
    const at = joined.findIndex((one) => areLike(one, table));
    const like = joined[at];
    if (like === undefined) joined.push(table);
    else joined[at] = { ...like, shape: unionOf(like.shape, table.shape) };
  }
  return joined;
}

function areLike({ shape: a }: Sighting, { shape: b }: Sighting): boolean {
  if (a.kind !== 'table' || b.kind !== 'table') return false;
  const names = new Set(a.columns.map(({ name }) => name));
  const common = b.columns.filter(({ name }) => names.has(name)).length;
  return common >= LIKE * Math.max(a.columns.length, b.columns.length);
}
