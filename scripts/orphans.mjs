import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Environment variable that everything a service starts carries and hands down: `<pid of the launcher>:<data folder>`.
 * It finds a workerd whose parents were killed, which no process id written to a file does for sure.
 */
export const OWNER = 'QUARRY_OWNER';

export const ownerMark = (dataFolder) => `${process.pid}:${dataFolder}`;

/**
 * Every process that serves some data folder; `launcher` is the process that started it.
 *
 * @returns {{ pid: number, launcher: number, dataFolder: string }[]}
 */
export function servers() {
  const found = [];
  for (const { pid, environment } of process.platform === 'linux' ? procTable() : psTable()) {
    const mark = environment.match(/(?:^|\s)QUARRY_OWNER=(\d+):(.*?)(?=\s[A-Za-z_][A-Za-z0-9_]*=|$)/m);
    if (mark) found.push({ pid, launcher: Number(mark[1]), dataFolder: mark[2] });
  }
  return found;
}

export const serversOf = (dataFolder) => servers().filter((server) => server.dataFolder === dataFolder);

/** Kills what earlier launchers left behind on this data folder. Throws when one of them is alive. */
export function reapOrphans(dataFolder) {
  const found = serversOf(dataFolder);
  const alive = found.find(({ launcher }) => launcher !== process.pid && isLauncher(launcher));
  if (alive) throw new Error(`another Quarry (pid ${alive.launcher}) already runs on ${dataFolder}`);
  for (const { pid } of found) kill(pid);
}

/** Kills what this launcher has started on this data folder, and waits until all of it is gone. */
export async function reapOwn(dataFolder) {
  while (serversOf(dataFolder).length > 0) {
    reapOrphans(dataFolder);
    await pause(10);
  }
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function isLauncher(pid) {
  const command =
    process.platform === 'linux'
      ? readOrEmpty(`/proc/${pid}/cmdline`)
      : String(spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout ?? '');
  return command.includes('run.mjs');
}

// The environment ends each variable with a NUL, which no variable can hold; ps separates them by blanks.
function procTable() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), environment: readOrEmpty(`/proc/${name}/environ`).replaceAll('\0', '\n') }));
}

function psTable() {
  const { stdout } = spawnSync('ps', ['-axEww', '-o', 'pid=,command='], { encoding: 'utf8', maxBuffer: 64_000_000 });
  return (stdout ?? '').split('\n').flatMap((line) => {
    const [, pid, environment] = line.match(/^\s*(\d+)\s+(.*)$/) ?? [];
    return pid ? [{ pid: Number(pid), environment }] : [];
  });
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
