import { join } from 'node:path';
import { root } from '../root.mjs';
import { runTool } from '../toolchain.mjs';

/** Runs the tests; arguments go on to vitest. The counts are left in test/.results/report.json for .ci/run. */
export function run(args) {
  const report = join(root, 'test', '.results', 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return runTool('vitest', ['run', '--config', 'test/vitest.config.ts', ...reporters, ...args]);
}
