import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from './root.mjs';
import { captureTool } from './toolchain.mjs';

/** Lets drizzle-kit write what is missing into a copy of the migrations; it fails when that is anything. */
export async function newMigrations() {
  // Inside node_modules: drizzle-kit takes only paths below the folder it runs in.
  const copy = await mkdtemp(join(root, 'node_modules', '.quarry-migrations-'));
  try {
    await cp(join(root, 'migrations'), copy, { recursive: true });
    const before = await readdir(copy);
    const flags = ['--dialect', 'sqlite', '--schema', 'src/stores/d1/tables/*.ts', '--out', relative(root, copy)];
    const { code, output } = await captureTool('drizzle-kit', ['generate', ...flags]);
    const added = (await readdir(copy)).filter((name) => !before.includes(name));
    if (code === 0 && added.length === 0) return { code: 0, output };
    return {
      code: 1,
      output: `${output}\nnot in migrations/: ${added.join(', ') || 'nothing, but drizzle-kit failed'}`,
    };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
