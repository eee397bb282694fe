import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { probePort } from '../../scripts/free-port.mjs';
import { serversOf } from '../../scripts/orphans.mjs';
import { root } from '../../scripts/root.mjs';
import { type Client, createClient } from './client';

export const TEST_KEY = 'tlnc_live_conformance';

/** `npm start` on a free port with a data folder of its own. The port and the data stay over restarts. */
export interface Server {
  readonly url: string;
  readonly key: string;
  readonly client: Client;
  readonly dataFolder: string;
  /** Everything it has printed on standard output since the last start, whole lines. */
  printed(): readonly string[];
  /** What it has written on standard error since the last start: with `isVerbose` every line of its log. */
  logged(): string;
  /** SIGKILL to the launcher and everything it started, at once. */
  kill(): Promise<void>;
  /** After `kill`: starts again and waits until it serves. */
  restart(): Promise<void>;
  /** SIGTERM to the launcher; answers its exit code. */
  stop(): Promise<number | null>;
  /** Ids of the processes that serve this data folder, the launcher left out. */
  processes(): readonly number[];
  /** Ends it, however it stands, and removes its data. */
  remove(): Promise<void>;
}

/** `vars`: settings of wrangler.toml that are otherwise than usual. */
export async function startServer(vars: Readonly<Record<string, string>> = {}, isVerbose = false): Promise<Server> {
  const port = await probePort(0);
  const dataFolder = await mkdtemp(join(tmpdir(), 'quarry-test-'));
  const url = `http://127.0.0.1:${port}`;
  let launcher = await launch(port, dataFolder, vars, isVerbose);

  async function kill(): Promise<void> {
    if (launcher.child.pid !== undefined && launcher.child.exitCode === null && launcher.child.signalCode === null) {
      process.kill(-launcher.child.pid, 'SIGKILL');
    }
    await launcher.exited;
  }

  return {
    url,
    key: TEST_KEY,
    client: createClient(url, TEST_KEY),
    dataFolder,
    printed: () => launcher.output().split('\n').slice(0, -1),
    logged: () => launcher.errors(),
    kill,
    restart: async () => {
      launcher = await launch(port, dataFolder, vars, isVerbose);
    },
    stop: () => {
      launcher.child.kill('SIGTERM');
      return launcher.exited;
    },
    processes: () => serversOf(dataFolder).map(({ pid }) => pid),
    remove: async () => {
      await kill();
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

interface Launcher {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  output(): string;
  errors(): string;
}

async function launch(
  port: number | null,
  dataFolder: string,
  vars: Readonly<Record<string, string>>,
  isVerbose: boolean,
): Promise<Launcher> {
  // A group of its own, so that one signal reaches all of it; the tests' own group must not be hit.
  const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), 'start'], {
    detached: true,
    env: {
      ...process.env,
      PORT: String(port),
      QUARRY_DATA: dataFolder,
      QUARRY_KEY: TEST_KEY,
      QUARRY_VARS: JSON.stringify(vars),
      ...(isVerbose ? { QUARRY_VERBOSE: '1' } : {}),
    },
    // The channel ends the server with the tests, should they be broken off.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      output += String(chunk);
      // The curl line is the last thing a start prints.
      if (/^ready .*\ncurl .*\n/m.test(output)) resolve();
    });
  });
  const ended = exited.then((code) => Promise.reject(new Error(`the server ended with ${code}\n${errors}`)));
  await Promise.race([ready, ended]);
  ended.catch(() => {});
  return { child, exited, output: () => output, errors: () => errors };
}
