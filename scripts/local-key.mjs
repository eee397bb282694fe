import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The API key of a local service: the preset one, else one that is made once and kept beside the data. */
export async function localKey(dataFolder, preset) {
  if (preset) return preset;
  const path = join(dataFolder, 'key');
  try {
    // `wx`: of two starts at once, one makes the key and the other reads it.
    const key = `tlnc_live_${randomBytes(32).toString('base64url')}`;
    await writeFile(path, `${key}\n`, { flag: 'wx', mode: 0o600 });
    return key;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return (await readFile(path, 'utf8')).trim();
  }
}

export const sha256Hex = (text) => createHash('sha256').update(text).digest('hex');
