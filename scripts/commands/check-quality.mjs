import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readArguments, UsageError } from '../../bench/quality/arguments.mjs';
import { drops, keepBaseline, keptOf, readBaseline } from '../../bench/quality/baseline.mjs';
import { figuresOf } from '../../bench/quality/figures.mjs';
import { measureSet } from '../../bench/quality/measure.mjs';
import { nameOfSet } from '../../bench/quality/read-set.mjs';
import { reportLines } from '../../bench/quality/report.mjs';
import { root } from '../root.mjs';
import { progressOn } from './bench-quality.mjs';

const USAGE = 'usage: npm run check:quality -- [--set folder] [--keep]';

/** Fails when a set is read worse than its kept baseline says; `--keep` makes this run the baseline. */
export async function run(args) {
  try {
    return await check(readArguments(args, ['set', 'keep']));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
}

async function check({ set, keep }) {
  const folder = set === null ? defaultSet() : resolve(set);
  const name = nameOfSet(folder);
  const before = (await readBaseline())[name];
  if (before === undefined && !keep) throw new Error(`no baseline for the set ${name}: keep one with --keep`);
  const figures = figuresOf(await measureSet({ folder, kinds: null, languages: null }, progressOn(process.stderr)));
  console.log(reportLines(figures).join('\n'));

  const now = keptOf(figures);
  if (keep) await keepBaseline(name, now);
  const dropped = keep ? [] : drops(before, now);
  console.log(dropped.length === 0 ? `\nno drop in ${name}` : `\ndropped in ${name}:\n${dropped.join('\n')}`);
  return dropped.length === 0 ? 0 : 1;
}

/** The set of published documents where it is at hand, else the one in this repository. */
function defaultSet() {
  const published = join(root, '..', 'shared', 'eval', 'dev');
  return existsSync(published) ? published : join(root, 'bench', 'quality', 'set');
}
