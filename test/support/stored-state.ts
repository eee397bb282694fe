import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What a local server has stored in its data folder: rows of D1, by table, and keys of R2. */
export interface StoredState {
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly keys: readonly string[];
}

const namesIn = (database: DatabaseSync): readonly string[] =>
  database
    .prepare("select name from sqlite_master where type = 'table'")
    .all()
    .map(({ name }) => String(name));

/** Read from the files; the server may run. Tables without rows are left out. */
export async function storedState(dataFolder: string): Promise<StoredState> {
  const rows: Record<string, Record<string, unknown>[]> = {};
  const keys: string[] = [];
  const files = await readdir(dataFolder, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.sqlite'))) {
    const database = new DatabaseSync(join(dataFolder, file), { readOnly: true });
    const tables = namesIn(database);
    const all = (table: string) => database.prepare(`select * from "${table}"`).all();
    if (tables.includes('_mf_objects')) keys.push(...all('_mf_objects').map(({ key }) => String(key)));
    if (tables.includes('d1_migrations'))
      for (const table of tables) if (!/^(_|sqlite|d1)_?/.test(table)) rows[table] = all(table);
    database.close();
  }
  return { rows: Object.fromEntries(Object.entries(rows).filter(([, found]) => found.length > 0)), keys };
}
