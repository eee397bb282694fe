import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Where `npm start` notes its address, beside the key. */
export const addressFile = (dataFolder) => join(dataFolder, 'address');

/**
 * The server that is meant, and a key for it: what was asked for, else the environment's, else the one that runs here
 * (`runs`: whether one does). Throws an error that says what is missing.
 *
 * @param {{ url?: string, key?: string }} asked
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} dataFolder
 * @param {boolean} runs
 */
export async function findServer({ url, key }, env, dataFolder, runs) {
  const wanted = url ?? env.QUARRY_URL;
  const local = wanted === undefined;
  // A note that a killed server left behind may name somebody else's port by now.
  const found = wanted ?? (runs ? await lineOf(addressFile(dataFolder)) : null);
  if (!found) throw new Error(`no server runs on ${dataFolder}: start one with "npm start", or name one with --url`);
  const base = new URL(URL.canParse(found) ? found : 'none:');
  if (base.protocol !== 'https:' && !(base.protocol === 'http:' && LOOPBACK.includes(base.hostname))) {
    throw new Error(`--url ${found}: must be https, since a key is sent there; http only on this machine`);
  }
  // The key of the server here goes nowhere else.
  const secret = key ?? env.QUARRY_KEY ?? (local ? await lineOf(join(dataFolder, 'key')) : null);
  if (!secret) {
    throw new Error(
      local
        ? 'the server was started with a QUARRY_KEY of its own: give it here too'
        : 'give a key with the scope admin: QUARRY_KEY in the environment, or --key',
    );
  }
  return { url: found.replace(/\/+$/, ''), key: secret };
}

const lineOf = async (path) => (await readFile(path, 'utf8').catch(() => '')).trim() || null;
