// One run of the service, on workerd as `npm start` runs it, what reads scans in a process of its own, but without wrangler's
// proxy before it, so that a start takes no longer than it must. Started by the harness with its settings as one argument;
// prints `ready` once it serves, and ends with the harness.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from 'wrangler';
import { LOCAL_FLAGS } from '../../scripts/local-flags.mjs';
import { root } from '../../scripts/root.mjs';

const { port, bundleFolder, dataFolder, vars, migrations } = JSON.parse(process.argv[2]);
const { modules, ocr } = JSON.parse(await readFile(join(bundleFolder, 'bundle.json'), 'utf8'));
const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, 'wrangler.toml'));

const loaded = (listed) =>
  Promise.all(
    listed.map(async ({ type, path, file }) => ({ type, path, contents: await readFile(join(bundleFolder, file)) })),
  );

const registry = join(dataFolder, 'registry');

const run = (worker, port) =>
  new Miniflare({
    ...convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false,
      unsafeDevRegistryPath: registry,
      handleStructuredLogs({ level, message }) {
        if (level === 'error' || level === 'warn') process.stderr.write(`${message}\n`);
      },
      workers: [worker],
    }),
    resourcePersistencePath: dataFolder,
  });

/** A Worker that is bound to another finds it only once that one is registered. */
async function untilRegistered() {
  while ((await readdir(registry).catch(() => [])).length === 0) await pause(20);
}

process.once('disconnect', () => process.exit(1));
await rm(registry, { recursive: true, force: true });
await run({ ...ocr, modules: await loaded(ocr.modules) }, 0).ready;
await untilRegistered();
const runtime = run(
  {
    ...workerOptions,
    name: 'quarry',
    compatibilityFlags: [...workerOptions.compatibilityFlags, ...LOCAL_FLAGS],
    modules: await loaded(modules),
    modulesRules: undefined,
    bindings: { ...workerOptions.bindings, ...vars },
  },
  port,
);
await runtime.ready;
if (migrations.length > 0) {
  const database = await runtime.getD1Database('DB');
  for (const sql of migrations)
    await database.batch(unstable_splitSqlQuery(sql).map((statement) => database.prepare(statement)));
}
process.stdout.write('ready\n');
