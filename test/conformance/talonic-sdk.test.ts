/** https://talonic.com/docs/api — every method of the vendor's two SDKs, as those send them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/client';
import { invoiceNumber, invoiceText, type Upload } from '../support/documents';
import { readAs } from '../support/read-as';
import { type Server, startServer } from '../support/server';
import { type TalonicSdk, talonicNode, talonicPython } from '../support/talonic-sdk';
import { tapWire, type WireTap } from '../support/wire-tap';
import * as wire from '../wire/talonic';

/** Without `required`: the SDKs add it. */
const INVOICE = {
  type: 'object',
  properties: {
    invoice_number: { type: 'string' },
    due_date: { type: 'string', format: 'date' },
    total_gross: { type: 'number' },
  },
};

let server: Server;
let tap: WireTap;
beforeAll(async () => {
  server = await startServer();
  tap = tapWire();
});
afterAll(() => server?.remove());

const SDKS = [
  { name: 'Node 0.1.24', first: 100, open: (): TalonicSdk => talonicNode(tap, `${server.url}/`, server.key) },
  { name: 'Python 0.1.0', first: 200, open: (): TalonicSdk => talonicPython(server.url, server.key) },
  {
    name: 'Node 0.1.24 under a path prefix',
    first: 300,
    open: (): TalonicSdk => talonicNode(tap, `${server.url}/talonic`, server.key),
  },
];

describe.each(SDKS)('The Talonic SDK for $name', ({ name, first, open }) => {
  let sdk: TalonicSdk;
  let next = first;
  beforeAll(() => {
    sdk = open();
  });

  const freshInvoice = (): Upload => invoiceText(next++);
  const extract = async (upload: Upload) =>
    readAs(await sdk.extractFile(upload, { schema: INVOICE }), 200, wire.Extracted);
  const createSchema = async () =>
    readAs(await sdk.send('POST', '/v1/schemas', { name: 'Invoice', definition: INVOICE }), 201, wire.Schema);

  it('extracts a file by a schema of its own', async () => {
    const index = next;
    const answer = await sdk.extractFile(freshInvoice(), { schema: INVOICE, include_markdown: true });
    const { data, markdown, confidence, schema } = readAs(answer, 200, wire.Extracted);
    expect(data).toEqual({ invoice_number: invoiceNumber(index), due_date: '2026-09-30', total_gross: 119 });
    expect(markdown).toContain(invoiceNumber(index));
    expect(answer.headers.get('x-talonic-cost-credits')).toBe('0');
    expect(Object.keys(confidence.fields).sort()).toEqual(['due_date', 'invoice_number', 'total_gross']);
    expect(schema.definition).toMatchObject({ required: ['invoice_number', 'due_date', 'total_gross'] });
  });

  it('extracts without a schema what a document shows', async () => {
    const index = next;
    const { data, schema } = readAs(await sdk.extractFile(freshInvoice(), {}), 200, wire.Extracted);
    expect(data).toMatchObject({ invoice_number: invoiceNumber(index), total_gross: 119 });
    expect([schema.source, schema.id, schema.definition?.properties]).toEqual([
      'auto',
      null,
      expect.objectContaining({ invoice_number: expect.objectContaining({ type: 'string' }) }),
    ]);
  });

  it('extracts a stored document by a saved schema', async () => {
    const { document, data } = await extract(freshInvoice());
    const { id } = await createSchema();
    const again = readAs(await sdk.extractDocument(document.id, { schema_id: id }), 200, wire.Extracted);
    expect([again.document.id, again.schema.id, again.data]).toEqual([document.id, id, data]);
  });

  it('is handed a job on options.async alone', async () => {
    const parts = { schema: INVOICE, options: { async: true, format: 'json', strict: true } };
    const { job } = readAs(await sdk.extractFile(freshInvoice(), parts), 202, wire.Extracting);
    readAs(await sdk.get(job.poll_url.replace('/talonic', '')), 200, wire.Job);
  });

  it('creates, lists, reads, changes and deletes schemas', async () => {
    const { id, short_id, version } = await createSchema();
    const listed = readAs(await sdk.get('/v1/schemas'), 200, wire.SchemaList);
    expect(listed.data.map((schema) => schema.id)).toContain(id);
    expect(listed.pagination.has_more).toBe(false);
    expect(readAs(await sdk.get(`/v1/schemas/${short_id}`), 200, wire.Schema).id).toBe(id);
    const changed = await sdk.send('PUT', `/v1/schemas/${id}`, { description: 'Bills we pay' });
    expect(readAs(changed, 200, wire.Schema)).toMatchObject({ version: version + 1, description: 'Bills we pay' });
    expect(readAs(await sdk.send('DELETE', `/v1/schemas/${id}`), 200, wire.Deleted)).toEqual({ deleted: true, id });
    readAs(await sdk.get(`/v1/schemas/${id}`), 404, wire.Problem);
  });

  it('runs a job, follows it as the guide does and reads its results', async () => {
    const index = next;
    const { document } = await extract(freshInvoice());
    const { id: schemaId } = await createSchema();
    const asked = { schema_id: schemaId, document_ids: [document.id], name: `by ${name}` };
    const { id } = readAs(await sdk.send('POST', '/v1/jobs', asked), 201, wire.CreatedJob);
    let job = readAs(await sdk.get(`/v1/jobs/${id}`), 200, wire.Job);
    while (job.status === 'queued' || job.status === 'processing') {
      job = readAs(await sdk.get(`/v1/jobs/${id}`, { wait: 5 }), 200, wire.Job);
    }
    expect(job).toMatchObject({ status: 'complete', name: `by ${name}`, total_documents: 1, failed_documents: 0 });
    const results = readAs(await sdk.get(`/v1/jobs/${id}/results`), 200, wire.JobResults);
    expect(
      results.data.map(({ document_id, document_filename, values }) => [document_id, document_filename, values]),
    ).toEqual([
      [
        document.id,
        `invoice-${index}.txt`,
        { invoice_number: invoiceNumber(index), due_date: '2026-09-30', total_gross: 119 },
      ],
    ]);

    const listed = readAs(await sdk.get('/v1/jobs', { status: 'completed', page: 1, per_page: 5 }), 200, wire.JobList);
    expect(listed.data[0]?.id).toBe(id);
    const refused = readAs(await sdk.send('POST', `/v1/jobs/${id}/cancel`), 409, wire.Problem);
    expect(refused.retryable).toBe(false);
  });

  it('lists, reads, extracts again and deletes documents', async () => {
    const index = next;
    const { document, extraction_id } = await extract(freshInvoice());
    const query = { status: 'completed', search: `invoice-${index}`, after: '2020-01-01T00:00:00Z', per_page: 5 };
    const listed = readAs(await sdk.get('/v1/documents', query), 200, wire.DocumentList);
    expect(listed.data.map(({ id }) => id)).toEqual([document.id]);
    const read = readAs(await sdk.get(`/v1/documents/${document.id}`), 200, wire.Document);
    expect(read.latest_extraction_id).toBe(extraction_id);
    const { markdown } = readAs(await sdk.get(`/v1/documents/${document.id}/markdown`), 200, wire.DocumentMarkdown);
    expect(markdown).toContain(invoiceNumber(index));
    const body = name.startsWith('Python') ? {} : undefined;
    readAs(await sdk.send('POST', `/v1/documents/${document.id}/re-extract`, body), 200, wire.ReExtracting);
    const gone = readAs(await sdk.send('DELETE', `/v1/documents/${document.id}`), 200, wire.Deleted);
    expect(gone).toEqual({ deleted: true, id: document.id });
    readAs(await sdk.get(`/v1/documents/${document.id}`), 404, wire.Problem);
  });

  it('lists, reads, exports and corrects extractions', async () => {
    const { document, extraction_id } = await extract(freshInvoice());
    const listed = readAs(
      await sdk.get('/v1/extractions', { document_id: document.id, status: 'complete', limit: 5 }),
      200,
      wire.ExtractionList,
    );
    expect(listed.data.map(({ id }) => id)).toEqual([extraction_id]);
    const path = `/v1/extractions/${extraction_id}`;
    const { data } = readAs(await sdk.get(path), 200, wire.Extraction);
    expect((await sdk.get(`${path}/data`)).body).toEqual(data);
    if (!name.startsWith('Python')) {
      const csv = await sdk.get(`${path}/data`, { format: 'csv' });
      expect([csv.headers.get('content-type'), csv.body]).toEqual([
        expect.stringContaining('text/csv'),
        expect.stringContaining('invoice_number'),
      ]);
    }
    const corrections = [{ field: 'total_gross', value: 120, reason: 'read from the paper' }];
    const corrected = await sdk.send('PATCH', `${path}/data`, { corrections, propagate: 'this_document_only' });
    expect(readAs(corrected, 200, wire.Extraction)).toMatchObject({
      data: { ...data, total_gross: 120 },
      locked_fields: ['total_gross'],
      confidence: { fields: { total_gross: 1 } },
    });
  });

  it('tells what is left of the allowance in three integers', async () => {
    const { headers } = await sdk.get('/v1/jobs');
    const told = ['limit', 'remaining', 'reset'].map((word) => headers.get(`x-ratelimit-${word}`) ?? '');
    expect(told).toEqual(told.map(() => expect.stringMatching(/^\d+$/)));
    const secondsLeft = Number(told[2]) - Date.now() / 1000;
    expect(secondsLeft).toBeGreaterThan(-1);
    expect(secondsLeft).toBeLessThanOrEqual(60);
  });

  it('reads the code, the message and the request id of a refusal', async () => {
    const refusals: [Answer<unknown>, number, string][] = [
      [await sdk.get('/v1/jobs/a%2Fb'), 400, 'VALIDATION_ERROR'],
      [await sdk.get('/v1/documents/00000000-0000-4000-8000-000000000000'), 404, 'RESOURCE_NOT_FOUND'],
      [await sdk.send('POST', '/v1/jobs', {}), 400, 'VALIDATION_ERROR'],
    ];
    for (const [answer, status, code] of refusals) {
      const problem = readAs(answer, status, wire.Problem);
      expect(problem).toMatchObject({ statusCode: status, code, retryable: false });
      expect(problem.request_id).toBe(answer.headers.get('x-request-id'));
    }
  });
});

it('A Talonic SDK with another key is told so', async () => {
  const stranger = talonicNode(tap, server.url, 'tlnc_live_nobody');
  expect(readAs(await stranger.get('/v1/jobs'), 401, wire.Problem).code).toBe('AUTH_REQUIRED');
});
