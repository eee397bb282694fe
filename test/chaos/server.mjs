import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runtimeSeconds } from '../../bench/processor-time.mjs';
import { probePort } from '../../scripts/free-port.mjs';
import { sha256Hex } from '../../scripts/local-key.mjs';
import { root } from '../../scripts/root.mjs';
import { toolEnvironment, toolNode } from '../../scripts/toolchain.mjs';
import { bundleInto, readMigrations } from './bundle.mjs';

export const KEY = 'tlnc_live_chaos';

/** How often a word at the door is said before nobody is taken to be there. */
const TELL_TRIES = 5;

/** Nobody is held back by a limit that is not under test; receivers of webhooks are on this machine, and no name is looked up. */
const SETTINGS = {
  RATE_LIMIT_PER_MINUTE: '1000000',
  ALLOW_LOOPBACK: 'yes',
  DNS_OVER_HTTPS_URL: '',
  EVENT_STREAMS_AT_ONCE: '10000',
  WEBHOOK_TIMEOUT_SECONDS: '2',
  WEBHOOK_RETRY_SECONDS: `1 1 1 2 2 2 ${'3 '.repeat(40)}`,
};

/**
 * The service under faults, on one port and one data folder over all its runs. `start` answers when it serves; `kill`
 * sends SIGKILL to all of it at once. What it prints goes to `logPath`; `remove` ends it and deletes what it kept.
 */
export async function createServer({ seed, logPath }) {
  const port = await probePort(0);
  const folder = await mkdtemp(join(tmpdir(), 'quarry-chaos-'));
  const bundleFolder = join(folder, 'bundle');
  const dataFolder = join(folder, 'data');
  await bundleInto(bundleFolder);
  const log = openSync(logPath, 'a');
  const url = `http://127.0.0.1:${port}`;
  let running = null;
  let boot = 0;

  async function start({ isQuiet }) {
    boot += 1;
    const vars = {
      ...SETTINGS,
      BOOTSTRAP_KEY_SHA256: sha256Hex(KEY),
      BOOT_ID: `${seed}-${boot}`,
      CHAOS_SEED: String(seed),
      CHAOS_BOOT: String(boot),
      CHAOS_QUIET: isQuiet ? '1' : '',
    };
    const migrations = boot === 1 ? await readMigrations() : [];
    const asked = JSON.stringify({ port, bundleFolder, dataFolder, vars, migrations });
    // A group of its own, so that one signal reaches all of it. The channel ends it with the harness.
    const child = spawn(toolNode(), [join(root, 'test', 'chaos', 'serve.mjs'), asked], {
      cwd: root,
      env: toolEnvironment(),
      detached: true,
      stdio: ['ignore', 'pipe', log, 'ipc'],
    });
    const exited = new Promise((resolve) => child.once('exit', resolve));
    running = { child, exited };
    const ready = new Promise((resolve) => child.stdout.once('data', resolve));
    const failed = exited.then((code) => Promise.reject(new Error(`the server ended with ${code}; see ${logPath}`)));
    await Promise.race([ready, failed]);
    failed.catch(() => {});
  }

  async function kill() {
    if (running === null) return;
    const { child, exited } = running;
    running = null;
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
    await exited;
  }

  return {
    url,
    start,
    kill,
    /** Seconds of processor time that its runtime has taken since it was started last. */
    processorSeconds: () => runtimeSeconds(running.child.pid),
    /** Says a word at the door of the faults: `quiet`, `faults`, `tally` or `blobs`. */
    async tell(word) {
      for (let tries = 1; ; tries++) {
        try {
          const response = await fetch(`${url}/v1/__chaos/${word}`, { method: 'POST' });
          return await response.json();
        } catch (error) {
          // A connection of before the restart is found to be closed only when it is used.
          if (tries === TELL_TRIES) throw error;
        }
      }
    },
    async remove() {
      await kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
