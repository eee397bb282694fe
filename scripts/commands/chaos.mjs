import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { runToEnd, toolEnvironment, toolNode } from '../toolchain.mjs';

/** Runs the service under faults and kills it again and again; `--seed N --jobs M --kills K`. */
export const run = (args) =>
  runToEnd(
    spawn(toolNode(), [join(root, 'test', 'chaos', 'main.mjs'), ...args], {
      cwd: root,
      env: toolEnvironment(),
      stdio: 'inherit',
    }),
  );
