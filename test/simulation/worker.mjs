// One thread of the simulation: runs the seeds it is given and tells what became of them.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';

// Promises run on at a word from us, so that a world goes on step by step within one turn of the event loop.
setFlagsFromString('--allow-natives-syntax');
globalThis.performMicrotasks = runInThisContext('(() => %PerformMicrotaskCheckpoint())');

let unhandled = null;
process.on('unhandledRejection', (error) => {
  unhandled ??= error instanceof Error ? (error.stack ?? error.message) : String(error);
});

const loaded = new Map();

async function load(code) {
  const name = createHash('sha256').update(code).digest('hex');
  if (!loaded.has(name)) {
    const folder = await mkdtemp(join(tmpdir(), 'quarry-simulation-'));
    const file = join(folder, 'bundle.mjs');
    await writeFile(file, code);
    loaded.set(name, await import(file));
    await rm(folder, { recursive: true });
  }
  return loaded.get(name);
}

parentPort.on('message', async ({ code, run, from, count, stopsAtFirst }) => {
  const answer = { done: 0, steps: 0, jobs: 0, statuses: {}, failed: [] };
  try {
    const module = await load(code);
    for (let seed = from; seed < from + count; seed += 1) {
      const outcome = await inItsOwnTurn(() => module[run](seed));
      answer.done += 1;
      answer.steps += outcome.steps;
      answer.jobs += outcome.jobs;
      for (const status of outcome.statuses) answer.statuses[status] = (answer.statuses[status] ?? 0) + 1;
      if (outcome.violations.length > 0) answer.failed.push({ seed, violations: outcome.violations });
      if (unhandled !== null) answer.failed.push({ seed, violations: [{ invariant: 'I17', what: unhandled, at: 0 }] });
      unhandled = null;
      if (stopsAtFirst && answer.failed.length > 0) break;
    }
    parentPort.postMessage(answer);
  } catch (error) {
    parentPort.postMessage({ ...answer, error: error instanceof Error ? error.stack : String(error) });
  }
});

/** Outside of every promise: inside of one, no other would run on. */
const inItsOwnTurn = (run) =>
  new Promise((resolve, reject) => {
    setImmediate(() => {
      try {
        resolve(run());
      } catch (error) {
        reject(error);
      }
    });
  });
