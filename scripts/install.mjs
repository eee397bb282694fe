import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './root.mjs';

/** Installs the locked dependencies when they are missing or older than the lock file. Throws when that fails. */
export async function ensureInstalled() {
  const locked = modifiedAt('package-lock.json');
  // npm writes this file last, so an installation that was broken off does not count.
  const installed = modifiedAt('node_modules/.package-lock.json');
  if (installed !== null && installed >= locked) return;

  console.error('quarry: installing dependencies (npm ci), once ...');
  const { command, args } = npm();
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(command, [...args, ...quiet], { cwd: root, stdio: ['ignore', 'ignore', 2] });
  if (status !== 0) throw new Error(`npm ci failed${error ? `: ${error.message}` : ''}`);
}

/** The npm that started us, under the same Node; else the one on the PATH. */
function npm() {
  const entry = process.env.npm_execpath;
  if (entry && basename(entry) === 'npm-cli.js') return { command: process.execPath, args: [entry] };
  return { command: 'npm', args: [] };
}

function modifiedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? null;
}
