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
    '/v1/keys/:id': 'key',
    '/v1/webhook-deliveries/:id': 'delivery',
  },
  retab: {
    '/v1/jobs/:id': 'job',
    '/v1/edit/templates/:id': 'template',
    '/v1/webhooks/:id': 'retab webhook',
    '/v1/projects': 'extract project',
    '/v1/evals/:kind': 'extract project',
  },
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

/** What parameters name that say so themselves. */
const NAMED: Readonly<Record<string, Thing>> = {
  project: 'extract project',
  dataset: 'dataset',
  document: 'dataset document',
  iteration: 'iteration',
  prediction: 'prediction',
};

/** Says which things are meant, and is no id. */
const WORDS = { kind: 'extract' };

const TEXT = { filename: 'a.txt', url: 'data:text/plain;base64,VG90YWw6IDExOS4wMCBFVVI=' };

/** What is made and run below a project. */
const belowProject = (root: string): Readonly<Record<string, () => Call>> => ({
  [`POST ${root}/:project/datasets`]: () => ({ json: { name: 'Other' } }),
  [`POST ${root}/:project/datasets/:dataset/dataset-documents`]: () => ({ json: { mime_data: TEXT } }),
  [`POST ${root}/:project/datasets/:dataset/iterations/:iteration/iteration-documents/processDocumentsFromDatasetId`]:
    () => ({ json: { dataset_document_id: UNKNOWN_ID } }),
});

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
  ...belowProject('/v1/projects'),
  ...belowProject('/v1/evals/:kind'),
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
    const byId = routesOf(name).closed.filter(({ path }) => path.replace(':kind', '').includes(':'));
    const ids = Object.fromEntries(Object.entries(NAMED).map(([parameter, thing]) => [parameter, owned[thing]]));
    expect(byId.length).toBeGreaterThan(3);
    for (const route of byId) {
      const thing = thingOf(name, route);
      const answer = async (id: string, others: Readonly<Record<string, string>> = {}) => {
        const call = BODIES[named(route)]?.() ?? {};
        const path = filled(route.path, id, { ...others, ...WORDS });
        return plain(await ask(name, stranger, route.method, path, call), id, ...Object.values(others));
      };
      const theirs = await answer(owned[thing], ids);
      expect([named(route), theirs]).toEqual([named(route), await answer(unknown(thing))]);
      expect([named(route), theirs.slice(0, 4)]).toEqual([named(route), '404 ']);
      if (thing === 'job') expect(await answer(shortJobId(owned.job))).toBe(theirs);
    }
    // All of it is still there for the one who owns it.
    for (const route of byId.filter(({ method, path }) => method === 'GET' && /:\w+$/.test(path))) {
      const thing = thingOf(name, route);
      const { status } = await ask(name, owner, 'GET', filled(route.path, owned[thing], { ...ids, ...WORDS }));
      expect([named(route), status]).toEqual([named(route), 200]);
    }
  },
);
