import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { bundle } from './bundle.mjs';
import { NeverEnds } from './pool.mjs';

/** Seeds that one thread is given at a time. */
const SHARE = 100;

/**
 * Runs so many seeds on all threads; what became of them in sum, and every one that failed. `tell` is called with the sum so
 * far after each share.
 * @returns {Promise<{ done: number, jobs: number, steps: number, statuses: Record<string, number>, failed: object[] }>}
 */
export async function runSeeds(pool, code, { from, count, run = 'runSeed', tell = () => {} }) {
  const shares = [];
  for (let start = from; start < from + count; start += SHARE)
    shares.push({ code, run, from: start, count: Math.min(SHARE, from + count - start), stopsAtFirst: false });
  const sum = { done: 0, jobs: 0, steps: 0, statuses: {}, failed: [] };
  const add = ({ done, jobs, steps, statuses, failed }) => {
    sum.done += done;
    sum.jobs += jobs;
    sum.steps += steps;
    for (const [status, times] of Object.entries(statuses)) sum.statuses[status] = (sum.statuses[status] ?? 0) + times;
    sum.failed.push(...failed);
    tell(sum);
  };
  await Promise.all(shares.map((share) => pool.run(share).then(add)));
  return sum;
}

/** How long the seeds of one planted bug may take, in milliseconds. */
const LONGEST_HUNT_MS = 120_000;

/** Shapes of jobs that `cancel-everywhere.ts` cancels at every place. */
const SHAPES = 21;

/** Plants one bug and runs seeds until it is seen: after how many, and what was seen; null: nothing within the limit. */
export async function catchMutant(pool, mutant, limit) {
  const [entry, run] = mutant.isCancelled ? ['cancel-everywhere.ts', 'cancelEverywhere'] : ['run-seed.ts', 'runSeed'];
  const code = await bundle(entry, mutant);
  try {
    const share = {
      code,
      run,
      from: mutant.from ?? 0,
      count: mutant.isCancelled ? SHAPES : mutant.harmless ? Math.min(limit, 60) : (mutant.seeds ?? limit),
      stopsAtFirst: true,
    };
    const { done, failed } = await pool.run(share, LONGEST_HUNT_MS);
    return { seeds: done, violation: failed[0]?.violations[0] ?? null };
  } catch (error) {
    if (!(error instanceof NeverEnds)) throw error;
    return { seeds: null, violation: { invariant: 'I18', what: error.message } };
  }
}

/** Everything that happens in the world of one seed, line by line, and what did not hold. */
export async function traceSeed(seed) {
  const folder = await mkdtemp(join(tmpdir(), 'quarry-simulation-'));
  try {
    const file = join(folder, 'bundle.mjs');
    await writeFile(file, await bundle('run-seed.ts'));
    setFlagsFromString('--allow-natives-syntax');
    globalThis.performMicrotasks = runInThisContext('(() => %PerformMicrotaskCheckpoint())');
    const { runSeed } = await import(file);
    const lines = [];
    const { violations } = await new Promise((resolve) => {
      setImmediate(() => resolve(runSeed(seed, (line) => lines.push(line))));
    });
    return [...lines, ...violations.map(({ invariant, what, at }) => `${invariant} at ${at} ms: ${what}`)].join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}
