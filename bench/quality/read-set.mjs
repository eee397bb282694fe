import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

/**
 * The documents of a set that `kinds` and `languages` let through (null: all): lines of `manifest.jsonl` in `folder`, each
 * `{ id, kind, lang, file, mime, schema, expected, accept? }`. Throws an error that names the folder when there is no set.
 */
export async function readSet(folder, { kinds = null, languages = null } = {}) {
  const manifest = join(folder, 'manifest.jsonl');
  if (!existsSync(manifest)) {
    throw new Error(`${folder}: no set of documents: --set takes a folder that holds a manifest.jsonl and its files`);
  }
  const lines = (await readFile(manifest, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const tests = lines.map((line) => JSON.parse(line));
  return tests.filter(
    ({ kind, lang }) => (kinds?.includes(kind) ?? true) && (languages?.includes(lang ?? '?') ?? true),
  );
}

/** What a set is called in the baseline: its folder's name. */
export const nameOfSet = (folder) => basename(resolve(folder));
