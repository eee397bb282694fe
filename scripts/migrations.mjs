import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';
import { captureTool } from './toolchain.mjs';

/**
 * Brings the local D1 in `dataFolder` up to date. Which migrations it has is noted beside it: asking wrangler takes two
 * seconds of every start.
 */
export async function applyMigrations(dataFolder, env) {
  const note = join(dataFolder, 'applied-migrations');
  const names = await migrationNames();
  const noted = await readFile(note, 'utf8').catch(() => null);
  if (noted === names && existsSync(join(dataFolder, 'v3', 'd1'))) return;

  const where = ['--local', '--persist-to', dataFolder, '--config', join(root, 'wrangler.toml')];
  const { code, output } = await captureTool('wrangler', ['d1', 'migrations', 'apply', 'DB', ...where], { env });
  if (code !== 0) throw new Error(`the migrations could not be applied\n${output}`);
  await writeFile(note, names);
}

async function migrationNames() {
  const names = await readdir(join(root, 'migrations'));
  return names
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .join('\n');
}
