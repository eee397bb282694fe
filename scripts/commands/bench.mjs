import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { runToEnd, toolEnvironment, toolNode } from '../toolchain.mjs';

/** Measures the service next to a bare Worker; see bench/README.md. */
export const run = (args) =>
  runToEnd(
    spawn(toolNode(), [join(root, 'bench', 'run.mjs'), ...args], {
      cwd: root,
      env: toolEnvironment(),
      stdio: 'inherit',
    }),
  );
