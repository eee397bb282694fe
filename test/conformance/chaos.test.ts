import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SETTLED_WITHIN_MS, settledP99, slowness } from '../chaos/report.mjs';
import { runChaos } from '../chaos/run-chaos.mjs';

const SEED = 6;
const JOBS = 200;
const KILLS = 5;
/** Jobs that come in a second: other tests run beside this one. */
const RATE = 3;

/** To run it again: npm run chaos -- --seed 6 --jobs 200 --kills 5 --rate 3 */
describe(`${JOBS} jobs of three dialects under faults, the server killed ${KILLS} times`, () => {
  let result: Awaited<ReturnType<typeof runChaos>>;

  beforeAll(async () => {
    result = await runChaos({
      seed: SEED,
      jobs: JOBS,
      kills: KILLS,
      rate: RATE,
      logPath: join(tmpdir(), 'quarry-chaos-ci.log'),
    });
  }, 240_000);

  it('were in the middle of it: jobs were pending, and every binding has failed', () => {
    expect(result.restarts.reduce((sum, { pending }) => sum + pending, 0)).toBeGreaterThan(KILLS);
    const failed = new Set(result.restarts.flatMap(({ faults }) => Object.keys(faults)));
    expect([...failed]).toEqual(expect.arrayContaining(['d1', 'r2', 'object', 'queue']));
  });

  it('are lost by nobody, end once, as they should, and as lists, streams and webhooks say', () => {
    expect(result.wrong).toEqual([]);
  });

  it(`have ended ${SETTLED_WITHIN_MS / 1000} s after a restart, of 100 that were pending 99; later only where restarts are slow too`, () => {
    expect(settledP99(result) / slowness(result)).toBeLessThanOrEqual(SETTLED_WITHIN_MS);
  });
});
