import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = 'src/engines/layout/evidence';
const page = readFileSync(`${FOLDER}/README.md`, 'utf8');

test('the page of evidence names every file of its folder and no other', () => {
  const inTables = [...page.matchAll(/^\| ([a-z][a-z-]*) \|/gm)].flatMap(([, name]) => (name === 'file' ? [] : [name]));
  const inText = [...page.matchAll(/`([a-z-]+)\.ts`/g)].map(([, name]) => name);
  const files = readdirSync(FOLDER).flatMap((name) => (name.endsWith('.ts') ? [name.slice(0, -3)] : []));
  const elsewhere = ['choose', 'gather'];
  expect([...new Set([...inTables, ...inText])].filter((name) => !elsewhere.includes(name ?? '')).sort()).toEqual(
    files.sort(),
  );
});

test('the page of evidence has single fields in the order in which they are gathered', () => {
  const gather = readFileSync('src/engines/layout/gather.ts', 'utf8');
  const fileOf = new Map(
    [...gather.matchAll(/import \{ ([^}]+) \} from '\.\/evidence\/([a-z-]+)'/g)].flatMap(([, names, file]) =>
      (names ?? '').split(', ').map((name) => [name, file] as const),
    ),
  );
  const sources = /const SOURCES[\s\S]*?\n\];/.exec(gather)?.[0] ?? '';
  const gathered = [...sources.matchAll(/\b(\w+Readings)\b/g)].map(([, name]) => fileOf.get(name ?? ''));
  const rows = [...page.matchAll(/^\| ([a-z][a-z-]*) \|/gm)].map(([, name]) => name);
  expect(gathered.length).toBeGreaterThan(0);
  expect(rows.slice(1, 1 + new Set(gathered).size)).toEqual([...new Set(gathered)]);
});
