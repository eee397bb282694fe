import { afterAll, describe, expect, test } from 'vitest';
import { bundle } from './bundle.mjs';
import { MUTANTS } from './mutants/index.mjs';
import { createPool } from './pool.mjs';
import { catchMutant } from './seeds.mjs';

/** Worlds within which a planted bug must show. */
const SEEDS = 600;

const pool = createPool();
afterAll(() => pool.close());

/** Those that take many worlds are left to `npm run simulate -- --mutants`. */
const seen = MUTANTS.filter(({ harmless, seeds }) => harmless === undefined && seeds === undefined);
const others = MUTANTS.filter((mutant) => !seen.includes(mutant));

describe('a bug planted into the sources', () => {
  test.concurrent.each(seen)('is seen: $name', async (mutant) => {
    const { violation } = await catchMutant(pool, mutant, SEEDS);
    expect(violation).not.toBeNull();
  });

  test.each(others)('that nobody can tell, or not so soon, can still be planted: $name', async (mutant) => {
    await expect(bundle('run-seed.ts', mutant)).resolves.toBeTypeOf('string');
  });

  test('is one of forty at least, of which most are seen', () => {
    expect(seen.length).toBeGreaterThanOrEqual(40);
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
  });

  test('whose place in the source is gone is told', async () => {
    const gone = { name: 'gone', file: 'jobs/lifecycle.ts', find: 'no such line', replace: '' };
    await expect(bundle('run-seed.ts', gone)).rejects.toThrow('no such line');
  });
});
