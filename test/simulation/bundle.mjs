import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/root.mjs';

const here = join(root, 'test', 'simulation');

/** What the code under test finds in the place of what is slow, random or heavy, by path below src without extension. */
const IN_PLACE_OF = {
  log: 'silent-log',
  'jobs/digest': 'quick-digest',
  'jobs/webhooks/sign': 'plain-sign',
  'engines/registry': 'tiny-engine',
  'operations/parse': 'tiny-makers',
  'operations/split': 'tiny-makers',
  'operations/classify': 'tiny-makers',
  'operations/generate-schema': 'tiny-makers',
  'operations/generate-template': 'tiny-makers',
  'operations/fill-form': 'tiny-makers',
};

/** A planted bug whose place in the source is gone. */
export class NotPlanted extends Error {}

/**
 * The code under test and the simulation around it as one module, as text: timers, chance and the rest of `IN_PLACE_OF` are
 * simulated. `mutant`: a replacement in one file of src, as in `mutants/`; null: the code as it is. Throws `NotPlanted`.
 * @param {string} entry
 * @param {import('./mutants/mutant.mjs').Mutant | null} mutant
 */
export async function bundle(entry, mutant = null) {
  let isPlanted = mutant === null;
  const { outputFiles } = await build({
    entryPoints: [join(here, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    logLevel: 'silent',
    inject: [join(here, 'realm.ts')],
    define: { 'Math.random': 'random' },
    plugins: [
      {
        name: 'simulation',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, async ({ path }) => {
            const name = relative(join(root, 'src'), path).replace(/\.ts$/, '');
            const instead = IN_PLACE_OF[name];
            if (instead !== undefined)
              return {
                contents: `export * from ${JSON.stringify(join(here, `${instead}.ts`))};`,
                loader: 'ts',
                resolveDir: here,
              };
            if (mutant === null || mutant.file !== `${name}.ts`) return null;
            const source = await readFile(path, 'utf8');
            const planted = plant(source, mutant);
            isPlanted = true;
            return { contents: planted, loader: 'ts' };
          });
        },
      },
    ],
  });
  if (!isPlanted) throw new NotPlanted(`${mutant.file} is not part of what is simulated`);
  return outputFiles[0].text;
}

/** Spaces and line ends do not count: a formatter may have moved them. */
function plant(source, { file, find, replace }) {
  const pattern = new RegExp(find.trim().split(/\s+/).map(escaped).join('\\s+'), 'g');
  const places = source.match(pattern)?.length ?? 0;
  if (places !== 1) throw new NotPlanted(`${file} has ${places} places like: ${find}`);
  return source.replace(pattern, () => replace);
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
