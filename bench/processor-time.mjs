import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import process from 'node:process';
import { promisify } from 'node:util';

/** What Linux counts processor time in; the same on every machine it runs on. */
const TICKS_PER_SECOND = 100;
const RUNTIME = 'workerd';

/** Seconds of processor time, user and system, that the Workers runtimes started by this process or another have taken so far. */
export async function runtimeSeconds(starter = process.pid) {
  const processes = process.platform === 'linux' ? await listedByLinux() : await listedByPs();
  const own = processes.filter(({ name, parent }) => name === RUNTIME && parent === starter);
  if (own.length === 0) throw new Error(`no process called ${RUNTIME} was started by ${starter}`);
  return own.reduce((sum, { seconds }) => sum + seconds, 0);
}

async function listedByLinux() {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, 'utf8').catch(() => null)));
  return stats.flatMap((stat) => {
    // The name stands in brackets and may hold blanks; what follows does not (proc_pid_stat(5)).
    const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(stat ?? '') ?? [];
    if (rest === undefined) return [];
    const fields = rest.split(' ').map(Number);
    return [{ name, parent: fields[1], seconds: (fields[11] + fields[12]) / TICKS_PER_SECOND }];
  });
}

/** `ps` of macOS tells hundredths of a second. */
async function listedByPs() {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'ppid=,time=,comm=']);
  return stdout.split('\n').flatMap((line) => {
    const [, parent, time, path] = /^\s*(\d+)\s+([\d:.]+)\s+(.*)$/.exec(line) ?? [];
    if (path === undefined) return [];
    const seconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    return [{ name: path.split('/').at(-1), parent: Number(parent), seconds }];
  });
}
