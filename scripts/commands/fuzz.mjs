import { parseArgs } from 'node:util';
import { runTool } from '../toolchain.mjs';

/** Sends mutated requests of every route: `--requests 100000 --seed 7`. A failure tells the seed and the number of its request. */
export function run(args) {
  const { values } = parseArgs({
    args,
    options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
  });
  for (const [name, value] of Object.entries(values))
    if (!/^\d{1,9}$/.test(value)) throw new Error(`--${name}: "${value}" is no whole number`);
  const { requests: FUZZ_REQUESTS, seed: FUZZ_SEED } = values;
  const tests = ['--config', 'test/vitest.config.ts', '--project', 'worker', 'test/worker/fuzz'];
  return runTool('vitest', ['run', ...tests], { env: { FUZZ_REQUESTS, FUZZ_SEED } });
}
