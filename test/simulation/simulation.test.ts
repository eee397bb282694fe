import { afterAll, describe, expect, test } from 'vitest';
import { bundle } from './bundle.mjs';
import { createPool } from './pool.mjs';
import { runSeeds } from './seeds.mjs';

/** As many as fit into the time that tests have; `npm run simulate` runs more. */
const SEEDS = Number(process.env.QUARRY_SEEDS ?? 2_000);

const pool = createPool();
afterAll(() => pool.close());

describe('the service under faults', () => {
  test('keeps its promises in every world', async () => {
    const { done, failed, statuses } = await runSeeds(pool, await bundle('run-seed.ts'), { from: 0, count: SEEDS });
    expect(failed).toEqual([]);
    expect(done).toBe(SEEDS);
    // Worlds in which nothing ever happened would show nothing.
    for (const status of ['completed', 'failed', 'cancelled', 'expired', 'deleted'])
      expect(statuses[status], status).toBeGreaterThan(SEEDS / 100);
  });

  test('goes the same way twice for the same seed', async () => {
    const code = await bundle('run-seed.ts');
    const share = { from: 40, count: 20 };
    expect(await runSeeds(pool, code, share)).toEqual(await runSeeds(pool, code, share));
  });
});
