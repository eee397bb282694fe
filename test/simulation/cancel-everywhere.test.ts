import { afterAll, describe, expect, test } from 'vitest';
import { bundle } from './bundle.mjs';
import { createPool } from './pool.mjs';
import { runSeeds } from './seeds.mjs';

/** Operations, each with one document, two, and one of three parts. */
const SHAPES = 7 * 3;

const pool = createPool(1);
afterAll(() => pool.close());

describe('a job that is cancelled', () => {
  test('in front of and behind every call of its consumers shows no result after it, ends once, and is not worked on any more', async () => {
    const code = await bundle('cancel-everywhere.ts');
    const { failed, statuses, jobs } = await runSeeds(pool, code, { from: 0, count: SHAPES, run: 'cancelEverywhere' });
    expect(failed).toEqual([]);
    expect(jobs).toBeGreaterThan(500);
    expect(statuses.cancelled).toBeGreaterThan(jobs * 0.8);
    // Behind its last report, and whatever a consumer still asks after it, a job has completed.
    expect(statuses.completed).toBeGreaterThanOrEqual(SHAPES);
  });
});
