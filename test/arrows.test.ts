/// <reference types="vite/types/importMeta.d.ts" />
/** Who may import whom. A new room is added here before its first file. */
import { describe, expect, it } from 'vitest';

const SOURCES: Readonly<Record<string, string>> = import.meta.glob('../src/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const LOADED_BEFORE_TESTS: Readonly<Record<string, string>> = import.meta.glob('./support/loaded-late.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

interface Room {
  /** Its files, by path below src. */
  readonly files: RegExp;
  /** Files of other rooms it may import; its own it always may. `$1` is what the first group of `files` matched. */
  readonly imports: readonly RegExp[];
  /** Packages it may import. */
  readonly packages: readonly RegExp[];
}

const anything = /^/;
const jobs = /^jobs\//;
const schema = /^schema\//;
const log = /^log$/;

const ROOMS: Readonly<Record<string, Room>> = {
  index: { files: /^index$/, imports: [anything], packages: [/^cloudflare:workers$/] },
  log: { files: log, imports: [], packages: [] },
  bindings: {
    files: /^bindings$/,
    imports: [
      /^stores\//,
      /^jobs\/(ports|errors|limits|steadily)$/,
      /^jobs\/webhooks\/(outbox-port|signing-secret)$/,
      /^settings$/,
      /^http\/announcers$/,
      /^parsers\/(media-type|registry|parse-error|parsed-document|reading-limits|unsupported|ocr\/character-reader)$/,
      /^engines\/propose\/propose-schema$/,
      log,
    ],
    packages: [],
  },
  settings: { files: /^settings$/, imports: [jobs], packages: [] },
  'http/dialect': { files: /^http\/dialect$/, imports: [jobs], packages: [] },
  'http/door': {
    files: /^http\/(?:door|form|lean-form|cursor|nesting|scope)$/,
    imports: [/^http\/dialect$/, jobs],
    packages: [/^zod$/],
  },
  'http/app': {
    files: /^http\/(?!(dialect|door|form|lean-form|cursor|nesting|scope)$)[\w-]+$/,
    imports: [/^http\//, jobs],
    packages: [/^hono$/],
  },
  'http/<dialect>': {
    files: /^http\/([\w-]+)\//,
    imports: [jobs, schema, /^http\/(dialect|door|form|cursor|scope)$/],
    // What a caller sends as a pattern runs in time linear in the text.
    packages: [/^hono$/, /^zod$/, /^re2js$/],
  },
  jobs: { files: jobs, imports: [schema], packages: [] },
  gate: { files: /^gate\//, imports: [jobs, /^bindings$/, log], packages: [/^cloudflare:workers$/] },
  outbox: { files: /^outbox\//, imports: [jobs, /^bindings$/, log], packages: [/^cloudflare:workers$/] },
  'stores/d1': { files: /^stores\/d1\//, imports: [jobs, schema], packages: [/^drizzle-orm(\/|$)/] },
  'stores/r2': { files: /^stores\/r2\//, imports: [jobs, schema], packages: [] },
  'stores/queue': { files: /^stores\/queue\//, imports: [jobs], packages: [] },
  'stores/durable': { files: /^stores\/durable\//, imports: [jobs], packages: [/^cloudflare:workers$/] },
  // What a resolver answers comes in by a door too.
  'stores/web': { files: /^stores\/web\//, imports: [jobs], packages: [/^zod$/] },
  pipeline: {
    files: /^pipeline\//,
    imports: [jobs, /^operations\//, /^parsers\//, /^engines\//, schema, log],
    // A message is a door too.
    packages: [/^zod$/],
  },
  operations: {
    files: /^operations\//,
    imports: [jobs, /^engines\//, /^parsers\//, /^writers\//, schema],
    packages: [],
  },
  engines: { files: /^engines\//, imports: [schema, /^parsers\/parsed-document$/], packages: [] },
  parsers: { files: /^parsers\//, imports: [], packages: [anything] },
  writers: { files: /^writers\//, imports: [], packages: [anything] },
  ocr: {
    files: /^ocr\//,
    imports: [/^parsers\/ocr\/character-reader$/],
    packages: [/^tesseract\.js-core\//, /^cloudflare:workers$/],
  },
  schema: { files: schema, imports: [], packages: [] },
};

interface Arrow {
  readonly from: string;
  /** A path below src without extension, or a package. */
  readonly to: string;
  readonly isPackage: boolean;
}

const SPECIFIER = /(?:\bfrom\s+|\bimport\s*\(\s*|^\s*import\s+)['"]([^'"]+)['"]/gm;

const isFile = (path: string): boolean => `../src/${path}.ts` in SOURCES;

/** Every import of every file, type-only ones too. */
const ARROWS: readonly Arrow[] = Object.entries(SOURCES).flatMap(([path, source]) => {
  const from = path.replace('../src/', '').replace(/\.ts$/, '');
  return [...source.matchAll(SPECIFIER)].map(([, specifier = '']): Arrow => {
    const isPackage = !specifier.startsWith('.');
    return { from, to: isPackage ? specifier : resolve(from, specifier), isPackage };
  });
});

const specifiers = (source: string, wanted: RegExp): string[] =>
  [...source.matchAll(wanted)].map(([, specifier = '']) => specifier);

function resolve(from: string, specifier: string): string {
  const { pathname } = new URL(specifier, `file:///${from}`);
  const path = pathname.slice(1).replace(/\.ts$/, '');
  return isFile(path) ? path : `${path}/index`;
}

const roomOf = (path: string): string | null =>
  Object.entries(ROOMS).find(([, room]) => room.files.test(path))?.[0] ?? null;

/** Two dialects are two houses of one street, and so is every other room whose name has a hole. */
const isSameRoom = (from: string, to: string): boolean => {
  const name = roomOf(from);
  if (name === null || name !== roomOf(to)) return false;
  const files = ROOMS[name]?.files ?? /(?!)/;
  return files.exec(from)?.[1] === files.exec(to)?.[1];
};

function isAllowed({ from, to, isPackage }: Arrow): boolean {
  const room = ROOMS[roomOf(from) ?? ''];
  if (room === undefined) return false;
  if (isPackage) return room.packages.some((allowed) => allowed.test(to));
  return isSameRoom(from, to) || room.imports.some((allowed) => allowed.test(to));
}

describe('The house', () => {
  it('has a room for every file', () => {
    const homeless = Object.keys(SOURCES)
      .map((path) => path.replace('../src/', '').replace(/\.ts$/, ''))
      .filter((path) => path !== 'env.d' && roomOf(path) === null);
    expect(homeless).toEqual([]);
  });

  it('has no import across rooms but those of the table', () => {
    const wrong = ARROWS.filter((arrow) => !arrow.from.endsWith('.d') && !isAllowed(arrow));
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('has no drawer for everything', () => {
    const drawers = Object.keys(SOURCES).filter((path) =>
      /\/(utils?|helpers?|common|shared|types|constants)(\/|\.ts$)/.test(path),
    );
    expect(drawers).toEqual([]);
  });

  it('loads nothing late that the tests of the Worker have not loaded before', () => {
    const late = Object.values(SOURCES).flatMap((source) => specifiers(source, /\bimport\('([^']+)'\)/g));
    const before = Object.values(LOADED_BEFORE_TESTS).flatMap((source) => specifiers(source, /^import '([^']+)';/gm));
    const nameOf = (specifier: string): string => specifier.split('/').at(-1) ?? '';
    expect(late.length).toBeGreaterThan(2);
    expect([...new Set(before.map(nameOf))].sort()).toEqual([...new Set(late.map(nameOf))].sort());
  });

  it('would see an import that is not allowed', () => {
    expect(ARROWS.length).toBeGreaterThan(100);
    expect(isAllowed({ from: 'jobs/create-job', to: 'stores/d1/job-index', isPackage: false })).toBe(false);
    expect(isAllowed({ from: 'schema/walk', to: 'zod', isPackage: true })).toBe(false);
    expect(isAllowed({ from: 'http/talonic/routes', to: 'http/retab/routes', isPackage: false })).toBe(false);
    expect(isAllowed({ from: 'http/talonic/routes', to: 'http/talonic/errors', isPackage: false })).toBe(true);
  });
});
