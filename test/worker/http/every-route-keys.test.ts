/** Every route of every dialect, without a good key. */
import { expect, test } from 'vitest';
import type { DialectName } from '../../../src/http/dialects';
import { DIALECT_NAMES, EACH_DIALECT } from '../../support/dialects';
import { fetchWorker, newAccount } from './account';
import { filled, isOpen, named, routesOf } from './every-route';

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

/** How many there are; a new one is to be looked at, and counted here. */
const ROUTES: Readonly<Record<DialectName, { readonly closed: number; readonly open: number }>> = {
  talonic: { closed: 65, open: 3 },
  retab: { closed: 106, open: 0 },
  llamacloud: { closed: 55, open: 3 },
};

/** How each vendor says that there is no good key. */
const REFUSALS: Readonly<Record<DialectName, (path: string, requestId: string | null) => unknown>> = {
  talonic: (path, request_id) => ({
    statusCode: 401,
    code: 'AUTH_REQUIRED',
    error: 'Unauthorized',
    message: expect.any(String),
    retryable: false,
    request_id,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    path,
  }),
  retab: () => ({ detail: { code: 'unauthorized', message: expect.any(String), details: null } }),
  llamacloud: () => ({ detail: expect.any(String) }),
};

test.each(DIALECT_NAMES)('%s: the table of routes is the whole of it, and says which need no key', (name) => {
  const { closed, open } = routesOf(name);
  expect({ closed: closed.length, open: open.length }).toEqual(ROUTES[name]);
  expect(closed.filter((route) => isOpen(name, route)).map(named)).toEqual([]);
  expect(open.filter((route) => !isOpen(name, route)).map(named)).toEqual([]);
});

test.each(DIALECT_NAMES)(
  '%s: every other route answers 401 in its own shape without a key or with a wrong one',
  async (name) => {
    for (const route of routesOf(name).closed) {
      const path = filled(route.path, UNKNOWN_ID);
      for (const headers of [{}, EACH_DIALECT[name].keyHeaders('tlnc_wrong')]) {
        const response = await fetchWorker(`/${name}${path}`, { method: route.method, headers });
        expect([named(route), response.status, await response.json()]).toEqual([
          named(route),
          401,
          REFUSALS[name](path, response.headers.get('x-request-id')),
        ]);
        expect(response.headers.get('content-type')).toBe('application/json');
      }
    }
  },
);

test.each(DIALECT_NAMES)('%s: what is no route answers 401 too, and 404 only to those who have a key', async (name) => {
  const { key } = await newAccount();
  const path = `/${name}/v1/nothing-of-the-kind`;
  expect((await fetchWorker(path)).status).toBe(401);
  expect((await fetchWorker(path, { headers: EACH_DIALECT[name].keyHeaders(key) })).status).toBe(404);
});
