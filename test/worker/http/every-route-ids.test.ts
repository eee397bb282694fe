/** Every route that names something: what another account owns cannot be told from what is not there. */
import { expect, test, vi } from 'vitest';
import type { DialectName } from '../../../src/http/dialects';
import { readId, shortJobId } from '../../../src/jobs/id-forms';
import { DIALECT_NAMES, EACH_DIALECT } from '../../support/dialects';
import { formWith, INVOICE_SCHEMA, invoiceText } from '../../support/documents';
import { type Account, type Answer, type Call, newAccount } from './account';
import { filled, named, type Route, routesOf } from './every-route';

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
const DATA_SCHEMA = { type: 'object', properties: { invoice_number: { type: 'string' } } };
const CONFIGURATION = { product_type: 'extract_v2', data_schema: DATA_SCHEMA };

/** One of everything that can be named, by the kind of thing. */
type Owned = Readonly<Record<Thing, string>>;
type Thing =
  | 'document'
  | 'extraction'
  | 'job'
  | 'schema'
  | 'field'
  | 'source'
  | 'webhook'
  | 'agent'
  | 'agent name'
  | 'project'
  | 'configuration'
  | 'webhook config';

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

/** Things that are named in a body or a query, with the id in its place. The caller's own ones answer differently. */
const REFERENCES: readonly (readonly [DialectName, string, Thing, string, ((id: string, own: Owned) => Call)?])[] = [
  ['talonic', 'POST', 'schema', '/v1/jobs', (id, own) => ({ json: { schema_id: id, document_ids: [own.document] } })],
  ['talonic', 'POST', 'document', '/v1/jobs', (id, own) => ({ json: { schema_id: own.schema, document_ids: [id] } })],
  ['talonic', 'POST', 'document', '/v1/extract', (id) => ({ json: { document_id: id, schema: INVOICE_SCHEMA } })],
  ['talonic', 'POST', 'schema', '/v1/extract', (id, own) => ({ json: { document_id: own.document, schema_id: id } })],
  ['talonic', 'GET', 'document', '/v1/extractions?document_id=:id'],
  ['talonic', 'GET', 'schema', '/v1/extractions?schema_id=:id'],
  ['talonic', 'GET', 'source', '/v1/documents?source_id=:id'],
  ['talonic', 'POST', 'source', '/v1/documents/filter', (id) => ({ json: { conditions: [], source_id: id } })],
  [
    'talonic',
    'POST',
    'field',
    '/v1/documents/filter',
    (id) => ({ json: { conditions: [{ fieldId: id, operator: 'is_not_empty' }] } }),
  ],
  ['retab', 'GET', 'job', '/v1/jobs?id=:id'],
  ['retab', 'GET', 'job', '/v1/jobs?after=:id'],
  ['retab', 'GET', 'job', '/v1/jobs?before=:id'],
  [
    'retab',
    'POST',
    'document',
    '/v1/jobs',
    (id) => ({
      json: {
        endpoint: '/v1/documents/extract',
        request: {
          document: { id, filename: 'a.txt', mime_type: 'text/plain' },
          json_schema: DATA_SCHEMA,
          model: 'retab-small',
        },
      },
    }),
  ],
  ['llamacloud', 'GET', 'agent', '/api/v1/extraction/jobs?extraction_agent_id=:id'],
  ['llamacloud', 'GET', 'agent', '/api/v1/extraction/runs?extraction_agent_id=:id'],
  ['llamacloud', 'GET', 'agent', '/api/v1/extraction/runs/latest-from-ui?extraction_agent_id=:id'],
  [
    'llamacloud',
    'POST',
    'agent',
    '/api/v1/extraction/jobs',
    (id, own) => ({ json: { extraction_agent_id: id, file_id: own.document } }),
  ],
  [
    'llamacloud',
    'POST',
    'document',
    '/api/v1/extraction/jobs',
    (id, own) => ({ json: { extraction_agent_id: own.agent, file_id: id } }),
  ],
  [
    'llamacloud',
    'POST',
    'document',
    '/api/v1/extraction/jobs/batch',
    (id, own) => ({ json: { extraction_agent_id: own.agent, file_ids: [own.document, id] } }),
  ],
  [
    'llamacloud',
    'POST',
    'document',
    '/api/v1/extraction/run',
    (id) => ({ json: { data_schema: DATA_SCHEMA, config: {}, file_id: id } }),
  ],
  [
    'llamacloud',
    'POST',
    'document',
    '/api/v2/extract',
    (id) => ({ json: { file_input: id, configuration: { data_schema: DATA_SCHEMA } } }),
  ],
  [
    'llamacloud',
    'POST',
    'configuration',
    '/api/v2/extract',
    (id, own) => ({ json: { file_input: own.document, configuration_id: id } }),
  ],
  [
    'llamacloud',
    'POST',
    'webhook config',
    '/api/v2/extract',
    (id, own) => ({
      json: { file_input: own.document, configuration_id: own.configuration, webhook_configuration_ids: [id] },
    }),
  ],
  ['llamacloud', 'GET', 'configuration', '/api/v2/extract?configuration_id=:id'],
  ['llamacloud', 'GET', 'job', '/api/v2/extract?job_ids=:id'],
  ['llamacloud', 'GET', 'document', '/api/v2/extract?file_input=:id'],
  ['llamacloud', 'GET', 'document', '/api/v1/beta/files?file_ids=:id'],
  ['llamacloud', 'GET', 'project', '/api/v1/beta/files?project_id=:id'],
];

const ask = <Body>(name: DialectName, account: Account, method: string, path: string, call: Call = {}) => {
  const headers = { ...EACH_DIALECT[name].keyHeaders(account.key), ...call.headers };
  return account.call<Body>(method, `/${name}${path}`, { ...call, headers });
};

async function made<Body>(...[name, account, method, path, call]: Parameters<typeof ask>): Promise<Body> {
  const { status, body } = await ask<Body>(name, account, method, path, call);
  if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

type Named = { readonly id: string };

async function ownerOfEverything(): Promise<{ readonly account: Account; readonly owned: Owned }> {
  const account = await newAccount();
  const post = (name: DialectName, path: string, json: unknown) => made<Named>(name, account, 'POST', path, { json });
  const schema = await post('talonic', '/v1/schemas', { name: 'A', definition: INVOICE_SCHEMA });
  const form = formWith(invoiceText(1));
  form.set('schema_id', schema.id);
  const extracted = await made<{ extraction_id: string; job_id: string; document: Named }>(
    'talonic',
    account,
    'POST',
    '/v1/extract',
    { form },
  );
  const source = await post('talonic', '/v1/sources', { name: 'Mailroom' });
  const webhook = await post('talonic', '/v1/webhooks', { url: 'https://hooks.test/a', events: null });
  const agentName = `Agent of ${account.id}`;
  const agents = '/api/v1/extraction/extraction-agents';
  const agent = await post('llamacloud', agents, { name: agentName, data_schema: DATA_SCHEMA, config: {} });
  const configurations = '/api/v1/beta/configurations';
  const configuration = await post('llamacloud', configurations, { name: 'C', parameters: CONFIGURATION });
  const webhookConfig = await post('llamacloud', '/api/v1/beta/webhook-configs', {
    webhook_url: 'https://hooks.test/a',
  });
  const [project] = await made<Named[]>('llamacloud', account, 'GET', '/api/v1/projects');
  // So that every list which names one of them has something to show.
  const [file_id, extraction_agent_id] = [extracted.document.id, agent.id];
  await made('talonic', account, 'POST', `/v1/sources/${source.id}/documents`, { form: formWith(invoiceText(2)) });
  await post('llamacloud', '/api/v1/extraction/jobs?from_ui=true', { extraction_agent_id, file_id });
  await post('llamacloud', '/api/v2/extract', { file_input: file_id, configuration_id: configuration.id });
  const field = await vi.waitUntil(
    async () => (await made<{ data: Named[] }>('talonic', account, 'GET', '/v1/fields')).data[0],
    { timeout: 10_000 },
  );
  return {
    account,
    owned: {
      document: extracted.document.id,
      extraction: extracted.extraction_id,
      job: extracted.job_id,
      schema: schema.id,
      field: field.id,
      source: source.id,
      webhook: webhook.id,
      agent: agent.id,
      'agent name': agentName,
      project: project?.id ?? '',
      configuration: configuration.id,
      'webhook config': webhookConfig.id,
    },
  };
}

/** An answer without what is different every time: the id itself, the request's id and the time. */
function plain({ status, headers, body }: Answer<unknown>, id: string): string {
  const text = JSON.stringify(body)
    .replaceAll(id, ':id')
    .replaceAll(readId(id) ?? id, ':id')
    .replaceAll(encodeURIComponent(id), ':id')
    .replaceAll(headers.get('x-request-id') ?? '', ':request')
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/, '":time"');
  return `${status} ${text}`;
}

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

test.each(DIALECT_NAMES)(
  '%s: a thing of another account named in a body or a query is as unknown as one that is not there',
  async (name) => {
    const [{ owned }, { account: stranger, owned: own }] = [await ownerOfEverything(), await ownerOfEverything()];
    for (const [, method, thing, path, callOf] of REFERENCES.filter(([dialect]) => dialect === name)) {
      const answer = async (id: string) =>
        plain(await ask(name, stranger, method, path.replace(':id', id), callOf?.(id, own)), id);
      const theirs = await answer(owned[thing]);
      expect([method, path, theirs]).toEqual([method, path, await answer(UNKNOWN_ID)]);
      expect([method, path, theirs]).not.toEqual([method, path, await answer(own[thing])]);
    }
  },
);
