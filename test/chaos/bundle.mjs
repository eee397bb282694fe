import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorker } from '../../scripts/bundle-worker.mjs';
import { ocrWorker } from '../../scripts/ocr-worker.mjs';
import { root } from '../../scripts/root.mjs';

/** Bundles the Worker behind its faults and the one that reads scans into a folder, once for all runs of the server. */
export async function bundleInto(folder) {
  await mkdir(folder, { recursive: true });
  const entry = join(root, 'test', 'chaos', 'worker', 'index.ts');
  const { modules } = await bundleWorker(join(root, 'wrangler.toml'), entry);
  const { worker } = await ocrWorker();
  const listed = (all, prefix) =>
    Promise.all(
      all.map(async ({ type, path, contents }, index) => {
        const file = `${prefix}-${index}`;
        await writeFile(join(folder, file), contents);
        return { type, path, file };
      }),
    );
  const ocr = { ...worker, modules: await listed(worker.modules, 'ocr') };
  await writeFile(join(folder, 'bundle.json'), JSON.stringify({ modules: await listed(modules, 'quarry'), ocr }));
}

/** The statements of every migration, in order. */
export async function readMigrations() {
  const folder = join(root, 'migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}
