import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './root.mjs';

/** Oldest Node that wrangler and vitest run on. */
const OLDEST_NODE = 22;

/** The real entries of the tools: their `.bin` shims look at the Node that started us, not at the one we chose. */
const ENTRIES = {
  wrangler: 'wrangler/wrangler-dist/cli.js',
  vitest: 'vitest/vitest.mjs',
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  'drizzle-kit': 'drizzle-kit/bin.cjs',
};

// Nothing is looked up on the network, nothing is reported, nothing is written outside the data folder. Without the
// local tracing the server is also about 40 % faster.
const QUIET = {
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  DO_NOT_TRACK: '1',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
  X_LOCAL_EXPLORER: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
};

let chosen;

/** Path of the Node that runs the tools: the one among the dependencies where it runs here, else our own. */
export function toolNode() {
  chosen ??= chooseNode();
  return chosen;
}

function chooseNode() {
  // By path: npm 10 removes .bin/node when it prunes the packages of other platforms.
  const bundled = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(bundled) && spawnSync(bundled, ['--version']).status === 0) return bundled;
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath;
  throw new Error(`Node ${process.versions.node} is too old here: install Node ${OLDEST_NODE} or newer`);
}

/** Our environment with the chosen Node and the tools' shims first on the PATH. */
export function toolEnvironment(extra = {}) {
  const path = [dirname(toolNode()), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, ...QUIET, ...extra, PATH: path };
}

/** Starts a tool in the clone. `options` as for `spawn`; `options.env` is added to the tools' environment. */
export function spawnTool(tool, args, options = {}) {
  const entry = join(root, 'node_modules', ENTRIES[tool]);
  return spawn(toolNode(), [entry, ...args], { cwd: root, ...options, env: toolEnvironment(options.env) });
}

/** Runs a tool to its end with its output on ours; answers its exit code. Our SIGINT and SIGTERM are passed on. */
export function runTool(tool, args, options = {}) {
  return runToEnd(spawnTool(tool, args, { stdio: 'inherit', ...options }));
}

/** Waits for a child; answers its exit code, 1 when a signal ended it. Our SIGINT and SIGTERM are passed on. */
export function runToEnd(child) {
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}

/** Runs a tool and keeps what it prints: `{ code, output }`. */
export async function captureTool(tool, args, options = {}) {
  const child = spawnTool(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return { code: await runToEnd(child), output };
}
