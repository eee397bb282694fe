import { expect, test } from 'vitest';
import { windowIn } from '../../../src/jobs/list-schemas';
import type { ListWindow, SchemaRecord } from '../../../src/jobs/records';

const schemaOf = (id: string, createdAt: number): SchemaRecord => ({
  id,
  accountId: 'a',
  shortId: 'SCH-00000000',
  name: id,
  description: null,
  definition: {},
  fieldCount: 0,
  version: 1,
  createdAt,
  updatedAt: createdAt,
});
/** Newest first; c and b are of one moment. */
const ALL = [schemaOf('d', 3), schemaOf('c', 2), schemaOf('b', 2), schemaOf('a', 1)];

test.each<[Partial<ListWindow>, string, string | null]>([
  [{}, 'dc', 'c'],
  [{ limit: 9 }, 'dcba', null],
  [{ offset: 2 }, 'ba', null],
  [{ offset: 9 }, '', null],
  [{ after: { createdAt: 2, id: 'c' } }, 'ba', null],
  [{ after: { createdAt: 2, id: 'bb' } }, 'ba', null],
  [{ order: 'asc' }, 'ab', 'b'],
  [{ order: 'asc', after: { createdAt: 2, id: 'b' } }, 'cd', null],
  [{ limit: 1, after: { createdAt: 3, id: 'd' } }, 'c', 'c'],
])('through %j one sees %s', (window, seen, last) => {
  const { items, total, next } = windowIn(ALL, { limit: 2, after: null, order: 'desc', offset: 0, ...window });
  expect([items.map(({ id }) => id).join(''), total, next?.id ?? null]).toEqual([seen, 4, last]);
});
