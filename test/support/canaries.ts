import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where something of a user's can stand. */
const PLACES = [
  'document',
  'filename',
  'metadata',
  'schema',
  'name',
  'instructions',
  'value',
  'path',
  'query',
  'label',
  'document-url',
  'webhook-url',
  'webhook-secret',
  'webhook-header',
  'idempotency-key',
  'malformed',
] as const;

export type Place = (typeof PLACES)[number];

/** A word for each place that stands nowhere else in the world. */
export type Canaries = Readonly<Record<Place, string>>;

export const hatchCanaries = (): Canaries =>
  Object.fromEntries(PLACES.map((place) => [place, `canary${randomUUID().replaceAll('-', '')}`])) as Record<
    Place,
    string
  >;

/** Those of the words that stand in a text, by their names. */
export const seenIn = (text: string, words: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(words).flatMap(([name, word]) => (text.includes(word) ? [name] : []));

/** Those that stand in any file below a folder. */
export async function storedIn(folder: string, words: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found = new Set<string>();
  for (const { parentPath, name } of files) {
    const content = await readFile(join(parentPath, name), 'latin1');
    for (const [which, word] of Object.entries(words)) if (content.includes(word)) found.add(which);
  }
  return [...found].sort();
}
