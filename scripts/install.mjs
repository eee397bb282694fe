import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { boundReader } from './bound-reader.mjs';
import { root } from './root.mjs';

// npm writes this file last: an installation that was broken off does not count.
const INSTALLED = 'node_modules/.package-lock.json';

/** Installs the locked dependencies when they are missing or differ from the lock file. Throws when that fails. */
export async function ensureInstalled() {
  installLocked();
  // Once more: an installation that was told to run no scripts has left it out.
  boundReader();
}

function installLocked() {
  const installed = modifiedAt(INSTALLED);
  // git touches the lock file on every change of branch: when it is newer, what it says is looked at.
  if (installed !== null && (installed >= modifiedAt('package-lock.json') || isAsLocked())) return;

  console.error('quarry: installing dependencies (npm ci), once ...');
  const { command, args } = npm();
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(command, [...args, ...quiet], { cwd: root, stdio: ['ignore', 'ignore', 2] });
  if (status !== 0) throw new Error(`npm ci failed${error ? `: ${error.message}` : ''}`);
}

/** Whether every locked package is installed in its locked version; optional ones may be missing. */
function isAsLocked() {
  const installed = packagesIn(INSTALLED);
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional === true),
  );
}

const packagesIn = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;

/** The npm that started us, under the same Node; else the one on the PATH. */
function npm() {
  const entry = process.env.npm_execpath;
  if (entry && basename(entry) === 'npm-cli.js') return { command: process.execPath, args: [entry] };
  return { command: 'npm', args: [] };
}

function modifiedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? null;
}
