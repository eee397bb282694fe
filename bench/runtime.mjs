import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from 'wrangler';
import { LOCAL_FLAGS } from '../scripts/local-flags.mjs';

/**
 * Runs a bundled Worker on Miniflare itself: `wrangler dev` would put a proxy of its own before every request. State
 * is temporary. `others`: Workers it is bound to; `inspected`: whether its inspector is opened; `v8Flags`: of all isolates. Answers
 * `{ url, inspectorUrl, database, dispose }`; the database is null where it has none.
 */
export async function runWorker({ configPath, modules, vars = {}, others = [], inspected = false, v8Flags = '' }) {
  // Miniflare takes them from nowhere else.
  process.env.MINIFLARE_WORKERD_V8_FLAGS = v8Flags;
  const { workerOptions } = unstable_getMiniflareWorkerOptions(configPath);
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      cf: false,
      ...(inspected ? { inspectorPort: 0 } : {}),
      // A line for every request would hide the table; what goes wrong is shown.
      handleStructuredLogs({ level, message }) {
        if (level === 'error' || level === 'warn') process.stderr.write(`${message}\n`);
      },
      workers: [
        {
          ...workerOptions,
          name: 'measured',
          compatibilityFlags: [...workerOptions.compatibilityFlags, ...LOCAL_FLAGS],
          modules,
          modulesRules: undefined,
          bindings: { ...workerOptions.bindings, ...vars },
        },
        ...others,
      ],
    }),
  );
  const url = (await runtime.ready).origin;
  const dispose = () => runtime.dispose();
  const inspectorUrl = inspected ? (await runtime.getInspectorURL()).href : null;
  if (!('DB' in (workerOptions.d1Databases ?? {}))) return { url, inspectorUrl, database: null, dispose };
  const database = await runtime.getD1Database('DB');
  for (const sql of await migrations(join(dirname(configPath), 'migrations'))) {
    await database.batch(unstable_splitSqlQuery(sql).map((statement) => database.prepare(statement)));
  }
  return { url, inspectorUrl, database, dispose };
}

async function migrations(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}
