import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LOCAL_DOCUMENTS_AT_ONCE } from './local-flags.mjs';
import { localKey, sha256Hex } from './local-key.mjs';
import { applyMigrations } from './migrations.mjs';
import { OWNER, ownerMark, reapOrphans, reapOwn } from './orphans.mjs';
import { root } from './root.mjs';
import { rejectOnAbort } from './stop-signal.mjs';
import { toolEnvironment, toolNode } from './toolchain.mjs';

const STOP_MS = 8_000;
const READY_MS = 120_000;

/**
 * Starts the Worker on 127.0.0.1 with all its state in `dataFolder` (absolute), after settling what an earlier run left
 * there and applying the migrations. Answers once it serves: `{ url, key, ended, stop }`. `ended` resolves when the
 * server ends, asked or not; `stop` ends it and everything it started. An abort of `signal` breaks the start off.
 */
export async function startService({ port, dataFolder, presetKey, verbose, signal }) {
  const interrupted = rejectOnAbort(signal);
  interrupted.catch(() => {});
  try {
    return await Promise.race([start({ port, dataFolder, presetKey, verbose, signal }), interrupted]);
  } catch (error) {
    await reapOwn(dataFolder);
    throw error;
  }
}

async function start({ port, dataFolder, presetKey, verbose, signal }) {
  await mkdir(dataFolder, { recursive: true });
  reapOrphans(dataFolder);
  const key = await localKey(dataFolder, presetKey);
  // The wrangler that applies the migrations carries the mark too: nothing of a killed start outlives the next one.
  // What wrangler would note in the home folder goes to the data folder.
  const env = { [OWNER]: ownerMark(dataFolder), XDG_CONFIG_HOME: join(dataFolder, 'config') };
  await applyMigrations(dataFolder, env);
  signal.throwIfAborted();

  const url = `http://127.0.0.1:${port}`;
  const vars = { ...localVars(), BOOTSTRAP_KEY_SHA256: sha256Hex(key), BOOT_ID: randomUUID() };
  const ocrConfig = join(root, 'src', 'ocr', 'wrangler.toml');
  const settings = { config: join(root, 'wrangler.toml'), ocrConfig, port, dataFolder, vars, verbose };
  const server = spawn(toolNode(), [join(root, 'scripts', 'dev-server.mjs'), JSON.stringify(settings)], {
    cwd: root,
    env: toolEnvironment({ ...env, WRANGLER_LOG: 'error' }),
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await Promise.race([untilServing(server, url), ended.then(() => Promise.reject(new Error('the server ended')))]);

  async function stop() {
    if (server.connected) server.send('stop');
    await Promise.race([ended, pause(STOP_MS, undefined, { ref: false })]);
    await reapOwn(dataFolder);
    await ended;
  }
  return { url, key, ended, stop };
}

/**
 * Settings of wrangler.toml as they are on somebody's own machine: it may be spoken to, no name is looked up anywhere
 * (QUARRY_DNS: the resolver to ask), and less is done at once. QUARRY_VARS, a JSON object of texts, changes any of them.
 */
function localVars() {
  const { QUARRY_DNS = '', QUARRY_VARS = '{}' } = process.env;
  return {
    ALLOW_LOOPBACK: 'yes',
    DNS_OVER_HTTPS_URL: QUARRY_DNS,
    DOCUMENTS_AT_ONCE: LOCAL_DOCUMENTS_AT_ONCE,
    ...JSON.parse(QUARRY_VARS),
  };
}

async function untilServing(server, url) {
  const deadline = Date.now() + READY_MS;
  await new Promise((resolve) => server.once('message', resolve));
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await pause(25);
  }
  throw new Error(`${url}/healthz did not answer 200 within ${READY_MS / 1000} s`);
}
