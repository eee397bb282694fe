// npm run bench: jobs of one page next to a bare Worker, both on Miniflare itself, in turns. See README.md.
import { join } from 'node:path';
import { textTable } from '../scripts/demo/text-table.mjs';
import { root } from '../scripts/root.mjs';
import { bundleWorker } from './bundle.mjs';
import { median, percentile, runLoad } from './load.mjs';
import { benchVars, prepareJobs } from './one-page-jobs.mjs';
import { runWorker } from './runtime.mjs';

const ROUNDS = 5;
const CLIENTS = [1, 8];
const JOBS = 40;
const REQUESTS = 400;

async function start(configPath, vars) {
  const bundle = await bundleWorker(configPath);
  return { ...bundle, ...(await runWorker({ configPath, modules: bundle.modules, vars })) };
}

async function prepareRequests(url) {
  const task = async () => {
    const response = await fetch(url, { method: 'POST' });
    if (!response.ok) throw new Error(`the bare Worker answered ${response.status}`);
    await response.arrayBuffer();
  };
  return Array(REQUESTS).fill(task);
}

/** Runs the rounds in turns, so that whatever else the machine does hits both alike. */
async function measure(clients, quarry, bare) {
  const rounds = { quarry: [], bare: [] };
  for (let round = -1; round < ROUNDS; round++) {
    const jobs = await prepareJobs(quarry.url, JOBS, `c${clients}-r${round}`);
    const results = { bare: await runLoad(await prepareRequests(bare.url), clients) };
    results.quarry = await runLoad(jobs, clients);
    // The first round warms up.
    if (round < 0) continue;
    for (const name of Object.keys(rounds)) rounds[name].push(results[name]);
  }
  return { quarry: summary(rounds.quarry), bare: summary(rounds.bare) };
}

function summary(rounds) {
  const times = rounds.flatMap((round) => round.times);
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50: median(times),
    p99: percentile(times, 0.99),
  };
}

const quarry = await start(join(root, 'wrangler.toml'), benchVars);
const bare = await start(join(root, 'bench', 'bare', 'wrangler.toml'), {});
try {
  const rows = [];
  const row = (clients, what, { perSecond, p50, p99 }, format) =>
    rows.push([String(clients), what, ...[perSecond, p50, p99].map(format)]);
  for (const clients of CLIENTS) {
    const result = await measure(clients, quarry, bare);
    row(clients, 'Quarry: job of one page', result.quarry, (value) => value.toFixed(1));
    row(clients, 'bare Worker: row and message', result.bare, (value) => value.toFixed(1));
    const ratio = {
      perSecond: result.quarry.perSecond / result.bare.perSecond,
      p50: result.quarry.p50 / result.bare.p50,
      p99: result.quarry.p99 / result.bare.p99,
    };
    row(clients, 'ratio', ratio, (value) => value.toFixed(value < 1 ? 3 : 1));
  }
  const numbers = ['per second', 'p50 ms', 'p99 ms'].map((title) => ({ title, right: true }));
  console.log(textTable([{ title: 'clients', right: true }, { title: 'what' }, ...numbers], rows).join('\n'));
  console.log(`\ndeployed bundle: ${(quarry.gzippedBytes / 1e6).toFixed(2)} MB gzipped`);
} finally {
  await Promise.all([quarry.dispose(), bare.dispose()]);
}
