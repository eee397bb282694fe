import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { runToEnd, toolEnvironment, toolNode } from '../toolchain.mjs';

/** Runs worlds of the simulation; see test/simulation/README.md. */
export const run = (args) =>
  runToEnd(
    spawn(toolNode(), [join(root, 'test', 'simulation', 'simulate.mjs'), ...args], {
      cwd: root,
      env: toolEnvironment(),
      stdio: 'inherit',
    }),
  );
