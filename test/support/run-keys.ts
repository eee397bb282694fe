import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { root } from '../../scripts/root.mjs';
import type { Server } from './server';

/** `npm run keys -- ...` on the machine and in the data folder of a server. */
export async function runKeys(
  { dataFolder, key }: Pick<Server, 'dataFolder' | 'key'>,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), 'keys', ...args], {
    env: { ...process.env, QUARRY_DATA: dataFolder, QUARRY_KEY: key },
  });
  const told = { output: '', errors: '' };
  child.stdout.on('data', (chunk) => {
    told.output += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    told.errors += String(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...told };
}
