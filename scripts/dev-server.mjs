// `wrangler dev` without its watching: a reload loses every message in flight. Runs as a child of the launcher, under
// the Node that wrangler needs; says `ready` over IPC, and ends on `stop` or when the launcher is gone.
import { unstable_startWorker as startWorker } from 'wrangler';

const { config, port, dataFolder, vars, verbose } = JSON.parse(process.argv[2]);
const LOUD = new Set(['warn', 'error']);

// Ctrl-C reaches the whole process group; the launcher decides what happens.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const worker = await startWorker({
  config,
  bindings: Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, { type: 'plain_text', value }])),
  dev: {
    remote: false,
    server: { hostname: '127.0.0.1', port, secure: false },
    inspector: false,
    watch: false,
    persist: dataFolder,
    logLevel: verbose ? 'log' : 'error',
    structuredLogsHandler: ({ level, message }) => {
      if (verbose || LOUD.has(level)) process.stderr.write(`${message}\n`);
    },
  },
});

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  await worker.dispose();
  process.exit(0);
}
process.on('message', (message) => message === 'stop' && stop());
process.on('disconnect', stop);

await worker.ready;
process.send?.('ready');
