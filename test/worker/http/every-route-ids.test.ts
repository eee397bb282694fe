/** Every route with an id in its path: what another account owns cannot be told from what is not there. */
import { expect, test } from 'vitest';
import type { DialectName } from '../../../src/http/dialects';
import { shortJobId } from '../../../src/jobs/id-forms';
import { DIALECT_NAMES } from '../../support/dialects';
import { formWith, invoiceText } from '../../support/documents';
import { type Call, newAccount } from './account';
import { filled, named, type Route, routesOf } from './every-route';
import { ask, DATA_SCHEMA, ownerOfEverything, plain, type Thing, UNKNOWN_ID } from './owned-things';

/** What is named by the parameter of a path that begins so. */
const THINGS: Readonly<Record<DialectName, Readonly<Record<string, Thing>>>> = {
  talonic: {
    '/v1/documents/:id': 'document',
    '/v1/extractions/:id': 'extraction',
    '/v1/jobs/:id': 'job',
    '/v1/schemas/:id': 'schema',
    '/v1/fields/:id': 'field',
    '/v1/sources/:id': 'source',
    '/v1/webhooks/:id': 'webhook',
  },
  retab: { '/v1/jobs/:id': 'job' },
  llamacloud: {
    '/api/v1/extraction/extraction-agents/:id': 'agent',
    '/api/v1/extraction/extraction-agents/by-name/:name': 'agent name',
    '/api/v1/extraction/jobs/:id': 'job',
    '/api/v1/extraction/runs/by-job/:id': 'job',
    '/api/v1/extraction/runs/:id': 'extraction',
    '/api/v1/projects/:id': 'project',
    '/api/v2/projects/:id': 'project',
    '/api/v1/files/:id': 'document',
    '/api/v1/beta/files/:id': 'document',
    '/api/v1/beta/configurations/:id': 'configuration',
    '/api/v1/beta/webhook-configs/:id': 'webhook config',
    '/api/v2/extract/:id': 'job',
  },
};

/** Good enough to get past the door of each route that wants a body. */
const BODIES: Readonly<Record<string, () => Call>> = {
  'PUT /v1/schemas/:id': () => ({ json: { name: 'Other' } }),
  'PATCH /v1/extractions/:id/data': () => ({ json: { corrections: [{ field: 'invoice_number', value: 'stolen' }] } }),
  'PUT /v1/sources/:id': () => ({ json: { name: 'Other' } }),
  'PATCH /v1/sources/:id': () => ({ json: { name: 'Other' } }),
  'POST /v1/sources/:id/documents': () => ({ form: formWith(invoiceText(3)) }),
  'PUT /v1/webhooks/:id': () => ({ json: { is_active: false } }),
  'PATCH /v1/webhooks/:id': () => ({ json: { is_active: false } }),
  'PUT /api/v1/extraction/extraction-agents/:id': () => ({ json: { data_schema: DATA_SCHEMA, config: {} } }),
  'PUT /api/v1/beta/configurations/:id': () => ({ json: { name: 'Other' } }),
  'PUT /api/v1/beta/webhook-configs/:id': () => ({ json: { webhook_url: 'https://hooks.test/b' } }),
};

function thingOf(name: DialectName, { path }: Route): Thing {
  const starts = Object.keys(THINGS[name]).filter((start) => path === start || path.startsWith(`${start}/`));
  const thing = THINGS[name][starts.sort((a, b) => b.length - a.length)[0] ?? ''];
  if (thing === undefined) throw new Error(`${path}: say in THINGS what it names`);
  return thing;
}

const unknown = (thing: Thing): string => (thing === 'agent name' ? 'Nobody' : UNKNOWN_ID);

test.each(DIALECT_NAMES)(
  '%s: a thing of another account answers every route like one that is not there, 404',
  async (name) => {
    const { account: owner, owned } = await ownerOfEverything();
    const stranger = await newAccount();
    const byId = routesOf(name).closed.filter(({ path }) => path.includes(':'));
    expect(byId.length).toBeGreaterThan(3);
    for (const route of byId) {
      const thing = thingOf(name, route);
      const answer = async (id: string) => {
        const call = BODIES[named(route)]?.() ?? {};
        return plain(await ask(name, stranger, route.method, filled(route.path, id), call), id);
      };
      const theirs = await answer(owned[thing]);
      expect([named(route), theirs]).toEqual([named(route), await answer(unknown(thing))]);
      expect([named(route), theirs.slice(0, 4)]).toEqual([named(route), '404 ']);
      if (thing === 'job') expect(await answer(shortJobId(owned.job))).toBe(theirs);
    }
    // All of it is still there for the one who owns it.
    for (const route of byId.filter(({ method, path }) => method === 'GET' && /:\w+$/.test(path))) {
      const thing = thingOf(name, route);
      const { status } = await ask(name, owner, 'GET', filled(route.path, owned[thing]));
      expect([named(route), status]).toEqual([named(route), 200]);
    }
  },
);
