import { join } from 'node:path';
import { bundleWorker } from './bundle-worker.mjs';
import { root } from './root.mjs';

/** Words that only what injects faults has: the door of the harness and its settings. */
const MARKS = ['__chaos', 'CHAOS_SEED'];

/** Which of them a bundle has. `modules`: as `bundleWorker` answers them. */
export function faultsIn(modules) {
  const scripts = modules.filter(({ type }) => type === 'ESModule').map(({ contents }) => String(contents));
  return MARKS.filter((mark) => scripts.some((script) => script.includes(mark)));
}

/** Whether what would be deployed has any: `{ code, output }`. */
export async function deployedFaults() {
  const { modules } = await bundleWorker(join(root, 'wrangler.toml'));
  const found = faultsIn(modules);
  return { code: found.length === 0 ? 0 : 1, output: `the bundle has ${found.join(' and ')}` };
}
