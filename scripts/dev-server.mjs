// `wrangler dev` without its watching: a reload loses every message in flight. Runs as a child of the launcher, under
// the Node that wrangler needs; says `ready` over IPC, and ends on `stop` or when the launcher is gone. The OCR Worker
// runs in a process of its own, found by the registry in the data folder: a page takes seconds in which it does nothing
// else.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { unstable_DevEnv as DevEnv, unstable_readConfig as readConfig } from 'wrangler';
import { LOCAL_FLAGS } from './local-flags.mjs';

const { config, ocrConfig, port, dataFolder, vars, verbose } = JSON.parse(process.argv[2]);
const registry = join(dataFolder, 'registry');
const LOUD = new Set(['warn', 'error']);
const SWEEP_EVERY_MS = 15 * 60_000;

// Ctrl-C reaches the whole process group; the launcher decides what happens.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const workers = [];

async function startWorker(options, port) {
  const server = new DevEnv();
  // wrangler would wait for the source to be mended; nobody watches it here. It has printed what is wrong.
  server.on('buildFailed', () => process.exit(1));
  server.on('error', (error) => {
    // A caller that hangs up in the middle of a request is an error of wrangler's proxy, not the end of the service.
    if (error.source === 'ProxyController' && error.reason === 'Error inside ProxyWorker') {
      if (verbose) console.error(error);
      return;
    }
    console.error(error);
    process.exit(1);
  });
  const worker = await server.startWorker({
    ...options,
    dev: {
      remote: false,
      server: { hostname: '127.0.0.1', port, secure: false },
      inspector: false,
      watch: false,
      persist: dataFolder,
      registry,
      structuredLogsHandler: ({ level, message }) => {
        if (verbose || LOUD.has(level)) process.stderr.write(`${message}\n`);
      },
    },
  });
  workers.push(worker);
  await worker.ready;
}

/** A Worker that is bound to another finds it only once that one is registered. */
async function untilRegistered() {
  while ((await readdir(registry).catch(() => [])).length === 0) await pause(20);
}

async function stop() {
  await Promise.all(workers.map((worker) => worker.dispose()));
  process.exit(0);
}
process.once('message', stop);
process.once('disconnect', stop);

await rm(registry, { recursive: true, force: true });
await startWorker({ config: ocrConfig }, 0);
await untilRegistered();
const bindings = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, { type: 'plain_text', value }]));
const { compatibility_flags: flags } = readConfig({ config });
await startWorker({ config, bindings, compatibilityFlags: [...flags, ...LOCAL_FLAGS] }, port);
process.send?.('ready');
// Crons never fire locally.
setInterval(() => {
  fetch(`http://127.0.0.1:${port}/cdn-cgi/local/scheduled`)
    .then((answer) => answer.body?.cancel())
    .catch(() => {});
}, SWEEP_EVERY_MS).unref();
