import { deployedFaults } from '../injected-faults.mjs';
import { newMigrations } from '../migrations-match.mjs';
import { captureTool } from '../toolchain.mjs';

const unit = ['run', '--config', 'test/vitest.config.ts', '--project', 'unit', '--reporter=dot'];

const UNIT_TESTS = 'Unit tests pass';

/** What must hold of every commit, as sentences, each with a way to find out: `{ code, output }`. */
const CLAIMS = [
  [
    'Code is formatted and linted',
    () => captureTool('biome', ['check', '--config-path=scripts', '--error-on-warnings', '.']),
  ],
  [
    'Types of the bindings match wrangler.toml',
    () =>
      captureTool('wrangler', ['types', 'src/env.d.ts', '--include-runtime=false', '--strict-vars=false', '--check']),
  ],
  ['Types hold', () => captureTool('tsc', ['-p', '.', '--pretty', 'false'])],
  ['Rooms import only what they may', () => captureTool('vitest', [...unit, 'test/arrows.test.ts'])],
  [UNIT_TESTS, () => captureTool('vitest', [...unit, 'test/unit'])],
  ['Migrations match the schema', newMigrations],
  ['Nothing that is deployed injects faults', deployedFaults],
];

/**
 * Checks every claim, even after one has failed, and shows what the failed ones printed. `--without-tests`: the unit tests are
 * left to whoever runs all tests anyway.
 */
export async function run(args) {
  let failed = 0;
  for (const [claim, find] of CLAIMS) {
    if (claim === UNIT_TESTS && args.includes('--without-tests')) continue;
    const begun = Date.now();
    const { code, output } = await find();
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'ok     ' : 'failed '} ${claim} (${seconds} s)`);
    if (code === 0) continue;
    failed++;
    console.log(output.trimEnd().replace(/^/gm, '  '));
  }
  return failed === 0 ? 0 : 1;
}
