/** https://docs.retab.com (Jobs) — what the official SDKs' own tests ask of the server, for every generation of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encryptedPdf, invoiceNumber, invoicePdf, invoiceText, mimeData, type Upload } from '../support/documents';
import { parseAs, readAs } from '../support/read-as';
import { RETAB_LANGUAGES, type RetabUser } from '../support/retab-users';
import { type Server, startServer } from '../support/server';
import * as wire from '../wire/retab';

const EXTRACT = '/v1/documents/extract';
const INVOICE = {
  type: 'object',
  properties: { invoice_number: { type: 'string' }, total_gross: { type: 'number' } },
  required: ['invoice_number', 'total_gross'],
};

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.remove());

const extractOf = (upload: Upload) => ({ document: mimeData(upload), json_schema: INVOICE, model: 'retab-micro' });

describe.each(RETAB_LANGUAGES)('Retab for $language, in every generation,', ({ language: name, open }) => {
  let sdk: RetabUser;
  beforeAll(() => {
    sdk = open(server);
  });

  const create = async (upload: Upload, metadata?: Record<string, string>) =>
    sdk.job(await sdk.create({ endpoint: EXTRACT, request: extractOf(upload), ...(metadata && { metadata }) }));

  it('creates an extract job, waits for it and reads its response', async () => {
    const created = await create(invoiceText(2));
    expect(['queued', 'validating']).toContain(created.status);
    expect([created.object, created.endpoint]).toEqual(['job', EXTRACT]);
    const { status, response, request } = await sdk.waitForCompletion(created.id);
    expect({ status, code: response?.status_code, request }).toEqual({ status: 'completed', code: 200, request: null });
    const { choices, likelihoods, usage } = parseAs(wire.Completion, response?.body);
    expect(choices.map(({ message }) => message.parsed)).toEqual([
      { invoice_number: invoiceNumber(2), total_gross: 119 },
    ]);
    expect(Object.keys(likelihoods)).toEqual(['invoice_number', 'total_gross']);
    expect(usage.page_count).toBe(1);
  });

  it('shows the request and the response only when asked for', async () => {
    const request = extractOf(invoiceText(3));
    const { id } = sdk.job(await sdk.create({ endpoint: EXTRACT, request }));
    await sdk.waitForCompletion(id);
    const light = sdk.job(await sdk.retrieve(id));
    expect([light.request, light.response]).toEqual([null, null]);
    const full = sdk.job(await sdk.retrieve(id, true, true));
    expect(full.request).toEqual(request);
    expect(full.response?.status_code).toBe(200);
  });

  it('gives the metadata back on create, on retrieve and in lists filtered by it', async () => {
    const metadata = { customer: `Nordlicht, "${name}"`, batch: 'b 7' };
    const { id, metadata: created } = await create(invoiceText(4), metadata);
    expect(created).toEqual(metadata);
    expect(sdk.job(await sdk.retrieve(id)).metadata).toEqual(metadata);
    expect(sdk.jobs(await sdk.list({ metadata })).map((one) => one.id)).toEqual([id]);
    expect(sdk.jobs(await sdk.list({ metadata: { ...metadata, batch: 'b7' } }))).toEqual([]);
  });

  it('lists by endpoint, status, kind of document and name, page after page', async () => {
    const mark = { kind: `csv ${name}` };
    const rows = {
      filename: `rows ${name}.csv`,
      mediaType: 'text/csv',
      bytes: new Uint8Array(new TextEncoder().encode('a,b\n1,2\n')),
    };
    const ids: string[] = [];
    for (const upload of [rows, invoiceText(5), rows]) {
      const { id } = await create(upload, mark);
      await sdk.waitForCompletion(id);
      ids.unshift(id);
    }
    const found = async (filters: Parameters<RetabUser['list']>[0]) =>
      sdk.jobs(await sdk.list({ metadata: mark, ...filters })).map(({ id }) => id);
    expect(await found({ endpoint: EXTRACT, status: 'completed' })).toEqual(ids);
    expect(await found({ status: 'failed' })).toEqual([]);
    expect(await found({ document_type: ['csv', 'pdf'] })).toEqual([ids[0], ids[2]]);
    expect(await found({ filename_contains: 'oice-5' })).toEqual([ids[1]]);
    expect(await found({ filename_regex: `^rows (${name}|nothing)` })).toEqual([ids[0], ids[2]]);
    expect(await found({ order: 'asc' })).toEqual([...ids].reverse());
    expect(await found({ limit: 1 })).toEqual([ids[0]]);
    expect(await found({ limit: 1, after: ids[0] })).toEqual([ids[1]]);
    expect(await found({ limit: 1, before: ids[2] })).toEqual([ids[1]]);
  });

  it('cancels a job right after it was created, and runs it again', async () => {
    const { id } = await create(await invoicePdf(6, 2));
    const cancelled = sdk.job(await sdk.cancel(id));
    expect(cancelled).toMatchObject({ id, status: 'cancelled' });
    expect(cancelled.completed_at).toEqual(expect.any(Number));
    const again = sdk.job(await sdk.retry(id));
    expect(again).toMatchObject({ id, status: 'queued', error: null });
    expect((await sdk.waitForCompletion(id)).status).toBe('completed');
    readAs(await sdk.cancel(id), 400, wire.Problem);
    readAs(await sdk.retry(id), 400, wire.Problem);
  });

  it('is told why a job failed', async () => {
    const { id } = await create(encryptedPdf());
    const { status, error, response } = await sdk.waitForCompletion(id);
    expect({ status, response }).toEqual({ status: 'failed', response: null });
    expect(error?.message).toMatch(/encrypted|password/i);
  });

  it('is refused a job of an unknown endpoint, or without a document or a schema', async () => {
    const { document, json_schema, model } = extractOf(invoiceText(7));
    const refused = [
      { endpoint: '/v1/nothing', request: { document, json_schema, model } },
      { endpoint: EXTRACT, request: { json_schema, model } },
      { endpoint: EXTRACT, request: { document, model } },
    ];
    for (const asked of refused) readAs(await sdk.create(asked), 422, wire.Problem);
  });

  it('extracts at once', async () => {
    const { choices, model } = readAs(await sdk.extract(extractOf(invoiceText(8))), 200, wire.Completion);
    expect(choices[0]?.message.parsed).toEqual({ invoice_number: invoiceNumber(8), total_gross: 119 });
    expect(model).toBe('retab-micro');
  });

  it('works under a path prefix, and knows the models', async () => {
    const prefixed = open({ ...server, url: `${server.url}/retab` });
    expect(sdk.jobs(await prefixed.list({ limit: 1 }))).toHaveLength(1);
    const { data } = readAs(await prefixed.models(), 200, wire.Models);
    expect(data.map(({ id }) => id)).toContain('retab-small');
  });

  it('is told what it asked wrongly', async () => {
    const unknown = `job_${'a'.repeat(21)}`;
    expect(readAs(await sdk.retrieve(unknown), 404, wire.Problem).detail.code).toBe('not_found');
    readAs(await sdk.list({ limit: 101 }), 422, wire.Problem);
    readAs(await sdk.list({ limit: 21, include_response: true }), 422, wire.Problem);
    expect(readAs(await open({ ...server, key: 'nobody' }).list(), 401, wire.Problem).detail.code).toBe('unauthorized');
  });
});

describe('Retab as its older clients call it', () => {
  it.each(['extract', 'extractions'])('streams what documents/%s finds, an object a line', async (path) => {
    const headers = { 'api-key': server.key, 'content-type': 'application/json' };
    const body = JSON.stringify({ ...extractOf(invoiceText(9)), stream: true });
    const response = await fetch(`${server.url}/v1/documents/${path}`, { method: 'POST', headers, body });
    expect(response.headers.get('content-type')).toBe('application/stream+json');
    const lines = (await response.text()).trimEnd().split('\n');
    const chunks = lines.map((line) => parseAs(wire.Chunk, JSON.parse(line)));
    const found = chunks.map(({ choices }) => choices[0]?.delta.flat_parsed);
    expect(Object.assign({}, ...found)).toEqual({ invoice_number: invoiceNumber(9), total_gross: 119 });
  });

  it('knows the models under the path of a base without a version', async () => {
    const response = await fetch(`${server.url}/v1/models`, { headers: { 'api-key': server.key } });
    parseAs(wire.Models, await response.json());
  });
});
