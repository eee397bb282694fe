/** Every route of every dialect, with a key that is good for everything but what the route needs. */
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { DIALECTS, type DialectName } from '../../../src/http/dialects';
import { SCOPES, type Scope } from '../../../src/jobs/scope';
import { DIALECT_NAMES, EACH_DIALECT } from '../../support/dialects';
import { fetchWorker, newAccount } from './account';
import { filled, named, type Route, routesOf } from './every-route';

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

/** How many routes need more than their method says; a new one is to be looked at, and counted here. */
const NEEDS: Readonly<Record<DialectName, Readonly<Record<'extract' | 'admin', number>>>> = {
  talonic: { extract: 4, admin: 8 },
  retab: { extract: 28, admin: 0 },
  llamacloud: { extract: 7, admin: 0 },
};

/** How each vendor says that the key is not good enough. */
const REFUSALS: Readonly<Record<DialectName, (needed: Scope) => unknown>> = {
  talonic: (needed) => ({
    statusCode: 403,
    code: 'insufficient_scope',
    error: 'Forbidden',
    message: expect.stringContaining(`"${needed}"`),
    required_scopes: [needed],
    retryable: false,
    request_id: expect.any(String),
    timestamp: expect.any(String),
    path: expect.any(String),
  }),
  retab: (needed) => ({
    detail: { code: 'forbidden', message: expect.stringContaining(`"${needed}"`), details: null },
  }),
  llamacloud: (needed) => ({ detail: expect.stringContaining(`"${needed}"`) }),
};

const needOf = (name: DialectName, { method, path }: Route): Scope =>
  DIALECTS[name].scopeOf(method, filled(path, UNKNOWN_ID));

/** The same path with a letter of each segment in another spelling, which the routers read as the same. */
const respelt = (path: string): string =>
  path.replaceAll(/\/([a-z])/g, (_, letter: string) => `/%${letter.charCodeAt(0).toString(16)}`);

/** A key for each choice of scopes. */
async function keysFor(choose: (scope: Scope) => readonly Scope[]): Promise<Readonly<Record<Scope, string>>> {
  const made = SCOPES.map(async (scope) => {
    const { id, key } = await newAccount();
    await env.DB.prepare('update api_keys set scopes = ? where account_id = ?').bind(choose(scope).join(' '), id).run();
    return [scope, key] as const;
  });
  return Object.fromEntries(await Promise.all(made)) as Record<Scope, string>;
}

test.each(DIALECT_NAMES)('%s: what starts work and what is for admins is said', (name) => {
  const needs = routesOf(name).closed.map((route) => needOf(name, route));
  const count = (needed: Scope) => needs.filter((need) => need === needed).length;
  expect({ extract: count('extract'), admin: count('admin') }).toEqual(NEEDS[name]);
});

test.each(DIALECT_NAMES)('%s: no route does more than look without another scope than read', (name) => {
  const looks = routesOf(name).closed.filter((route) => needOf(name, route) === 'read' && route.method !== 'GET');
  expect(looks.map(named)).toEqual(
    {
      talonic: ['POST /v1/documents/filter'],
      retab: [],
      llamacloud: [
        'POST /api/v1/extraction/extraction-agents/schema/validation',
        'POST /api/v1/beta/files/query',
        'POST /api/v2/extract/schema/validation',
      ],
    }[name],
  );
});

test.each(DIALECT_NAMES)(
  '%s: a key with every scope but the one is refused, however the path is spelt',
  async (name) => {
    const { id, key } = await newAccount();
    for (const route of routesOf(name).closed) {
      const needed = needOf(name, route);
      const others = SCOPES.filter((scope) => scope !== needed).join(' ');
      await env.DB.prepare('update api_keys set scopes = ? where account_id = ?').bind(others, id).run();
      const path = filled(route.path, UNKNOWN_ID);
      for (const spelling of [path, respelt(path)]) {
        const init = { method: route.method, headers: EACH_DIALECT[name].keyHeaders(key) };
        const response = await fetchWorker(`/${name}${spelling}`, init);
        expect([named(route), spelling, response.status, await response.json()]).toEqual([
          named(route),
          spelling,
          403,
          REFUSALS[name](needed),
        ]);
      }
    }
  },
);

test.each(DIALECT_NAMES)('%s: a key with that scope alone is let through', async (name) => {
  const keys = await keysFor((scope) => [scope]);
  for (const route of routesOf(name).closed) {
    const init = { method: route.method, headers: EACH_DIALECT[name].keyHeaders(keys[needOf(name, route)]) };
    const response = await fetchWorker(`/${name}${filled(route.path, UNKNOWN_ID)}`, init);
    expect([named(route), response.status]).not.toEqual([named(route), 403]);
    await response.body?.cancel();
  }
});
