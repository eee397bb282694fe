import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ParsedBudget } from '../../../../src/jobs/retention/parsed-budget';
import type { StoredBlob } from '../../../../src/jobs/retention/retention-ports';

const blob = (name: string, sizeBytes: number, storedAt: number): StoredBlob => ({
  name,
  owner: null,
  sizeBytes,
  storedAt,
});
const sum = (blobs: readonly StoredBlob[]) => blobs.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
const names = (blobs: readonly StoredBlob[]) => blobs.map(({ name }) => name);

test('what was used last stays, as much as the budget has room for', () => {
  const budget = new ParsedBudget(100);
  expect(names(budget.over('a', [blob('old', 40, 1), blob('new', 40, 3), blob('middle', 40, 2)]))).toEqual(['old']);
  expect(names(budget.over('a', [blob('newest', 40, 4)]))).toEqual(['middle']);
  expect(names(budget.over('a', [blob('ancient', 1, 0)]))).toEqual([]);
});

test('accounts do not share a budget, and one that is larger than the budget goes even if it is alone', () => {
  const budget = new ParsedBudget(100);
  expect(names(budget.over('a', [blob('a', 100, 1)]))).toEqual([]);
  expect(names(budget.over('b', [blob('b', 100, 1)]))).toEqual([]);
  expect(names(budget.over('c', [blob('c', 101, 1)]))).toEqual(['c']);
});

test('in whatever pages an account comes, what stays fits, and the newest that fit together are among it', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 7 }), fc.infiniteStream(fc.nat(1_000)), (all, page, ages) => {
      const blobs = all.map((size, index) => blob(`${index}`.padStart(2, '0'), size, Number(ages.next().value)));
      const budget = new ParsedBudget(200);
      const gone = new Set<string>();
      for (let start = 0; start < blobs.length; start += page)
        for (const { name } of budget.over('a', blobs.slice(start, start + page))) gone.add(name);
      const kept = blobs.filter(({ name }) => !gone.has(name));
      expect(sum(kept)).toBeLessThanOrEqual(200);
      const newest = [...blobs].sort((a, b) => b.storedAt - a.storedAt || (a.name < b.name ? -1 : 1));
      for (let count = 1; count <= newest.length && sum(newest.slice(0, count)) <= 200; count += 1)
        expect(names(kept)).toContain(newest[count - 1]?.name);
    }),
    { endOnFailure: true },
  );
});
