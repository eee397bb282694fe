// npm run bench [-- jobs dialects lists fairness layout long scans bombs]: what a job costs beside a bare Worker, what each dialect costs, what the
// filters of a list cost, how fast pages are read beside the bare PDF library, what long
// documents and scans take of memory, and what files, schemas and patterns that would never end take: all, or those of some
// kinds (bombs text picture) whose names hold some words (--named "mail"). See README.md.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleWorker } from '../scripts/bundle-worker.mjs';
import { textTable } from '../scripts/demo/text-table.mjs';
import { ocrWorker } from '../scripts/ocr-worker.mjs';
import { root } from '../scripts/root.mjs';
import { KINDS_OF_BOMBS, measureBombs, SMALL_HEAP } from './bombs.mjs';
import { ONE_EXTRACTION, prepareExtractions } from './dialects.mjs';
import { measureFairness } from './fairness.mjs';
import { measureLayout } from './layout.mjs';
import { JOBS_LISTED, LISTS, prepareLists, seedJobs } from './lists.mjs';
import { takeTurns } from './load.mjs';
import { measureLongDocuments } from './long-documents.mjs';
import { benchVars, prepareJobs } from './one-page-jobs.mjs';
import { runWorker } from './runtime.mjs';
import { measureScans } from './scans.mjs';

const JOBS = 40;
const REQUESTS = 400;
const EXTRACTIONS = 20;
const PAGES = 20;

async function start(configPath, vars, others = [], inspected = false, v8Flags = '') {
  const bundle = await bundleWorker(configPath);
  return { ...bundle, ...(await runWorker({ configPath, modules: bundle.modules, vars, others, inspected, v8Flags })) };
}

function prepareRequests(url) {
  const task = async () => {
    const response = await fetch(url, { method: 'POST' });
    if (!response.ok) throw new Error(`the bare Worker answered ${response.status}`);
    await response.arrayBuffer();
  };
  return Array(REQUESTS).fill(task);
}

const one = (value) => value.toFixed(1);
const ratio = (value) => value.toFixed(value < 1 ? 3 : 1);
const measures = ['perSecond', 'p50', 'p99'];
const numbers = ['per second', 'p50 ms', 'p99 ms'].map((title) => ({ title, right: true }));
const memoryOf = ({ alive, held }) => [one(alive), one(held)];
const print = (columns, rows) => console.log(`${textTable(columns, rows).join('\n')}\n`);

async function compareWithBareWorker(quarry, bare) {
  const rows = [];
  for (const clients of [1, 8]) {
    const result = await takeTurns(clients, {
      bare: () => prepareRequests(bare.url),
      quarry: (round) => prepareJobs(quarry.url, JOBS, `c${clients}-r${round}`),
    });
    const row = (what, cells) => rows.push([String(clients), what, ...cells]);
    row(
      'Quarry: job of one page',
      measures.map((measure) => one(result.quarry[measure])),
    );
    row(
      'bare Worker: row and message',
      measures.map((measure) => one(result.bare[measure])),
    );
    row(
      'ratio',
      measures.map((measure) => ratio(result.quarry[measure] / result.bare[measure])),
    );
  }
  print([{ title: 'clients', right: true }, { title: 'what' }, ...numbers], rows);
}

async function compareDialects(quarry) {
  const names = Object.keys(ONE_EXTRACTION);
  const tasks = (name) => (round) => prepareExtractions(name, quarry.url, EXTRACTIONS, round);
  const result = await takeTurns(1, Object.fromEntries(names.map((name) => [name, tasks(name)])));
  const rows = names.map((name) => [
    name,
    ...measures.map((measure) => one(result[name][measure])),
    ratio(result[name].p50 / result.talonic.p50),
  ]);
  print([{ title: 'bytes to values through' }, ...numbers, { title: 'ratio', right: true }], rows);
}

async function compareLists(quarry) {
  const account = await quarry.database.prepare('SELECT id FROM accounts').first('id');
  await seedJobs(quarry.database, account);
  const tasks = (path) => () => prepareLists(quarry.url, path, PAGES);
  const result = await takeTurns(
    1,
    Object.fromEntries(Object.entries(LISTS).map(([name, path]) => [name, tasks(path)])),
  );
  const [plain] = Object.values(result);
  const rows = Object.entries(result).map(([name, { p50, p99 }]) => [name, one(p50), one(p99), ratio(p50 / plain.p50)]);
  const columns = ['p50 ms', 'p99 ms', 'ratio'].map((title) => ({ title, right: true }));
  print([{ title: `a page of ${JOBS_LISTED} jobs` }, ...columns], rows);
}

async function compareBesideFlood(quarry) {
  const { rows, aloneInOrder } = await measureFairness(quarry);
  const cells = rows.map(({ title, samples, p50, p99, ratio: times, floodPerSecond }) => [
    title,
    String(samples),
    one(p50),
    one(p99),
    times.toFixed(2),
    one(floodPerSecond),
  ]);
  const columns = ['jobs', 'p50 ms', 'p99 ms', 'p99 ratio', 'flood: documents/s'].map((title) => ({
    title,
    right: true,
  }));
  print([{ title: 'one-page jobs beside a flood' }, ...columns], cells);
  console.log(`alone, block by block: p50 ${aloneInOrder.map(one).join(', ')} ms\n`);
}

async function compareWithLibrary() {
  const { url, dispose } = await start(join(root, 'bench', 'layout', 'wrangler.toml'), {});
  try {
    const rows = (await measureLayout(url)).map(({ title, pages, library, quarry }) => [
      title,
      String(pages),
      one(library),
      one(quarry),
      (quarry / library).toFixed(2),
    ]);
    const columns = ['pages', 'PDF library: pages/s', 'Quarry: pages/s', 'ratio'].map((title) => ({
      title,
      right: true,
    }));
    print([{ title: 'PDF with text' }, ...columns], rows);
  } finally {
    await dispose();
  }
}

async function measureService(isWanted) {
  const quarry = await start(join(root, 'wrangler.toml'), benchVars, [(await ocrWorker()).worker]);
  const bare = await start(join(root, 'bench', 'bare', 'wrangler.toml'), {});
  try {
    if (isWanted('jobs')) await compareWithBareWorker(quarry, bare);
    if (isWanted('dialects')) await compareDialects(quarry);
    if (isWanted('fairness')) await compareBesideFlood(quarry);
    if (isWanted('lists')) await compareLists(quarry);
    console.log(`deployed bundle: ${(quarry.gzippedBytes / 1e6).toFixed(2)} MB gzipped`);
  } finally {
    await Promise.all([quarry.dispose(), bare.dispose()]);
  }
}

async function measureLong() {
  const quarry = await start(join(root, 'wrangler.toml'), benchVars, [(await ocrWorker()).worker], true);
  try {
    const rows = (await measureLongDocuments(quarry)).map((row) => [
      row.title,
      String(row.pages),
      one(row.perSecond),
      ...memoryOf(row.memory),
      String(row.memory.looks),
      one(row.longestWaitMs),
    ]);
    const columns = ['pages', 'pages/s', 'alive MB', 'held MB', 'looks', 'longest /healthz ms'].map((title) => ({
      title,
      right: true,
    }));
    print([{ title: 'long document' }, ...columns], rows);
  } finally {
    await quarry.dispose();
  }
}

async function measureScanned() {
  const ocr = (await ocrWorker()).worker;
  const quarry = await start(join(root, 'wrangler.toml'), benchVars, [ocr], true);
  try {
    const rows = (await measureScans(quarry, ocr.name)).map(({ title, pages, seconds, foundShare, main, ocr }) => [
      title,
      String(pages),
      one(seconds),
      one(100 * foundShare),
      ...memoryOf(main),
      ...memoryOf(ocr),
      `${main.looks} + ${ocr.looks}`,
    ]);
    const memory = ['main: alive MB', 'held MB', 'OCR: alive MB', 'held MB'];
    const columns = ['pages', 's/page', 'words %', ...memory, 'looks'].map((title) => ({ title, right: true }));
    print([{ title: 'A4 scan, 300 dpi' }, ...columns], rows);
  } finally {
    await quarry.dispose();
  }
}

async function measureSetOff(kinds, named) {
  const quarry = await start(join(root, 'wrangler.toml'), benchVars, [(await ocrWorker()).worker], true, SMALL_HEAP);
  try {
    const found = await measureBombs(quarry, kinds, named);
    const rows = found.map(({ kind, number, slowest, largest, answers, besideWell }) => [
      kind,
      String(number),
      slowest.seconds.toFixed(2),
      one(largest.held),
      `${besideWell} of ${number}`,
      answers,
    ]);
    const numbers = ['number', 'worst CPU s', 'worst MB', 'jobs beside well'].map((title) => ({ title, right: true }));
    print([{ title: 'bombs' }, ...numbers, { title: 'answers' }], rows);
    for (const { kind, slowest, largest } of found)
      console.log(`${kind}: longest ${slowest.name}, largest ${largest.name}`);
    const broken = found.flatMap((row) => row.broken);
    for (const problem of broken) console.error(problem);
    if (broken.length > 0) process.exitCode = 1;
  } finally {
    await quarry.dispose();
  }
}

const SERVICE_TABLES = ['jobs', 'dialects', 'fairness', 'lists'];
const TABLES = [...SERVICE_TABLES, 'layout', 'long', 'scans', 'bombs'];
const { values, positionals } = parseArgs({ options: { named: { type: 'string' } }, allowPositionals: true });
const kinds = positionals.filter((name) => KINDS_OF_BOMBS.includes(name));
const wanted = positionals.filter((name) => !kinds.includes(name));
if (kinds.length > 0 || values.named !== undefined) wanted.push('bombs');
const isWanted = (table) => wanted.length === 0 || wanted.includes(table);
const unknown = wanted.filter((table) => !TABLES.includes(table));
if (unknown.length > 0) {
  const known = `there are ${TABLES.join(', ')}, and of bombs ${KINDS_OF_BOMBS.join(', ')}`;
  console.error(`bench: no table is called ${unknown.join(', ')}; ${known}`);
  process.exit(2);
}
if (isWanted('layout')) await compareWithLibrary();
if (isWanted('long')) await measureLong();
if (isWanted('scans')) await measureScanned();
if (isWanted('bombs')) await measureSetOff(kinds.length > 0 ? kinds : KINDS_OF_BOMBS, values.named ?? '');
if (SERVICE_TABLES.some(isWanted)) await measureService(isWanted);
