import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { captureTool } from './toolchain.mjs';

const MODULE_TYPES = {
  '.js': 'ESModule',
  '.mjs': 'ESModule',
  '.wasm': 'CompiledWasm',
  '.ttf': 'Data',
  '.sql': 'Text',
  '.txt': 'Text',
};

/**
 * What would be deployed, as wrangler bundles it: modules for Miniflare (the entry first) and the gzipped size of all of
 * them in bytes. `entry`: what is bundled in the place of the configuration's own.
 */
export async function bundleWorker(configPath, entry) {
  const folder = await mkdtemp(join(tmpdir(), 'quarry-bundle-'));
  try {
    const flags = ['--dry-run', '--outdir', folder, '--config', configPath];
    const { code, output } = await captureTool('wrangler', ['deploy', ...(entry ? [entry] : []), ...flags]);
    if (code !== 0) throw new Error(`${configPath} could not be bundled\n${output}`);
    const modules = [];
    for (const name of await readdir(folder)) {
      const type = MODULE_TYPES[extname(name)];
      if (type) modules.push({ type, path: name, contents: await readFile(join(folder, name)) });
    }
    // The entry is the one script wrangler writes; everything else it names beside it.
    modules.sort((a, b) => Number(b.type === 'ESModule') - Number(a.type === 'ESModule'));
    const gzippedBytes = modules.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
    return { modules, gzippedBytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
