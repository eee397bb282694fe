import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { columnsOf, valueAt } from '../../src/dashboard/app/columns.js';
import { percent } from '../../src/dashboard/app/format.js';
import { finishedPerPhase } from '../../src/dashboard/app/phases.js';
import { schemaFields } from '../../src/dashboard/app/schema-fields.js';
import { ERRORS } from '../../src/dashboard/docs/errors.js';
import { EVENTS } from '../../src/dashboard/docs/events.js';
import { GROUPS } from '../../src/dashboard/docs/reference.js';
import { AuditList } from '../../src/http/talonic/audit-wire';
import { Balance, CreditUsage, Pricing, Usage } from '../../src/http/talonic/credit-wire';
import { DeliveryDetail, DeliveryList, Replaying, Sending, SigningSecret } from '../../src/http/talonic/delivery-wire';
import { Document, DocumentList, DocumentMarkdown, ReExtracting } from '../../src/http/talonic/document-wire';
import { TALONIC_ERROR } from '../../src/http/talonic/errors';
import { Extracted } from '../../src/http/talonic/extract-wire';
import { Extraction, ExtractionList } from '../../src/http/talonic/extraction-wire';
import { FieldDetail, FieldList, SimilarFields } from '../../src/http/talonic/field-wire';
import { FilterResult } from '../../src/http/talonic/filter-wire';
import { CreatedJob, Job, JobList, JobResults } from '../../src/http/talonic/job-wire';
import { Key, KeyList, NewKey } from '../../src/http/talonic/key-wire';
import { talonicApp } from '../../src/http/talonic/routes';
import { Schema, SchemaList } from '../../src/http/talonic/schema-wire';
import { SearchHits } from '../../src/http/talonic/search-wire';
import { Source, SourceDocument, SourceList } from '../../src/http/talonic/source-wire';
import { UploadSession } from '../../src/http/talonic/upload-wire';
import { Webhook, WebhookList } from '../../src/http/talonic/webhook-wire';
import { Deleted } from '../../src/http/talonic/wire';
import { invoiceText } from '../support/documents';
import { allEvents, createInvoiceSchema, createJob, untilEnded, uploadAll } from '../support/jobs';
import { type Server, startServer } from '../support/server';

interface Linked {
  readonly id: string;
  readonly links: { readonly dashboard: string };
}

const FOLDER = join(root, 'src', 'dashboard');
const NO_SUCH_PATH = /^There is no /;
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
const CONTENT_TYPES = new Map([
  ['.html', 'text/html'],
  ['.css', 'text/css'],
  ['.js', 'text/javascript'],
  ['.png', 'image/png'],
]);

const ROUTES = GROUPS.flatMap((group) => group.routes);

let server: Server;
let documentId: string;
let schemaId: string;
let jobId: string;
beforeAll(async () => {
  server = await startServer();
  [documentId = ''] = await uploadAll(server.client, [invoiceText(1)]);
  schemaId = await createInvoiceSchema(server.client);
  jobId = await createJob(server.client, 'dashboard', schemaId, [documentId]);
  await untilEnded(server.client, jobId);
});
afterAll(() => server?.remove());

/** As a browser opens an address: without a key. */
async function open(address: string): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(new URL(address, server.url));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Every file that is served, by its path below the folder; the two files that configure the serving are not. */
async function servedFiles(): Promise<string[]> {
  const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('_'))
    .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)));
}

describe('The dashboard', () => {
  it.each([
    ['/', 'dashboard-page.js'],
    ['/docs', 'docs-page.js'],
    [`/jobs/${UNKNOWN_ID}`, 'job-page.js'],
    [`/documents/${UNKNOWN_ID}`, 'document-page.js'],
    [`/schemas/${UNKNOWN_ID}`, 'schema-page.js'],
  ])('answers %s without a key, as HTML that may load nothing from elsewhere', async (path, script) => {
    const { status, headers, text } = await open(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(text).toContain(script);
  });

  it('serves every file with the type its name says', async () => {
    const files = await servedFiles();
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      const { status, headers } = await open(`/${file}`);
      const type = headers.get('content-type')?.split(';')[0];
      expect([file, status, type]).toEqual([file, 200, CONTENT_TYPES.get(extname(file))]);
    }
  });

  it('refers to no other host', async () => {
    for (const file of await servedFiles()) {
      if (extname(file) === '.png') continue;
      const text = await readFile(join(FOLDER, file), 'utf8');
      expect([file, /\b(?:https?|wss?):|["'`(=]\s*\/\/[\w[]/i.exec(text)?.[0]]).toEqual([file, undefined]);
    }
  });

  it('refers to no file that is not there', async () => {
    const files = new Set(await servedFiles());
    for (const file of files) {
      if (!/\.(html|js)$/.test(file)) continue;
      const text = await readFile(join(FOLDER, file), 'utf8');
      const references = text.matchAll(/(?:\bsrc="|<link [^>]*href="|\bfrom ')([^"']+)/g);
      for (const [, reference = ''] of references) {
        const target = new URL(reference, `file:///${file}`).pathname.slice(1);
        expect([file, reference, files.has(target)]).toEqual([file, reference, true]);
      }
    }
  });

  it('never makes markup of data', async () => {
    for (const file of await servedFiles()) {
      if (extname(file) !== '.js') continue;
      const text = await readFile(join(FOLDER, file), 'utf8');
      expect([file, /innerHTML|outerHTML|insertAdjacentHTML|document\.write/.exec(text)?.[0]]).toEqual([
        file,
        undefined,
      ]);
    }
  });

  it.each([
    ['a job', () => `/v1/jobs/${jobId}`, 'job-page.js', () => `/jobs/${jobId}`],
    ['a document', () => `/v1/documents/${documentId}`, 'document-page.js', () => `/documents/${documentId}`],
    ['a schema', () => `/v1/schemas/${schemaId}`, 'schema-page.js', () => `/schemas/${schemaId}`],
  ])('has a page where links.dashboard of %s points', async (_thing, path, script, page) => {
    const { links } = await server.client.ok<Linked>('GET', path());
    expect(links.dashboard).toBe(`${server.url}${page()}`);
    expect((await open(links.dashboard)).text).toContain(script);
  });

  it('shows an extraction in the grid of its job', async () => {
    const { data } = await server.client.ok<{ data: Linked[] }>('GET', `/v1/documents/${documentId}/extractions`);
    const { links } = await server.client.ok<Linked>('GET', `/v1/extractions/${data[0]?.id}`);
    expect(links.dashboard).toBe(`${server.url}/jobs/${jobId}`);
  });
});

describe('The grid', () => {
  const rows: Record<string, unknown>[] = [
    { number: 'A', seller: null, lines: [] },
    { number: 'B', seller: { name: 'C', 'vat.id': 1 }, lines: [{ amount: 1 }], constructor: null },
  ];

  it('has a column for each field, nested ones under dotted keys, a list as one', () => {
    expect(columnsOf(rows)).toEqual(['number', 'lines', 'seller.name', 'seller.vat.id', 'constructor']);
  });

  it('finds the value of each column, and nothing where there is none', () => {
    const values = rows.map((row) => columnsOf(rows).map((key) => valueAt(row, key)));
    expect(values).toEqual([
      ['A', [], null, null, null],
      ['B', [{ amount: 1 }], 'C', 1, null],
    ]);
  });

  it('counts a document in every phase it has finished', () => {
    const documents = new Map([
      [0, { status: 'complete', phase: 'phase_4_reread' }],
      [1, { status: 'partial', phase: 'phase_2_execute' }],
      [2, { status: 'partial', phase: null }],
      [3, { status: 'failed', phase: 'phase_1_resolve' }],
    ]);
    expect(finishedPerPhase(documents)).toEqual([3, 2, 1, 1]);
  });

  it('never rounds a doubt away', () => {
    expect([0, 0.004, 0.686, 0.999, 1, null].map(percent)).toEqual(['0%', '0%', '69%', '99%', '100%', '']);
  });

  it('tells the fields of a schema in their order, parts after their whole', () => {
    const amount = { type: 'number', description: 'Price' };
    const lines = { type: 'array', items: { type: 'object', properties: { amount } } };
    expect(schemaFields({ properties: { due: { type: 'string', format: 'date' }, lines }, required: ['due'] })).toEqual(
      [
        { key: 'due', type: 'string, date', required: true, description: '' },
        { key: 'lines', type: 'list of object', required: false, description: '' },
        { key: 'lines[].amount', type: 'number', required: false, description: 'Price' },
      ],
    );
  });
});

describe('The API reference', () => {
  it('has every route of the router, and no other', () => {
    const described = ROUTES.map(({ method, path }) => `${method} ${path}`).filter((route) => route.includes(' /v1/'));
    const there = talonicApp.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect(described.sort()).toEqual([...new Set(there)].sort());
  });

  it.each(ROUTES.map(({ method, path }) => ({ method, path })))(
    'is right that there is $method $path',
    async (route) => {
      const path = route.path.replace(':id', UNKNOWN_ID);
      const { status, body } = await server.client.call<{ message?: string }>(route.method, path);
      expect(status).toBeLessThan(500);
      expect(body.message ?? '').not.toMatch(NO_SUCH_PATH);
    },
  );

  it('would see a route that is not there', async () => {
    const { status, body } = await server.client.call<{ message: string }>('GET', '/v1/nothing');
    expect([status, NO_SUCH_PATH.test(body.message)]).toEqual([404, true]);
  });

  it.each([
    ['POST /v1/extract', Extracted],
    ['POST /v1/documents', Document],
    ['GET /v1/documents', DocumentList],
    ['GET /v1/documents/:id', Document],
    ['GET /v1/documents/:id/markdown', DocumentMarkdown],
    ['POST /v1/documents/:id/re-extract', ReExtracting],
    ['DELETE /v1/documents/:id', Deleted],
    ['POST /v1/schemas', Schema],
    ['GET /v1/schemas', SchemaList],
    ['PUT /v1/schemas/:id', Schema],
    ['POST /v1/jobs', CreatedJob],
    ['GET /v1/jobs', JobList],
    ['GET /v1/jobs/:id', Job],
    ['GET /v1/jobs/:id/results', JobResults],
    ['GET /v1/extractions', ExtractionList],
    ['GET /v1/extractions/:id', Extraction],
    ['POST /v1/documents/filter', FilterResult],
    ['POST /v1/documents/upload-session', UploadSession],
    ['POST /v1/upload/:token', Document],
    ['GET /v1/fields', FieldList],
    ['GET /v1/fields/:id', FieldDetail],
    ['GET /v1/fields/:id/similar', SimilarFields],
    ['GET /v1/search', SearchHits],
    ['POST /v1/sources', Source],
    ['GET /v1/sources', SourceList],
    ['POST /v1/sources/:id/documents', SourceDocument],
    ['POST /v1/webhooks', Webhook],
    ['GET /v1/webhooks', WebhookList],
    ['POST /v1/webhooks/:id/test', Sending],
    ['GET /v1/webhooks/:id/deliveries', DeliveryList],
    ['POST /v1/webhooks/:id/replay', Replaying],
    ['GET /v1/webhooks/signing-secret', SigningSecret],
    ['GET /v1/webhook-deliveries', DeliveryList],
    ['GET /v1/webhook-deliveries/:id', DeliveryDetail],
    ['POST /v1/webhook-deliveries/:id/redeliver', Sending],
    ['POST /v1/keys', NewKey],
    ['GET /v1/keys', KeyList],
    ['GET /v1/keys/:id', Key],
    ['DELETE /v1/keys/:id', Key],
    ['POST /v1/keys/:id/rotate', NewKey],
    ['GET /v1/audit', AuditList],
    ['GET /v1/credits/balance', Balance],
    ['GET /v1/usage', Usage],
    ['GET /v1/usage/credits', CreditUsage],
    ['GET /v1/pricing', Pricing],
  ])('answers %s in its example as the server does', (name, wire) => {
    const route = ROUTES.find(({ method, path }) => `${method} ${path}` === name);
    expect(wire.strict().safeParse(route?.answer).error).toBeUndefined();
  });

  it('shows commands that name no host but the one of the page', () => {
    expect(ROUTES.filter(({ curl }) => !curl.startsWith("curl -s '{origin}/"))).toEqual([]);
  });

  it('lists every error code with its statuses', () => {
    const statuses = new Map<string, Set<number>>();
    for (const { code, statusCode } of Object.values(TALONIC_ERROR)) {
      statuses.set(code, (statuses.get(code) ?? new Set<number>()).add(statusCode));
    }
    statuses.set('insufficient_scope', new Set([TALONIC_ERROR.forbidden.statusCode]));
    const there = [...statuses].map(([code, known]) => [code, [...known].sort().join(', ')]);
    expect(ERRORS.map(([code, known]) => [code, known]).sort()).toEqual(there.sort());
  });

  it('names the data of every event as it is sent', async () => {
    const described = new Map(EVENTS.map(([name = '', data = '']) => [name, data.split(', ').sort()]));
    const events = await allEvents(server.client, jobId);
    expect(new Set(events.map(({ event }) => event))).toEqual(new Set(described.keys()));
    for (const { event, data } of events) {
      expect([event, Object.keys(data).sort()]).toEqual([event, ['at', ...(described.get(event) ?? [])].sort()]);
    }
  });
});
