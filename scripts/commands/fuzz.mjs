import { parseArgs } from 'node:util';
import { runTool } from '../toolchain.mjs';

/** What is changed for the worse, by the option that tells how many, and the test that does it. */
const KINDS = {
  requests: { variable: 'FUZZ_REQUESTS', test: 'test/worker/fuzz/requests.test.ts' },
  documents: { variable: 'FUZZ_DOCUMENTS', test: 'test/worker/fuzz/documents.test.ts' },
};
const REQUESTS = '100000';

/**
 * Sends mutated requests of every route, `--requests 100000 --seed 7`, or reads mutated documents of every format,
 * `--documents 20000 --seed 7`. A failure tells the seed and the number of what it failed at.
 */
export function run(args) {
  const { values } = parseArgs({
    args,
    options: { requests: { type: 'string' }, documents: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  for (const [name, value] of Object.entries(values))
    if (!/^\d{1,9}$/.test(value)) throw new Error(`--${name}: "${value}" is no whole number`);
  const { seed, ...counts } = values;
  const asked = Object.entries(Object.keys(counts).length === 0 ? { requests: REQUESTS } : counts);
  const tests = asked.map(([kind]) => KINDS[kind].test);
  const env = Object.fromEntries(asked.map(([kind, count]) => [KINDS[kind].variable, count]));
  return runTool('vitest', ['run', '--config', 'test/vitest.config.ts', '--project', 'worker', ...tests], {
    env: { FUZZ_SEED: seed, ...env },
  });
}
