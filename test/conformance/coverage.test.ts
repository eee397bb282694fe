/** Holds the tables of README.md to the routes and to the tests that are there, and the checks of answers to their word. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { llamacloudApp } from '../../src/http/llamacloud/routes';
import { retabApp } from '../../src/http/retab/routes';
import { talonicApp } from '../../src/http/talonic/routes';
import { checkAgainst } from '../wire/openapi';

interface Row {
  readonly call: string;
  /** As Hono writes it, with its method; "any": it is about all of them. */
  readonly route: string;
  readonly file: string;
  readonly title: string;
}

const ROW = /^\| (.+?) \| (?:`([A-Z]+ \/[^`]+)`|(any)) \| `([\w./-]+)`: (.+) \|$/;

const read = (path: string): string => readFileSync(join(root, 'test', 'conformance', path), 'utf8');

/** The lines of a section's first table, head and rule left out. */
function linesOf(section: string): string[] {
  const [, text = ''] = read('README.md').split(`\n## ${section}\n`);
  const lines = (text.split('\n## ')[0] ?? '').split('\n');
  return lines.filter((line) => line.startsWith('| ') && !/^\| (call or page|---)/.test(line));
}

const rowOf = (line: string): Row | null => {
  const [, call, route, any, file, title] = ROW.exec(line) ?? [];
  const asked = route ?? any;
  if (call === undefined || asked === undefined || file === undefined || title === undefined) return null;
  return { call, route: asked, file, title };
};

const DIALECTS = [
  { section: 'Talonic', app: talonicApp },
  { section: 'Retab', app: retabApp },
  { section: 'LlamaCloud', app: llamacloudApp },
];

describe.each(DIALECTS)('The table of $section', ({ section, app }) => {
  const lines = linesOf(section);
  const rows = lines.flatMap((line) => rowOf(line) ?? []);
  const routes = new Set(app.routes.map(({ method, path }) => `${method} ${path}`));

  it('has no row with an empty place', () => {
    expect(lines.filter((line) => rowOf(line) === null)).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('has every route of the dialect, and none that is not there', () => {
    const named = new Set(rows.map(({ route }) => route).filter((route) => route !== 'any'));
    expect([...named].sort()).toEqual([...routes].sort());
  });

  it('names tests that are there', () => {
    const missing = rows.filter(({ file, title }) => !read(file).includes(`'${title}'`));
    expect(missing.map(({ file, title }) => `${file}: ${title}`)).toEqual([]);
  });
});

describe("The vendor's OpenAPI documents", () => {
  const project = {
    id: '00000000-0000-4000-8000-000000000000',
    name: 'Default',
    organization_id: '00000000-0000-4000-8000-000000000001',
  };
  const listed = (...body: object[]) => ({ method: 'GET', target: '/api/v1/projects?a=b', status: 200, body });

  it('see a member that is missing, one that nobody named, and a status of their own', async () => {
    const closed = await checkAgainst('llama-cloud-services', true);
    expect(closed(listed(project))).toBeNull();
    expect(closed(listed(project, { name: 'Default' }))).toContain('[1].id');
    expect(closed(listed({ ...project, colour: 'red' }))).toContain('colour');
    expect(closed({ ...listed(project), status: 206 })).toContain('206');
    expect(closed({ ...listed(), status: 422, body: { detail: [{ msg: 'no place' }] } })).toContain('loc');
  });

  it('take what nobody named where they are read openly', async () => {
    const open = await checkAgainst('@llamaindex/cloud', false);
    expect(open(listed({ ...project, colour: 'red' }))).toBeNull();
    expect(open(listed({ colour: 'red' }))).toContain('id');
  });
});
