// npm run simulate: many seeds, one seed step by step, or all planted bugs.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.mjs';
import { MUTANTS } from './mutants/index.mjs';
import { createPool } from './pool.mjs';
import { catchMutant, runSeeds, traceSeed } from './seeds.mjs';

const USAGE = `usage: npm run simulate -- [--seeds 100000] [--from 0]      worlds with faults
       npm run simulate -- --seed 17                       one of them, line by line
       npm run simulate -- --mutants [--seeds 20000] [--only text]   bugs planted into the sources, and after how many worlds each is seen`;

/** Seeds with violations that are told one by one. */
const TOLD_SEEDS = 20;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});

async function main() {
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.seed !== undefined) {
    console.log(await traceSeed(Number(values.seed)));
    return 0;
  }
  const pool = createPool(availableParallelism());
  try {
    return await (values.mutants ? showMutants(pool) : showSeeds(pool));
  } finally {
    await pool.close();
  }
}

async function showSeeds(pool) {
  const begun = performance.now();
  const count = Number(values.seeds ?? 100_000);
  const { done, jobs, steps, statuses, failed } = await runSeeds(pool, await bundle('run-seed.ts'), {
    from: Number(values.from),
    count,
    tell: progressOf(count),
  });
  const seconds = (performance.now() - begun) / 1000;
  console.log(`${done} worlds, ${jobs} jobs, ${steps} steps in ${seconds.toFixed(1)} s; jobs ended`, statuses);
  for (const { seed, violations } of failed.slice(0, TOLD_SEEDS))
    console.log(`seed ${seed}: ${violations.map(({ invariant, what }) => `${invariant} ${what}`).join('; ')}`);
  console.log(failed.length === 0 ? '0 violations' : `${failed.length} worlds with violations`);
  return failed.length === 0 ? 0 : 1;
}

/** Tells each tenth that is done, and the first seeds that failed as they come: a long run that is ended was not for nothing. */
function progressOf(count) {
  let toldTenths = 0;
  let toldFailed = 0;
  return ({ done, failed }) => {
    for (const { seed } of failed.slice(toldFailed, TOLD_SEEDS)) console.error(`seed ${seed} has violations`);
    toldFailed = failed.length;
    const tenths = Math.floor((10 * done) / count);
    if (tenths === toldTenths) return;
    toldTenths = tenths;
    console.error(`${done} of ${count} worlds, ${failed.length} with violations`);
  };
}

async function showMutants(pool) {
  const limit = Number(values.seeds ?? 20_000);
  let survived = 0;
  const show = async (mutant) => {
    const { seeds, violation } = await catchMutant(pool, mutant, limit);
    if (violation === null && mutant.harmless === undefined) survived += 1;
    const verdict = violation ? `${violation.invariant} after ${seeds}` : mutant.harmless ? 'harmless' : 'NOT SEEN';
    console.log(`${verdict.padEnd(20)} ${mutant.name}: ${violation?.what ?? mutant.harmless ?? ''}`);
  };
  const notPlanted = (mutant) => (error) => {
    survived += 1;
    console.log(`${'NOT PLANTED'.padEnd(20)} ${mutant.name}: ${error.errors?.[0]?.text ?? error.message}`);
  };
  const wanted = MUTANTS.filter(({ name }) => name.includes(values.only));
  for (const mutant of wanted) await show(mutant).catch(notPlanted(mutant));
  console.log(`${wanted.length} planted, ${survived} not seen`);
  return survived === 0 ? 0 : 1;
}

process.exitCode = await main();
