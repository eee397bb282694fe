import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { probePort } from '../../scripts/free-port.mjs';
import { servers } from '../../scripts/orphans.mjs';
import { root } from '../../scripts/root.mjs';
import { runCurlLine } from '../support/curl-line';
import { type Server, startServer, TEST_KEY } from '../support/server';

describe('npm start', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.remove());

  it('prints one ready line and one curl line, nothing else', () => {
    const [ready, curl, ...rest] = server.printed();
    expect(ready).toBe(`ready ${server.url} key ${TEST_KEY}`);
    expect(curl).toMatch(/^curl /);
    expect(rest).toEqual([]);
  });

  it('prints a curl line that extracts the sample when pasted', async () => {
    const answer = await runCurlLine(server.printed()[1] ?? '');
    const data = { invoice_number: 'BW-2026-0417', due_date: '2026-04-03', total_gross: 1425 };
    expect(JSON.parse(answer)).toMatchObject({ status: 'complete', data });
  });

  it('refuses to run twice on one data folder', () => {
    const env = { ...process.env, QUARRY_DATA: server.dataFolder };
    const second = spawnSync(process.execPath, ['scripts/run.mjs', 'start'], { cwd: root, env, encoding: 'utf8' });
    expect([second.status, second.stdout]).toEqual([1, '']);
    expect(second.stderr).toContain('already runs on');
  });

  it('ends with 0 on SIGTERM, leaves no process behind and frees its port', async () => {
    expect(server.processes().length).toBeGreaterThan(0);
    expect(await server.stop()).toBe(0);
    expect(server.processes()).toEqual([]);
    expect(await probePort(Number(new URL(server.url).port))).not.toBeNull();
  });
});

describe('npm run demo', () => {
  it('finds every value of the samples, exits with 0 and leaves neither process nor data behind', async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'quarry-test-'));
    onTestFinished(() => rm(scratch, { recursive: true, force: true }));
    const { code, output } = await runDemo(scratch);
    expect(output).toMatch(/\b(\d+) of \1 cells are what the samples hold\./);
    expect(code).toBe(0);
    expect(servers().filter(({ dataFolder }) => dataFolder.startsWith(scratch))).toEqual([]);
    expect((await readdir(scratch)).filter((name) => name.startsWith('quarry-'))).toEqual([]);
  });
});

function runDemo(scratch: string): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, TMPDIR: scratch };
  const child = spawn(process.execPath, ['scripts/run.mjs', 'demo'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
    });
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
