/** One journey per resource, through the whole Worker. */
import { describe, expect, test, vi } from 'vitest';
import type { Document, DocumentList, ReExtracting } from '../../../src/http/talonic/document-wire';
import type { Extracted, Extracting } from '../../../src/http/talonic/extract-wire';
import type { Extraction, ExtractionList } from '../../../src/http/talonic/extraction-wire';
import type { CreatedJob, Job, JobList, JobResults } from '../../../src/http/talonic/job-wire';
import type { Schema, SchemaList } from '../../../src/http/talonic/schema-wire';
import { formWith, INVOICE_SCHEMA, invoiceText } from '../../support/documents';
import { type Account, newAccount, ORIGIN } from './account';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

async function upload(account: Account, index: number): Promise<Document> {
  const { status, body } = await account.call<Document>('POST', '/v1/documents', {
    form: formWith(invoiceText(index)),
  });
  expect(status).toBe(201);
  return body;
}

async function addSchema(account: Account): Promise<Schema> {
  const json = { name: 'Invoice', definition: INVOICE_SCHEMA };
  return (await account.call<Schema>('POST', '/v1/schemas', { json })).body;
}

async function runJob(account: Account, json: unknown): Promise<Job> {
  const created = await account.call<CreatedJob>('POST', '/v1/jobs', { json });
  expect(created.status).toBe(201);
  return (await account.call<Job>('GET', `/v1/jobs/${created.body.id}?wait=20`)).body;
}

function extractForm(index: number, parts: Readonly<Record<string, string>> = {}): FormData {
  const form = formWith(invoiceText(index));
  for (const [name, text] of Object.entries({ schema: JSON.stringify(INVOICE_SCHEMA), ...parts })) form.set(name, text);
  return form;
}

describe('schemas', () => {
  test('are created in every form, versioned, found by short id, listed in one page and deleted', async () => {
    const account = await newAccount();
    const created = await account.call<Schema>('POST', '/v1/schemas', {
      json: { name: 'Invoice', definition: { invoice_number: 'string', total: 'number' }, description: 'Bills' },
    });
    expect(created.status).toBe(201);
    const { id } = created.body;
    expect(created.body).toEqual({
      id: expect.stringMatching(UUID),
      short_id: `SCH-${id.slice(0, 8).toUpperCase()}`,
      name: 'Invoice',
      description: 'Bills',
      definition: {
        type: 'object',
        properties: {
          invoice_number: { type: 'string', title: 'Invoice number' },
          total: { type: 'number', title: 'Total' },
        },
      },
      field_count: 2,
      version: 1,
      created_at: expect.stringMatching(TIME),
      updated_at: expect.stringMatching(TIME),
      links: {
        self: `/v1/schemas/${id}`,
        extractions: `/v1/extractions?schema_id=${id}`,
        dashboard: `${ORIGIN}/schemas/${id}`,
      },
    });

    const fields = [{ field_name: 'iban', display_name: 'IBAN', data_type: 'string', is_required: true }];
    const listed = await account.call<Schema>('POST', '/v1/schemas', { json: { name: 'Account', fields } });
    expect(listed.body.definition).toMatchObject({ properties: { iban: { title: 'IBAN' } }, required: ['iban'] });

    const changed = await account.call<Schema>('PUT', `/v1/schemas/${created.body.short_id}`, {
      json: { name: 'Bill' },
    });
    expect(changed.body).toEqual({ ...created.body, name: 'Bill', version: 2, updated_at: changed.body.updated_at });
    const again = await account.call<Schema>('PUT', `/v1/schemas/${id}`, {
      json: { definition: { a: 'date' }, description: null },
    });
    expect(again.body).toMatchObject({ name: 'Bill', description: null, field_count: 1, version: 3 });
    expect((await account.call('GET', `/v1/schemas/${created.body.short_id.toLowerCase()}`)).body).toEqual(again.body);

    const all = await account.call<SchemaList>('GET', '/v1/schemas?whatever=1');
    expect(all.body.data.map((schema) => schema.name)).toEqual(['Account', 'Bill']);
    expect(all.body.pagination).toEqual({ total: 2, limit: 20, has_more: false, next_cursor: null });
    for (const page of ['limit=1&order=asc', 'per_page=1&page=2']) {
      const one = await account.call<SchemaList>('GET', `/v1/schemas?${page}`);
      expect([page, one.body.data.map((schema) => schema.name)]).toEqual([page, ['Bill']]);
    }

    expect(await account.call('DELETE', `/v1/schemas/${created.body.short_id}`)).toMatchObject({
      status: 200,
      body: { deleted: true, id },
    });
    expect((await account.call('GET', `/v1/schemas/${id}`)).status).toBe(404);
    expect((await account.call('DELETE', `/v1/schemas/${id}`)).status).toBe(404);
  });

  test('made twice with one idempotency key are one', async () => {
    const account = await newAccount();
    const call = { json: { name: 'A', definition: { a: 'string' } }, headers: { 'idempotency-key': 'k1' } };
    const first = await account.call<Schema>('POST', '/v1/schemas', call);
    expect((await account.call<Schema>('POST', '/v1/schemas', call)).body).toEqual(first.body);
    const other = { ...call, json: { ...call.json, name: 'B' } };
    expect((await account.call('POST', '/v1/schemas', other)).status).toBe(422);
    expect((await account.call<SchemaList>('GET', '/v1/schemas')).body.pagination.total).toBe(1);
  });
});

describe('documents', () => {
  test('are uploaded once per content, listed by every filter, read as Markdown and deleted with their bytes', async () => {
    const account = await newAccount();
    const first = await upload(account, 1);
    expect(first).toEqual({
      id: expect.stringMatching(UUID),
      filename: 'invoice-1.txt',
      pages: null,
      size_bytes: invoiceText(1).bytes.length,
      mime_type: 'text/plain',
      type_detected: null,
      language_detected: null,
      status: 'pending',
      source: { id: null, type: 'upload' },
      field_count: 0,
      triage: null,
      original_path: null,
      extraction_count: 0,
      latest_extraction_id: null,
      created_at: expect.stringMatching(TIME),
      links: {
        self: `/v1/documents/${first.id}`,
        extractions: `/v1/documents/${first.id}/extractions`,
        markdown: `/v1/documents/${first.id}/markdown`,
        dashboard: `${ORIGIN}/documents/${first.id}`,
      },
    });
    const second = await upload(account, 2);
    expect((await upload(account, 1)).id).toBe(first.id);

    const listed = async (query: string) =>
      (await account.call<DocumentList>('GET', `/v1/documents${query}`)).body.data.map((document) => document.id);
    expect(new Set(await listed(''))).toEqual(new Set([first.id, second.id]));
    expect(await listed('?search=CE-2')).toEqual([second.id]);
    expect(await listed('?status=completed')).toEqual([]);
    expect(await listed('?status=pending&per_page=5&page=2')).toEqual([]);
    expect(await listed('?before=2020-01-01')).toEqual([]);
    expect((await listed('?after=2020-01-01')).length).toBe(2);
    expect(await listed(`?source_id=${crypto.randomUUID()}`)).toEqual([]);

    const markdown = await account.call('GET', `/v1/documents/${first.id}/markdown`);
    expect(markdown.body).toEqual({ document_id: first.id, markdown: expect.stringContaining('T-0001') });

    expect((await account.call('DELETE', `/v1/documents/${first.id}`)).body).toEqual({ deleted: true, id: first.id });
    expect((await account.call('GET', `/v1/documents/${first.id}`)).status).toBe(404);
    expect(await listed('')).toEqual([second.id]);
    expect((await upload(account, 1)).id).not.toBe(first.id);
  });
});

describe('jobs', () => {
  test('run to a grid with evidence; list, filter, results and events agree', async () => {
    const account = await newAccount();
    const schema = await addSchema(account);
    const documents = [await upload(account, 1), await upload(account, 2)];
    const json = { schema_id: schema.id, document_ids: documents.map((document) => document.id), name: 'Two' };
    const created = await account.call<CreatedJob>('POST', '/v1/jobs', { json });
    expect(created).toMatchObject({
      status: 201,
      body: { status: 'pending', message: 'Job accepted with 2 documents.' },
    });
    const { id } = created.body;
    expect(created.body.links).toEqual({
      self: `/v1/jobs/${id}`,
      results: `/v1/jobs/${id}/results`,
      events: `/v1/jobs/${id}/events`,
    });
    expect((await account.call<CreatedJob>('POST', '/v1/jobs', { json })).body).toEqual(created.body);

    const job = await account.call<Job>('GET', `/v1/jobs/${id}?wait=20`);
    expect(job.body).toEqual({
      id,
      name: 'Two',
      status: 'complete',
      progress: null,
      estimated_seconds_remaining: null,
      schema: { id: schema.id, name: 'Invoice' },
      document_count: 2,
      total_documents: 2,
      completed_documents: 2,
      failed_documents: 0,
      grid_stats: { total_cells: 6, filled: 6, empty: 0, fill_rate: 1 },
      current_phase: null,
      error: null,
      message: '2 of 2 documents completed.',
      operation: 'extract',
      attempt: 1,
      created_at: expect.stringMatching(TIME),
      started_at: expect.stringMatching(TIME),
      completed_at: expect.stringMatching(TIME),
      cancelled_at: null,
      links: {
        self: `/v1/jobs/${id}`,
        results: `/v1/jobs/${id}/results`,
        events: `/v1/jobs/${id}/events`,
        dashboard: `${ORIGIN}/jobs/${id}`,
      },
    });

    const { body: results } = await account.call<JobResults>('GET', `/v1/jobs/${id}/results`);
    expect(results).toMatchObject({ job_id: id, job_status: 'complete', total_rows: 2, schema: { name: 'Invoice' } });
    const [row] = results.data;
    expect(row).toMatchObject({
      document_id: documents[0]?.id,
      filename: 'invoice-1.txt',
      document_filename: 'invoice-1.txt',
      status: 'complete',
      values: { invoice_number: 'T-0001', due_date: '2026-09-30', total_gross: 119 },
      locked_fields: [],
    });
    expect(Object.keys(row?.fields_confidence ?? {})).toEqual(['invoice_number', 'due_date', 'total_gross']);
    expect(row?.provenance.invoice_number).toMatchObject({
      page: 1,
      bbox: [expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)],
      source_text: expect.stringContaining('T-0001'),
      confidence: expect.any(Number),
      phase: expect.stringMatching(/^phase_[1-4]_/),
    });

    await vi.waitUntil(
      async () => (await account.call<JobList>('GET', '/v1/jobs?status=completed')).body.data.length === 1,
      { timeout: 10_000 },
    );
    const counted = async (status: string) =>
      (await account.call<JobList>('GET', `/v1/jobs?status=${status}`)).body.pagination.total;
    expect(await Promise.all(['pending', 'processing', 'complete', 'failed', 'cancelled'].map(counted))).toEqual([
      0, 0, 1, 0, 0,
    ]);
    expect((await account.call<JobList>('GET', '/v1/jobs?page=1&per_page=5&order=created_at:desc')).body.data).toEqual([
      job.body,
    ]);

    expect((await account.call('POST', `/v1/jobs/${id}/cancel`)).status).toBe(409);
  });

  test('tell what happens as events with numbers, resumable, ended by the end', async () => {
    const account = await newAccount();
    const schema = await addSchema(account);
    const document = await upload(account, 1);
    const job = await runJob(account, { schema_id: schema.id, document_ids: [document.id] });

    const read = async (headers: Record<string, string>, query = ''): Promise<string[]> => {
      const response = await account.open(`/v1/jobs/${job.id}/events${query}`, headers);
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      return (await response.text()).split('\n\n').filter((block) => block.startsWith('id:'));
    };
    const all = await read({});
    const kinds = new Set(all.map((block) => /event: (\w+)/.exec(block)?.[1]));
    expect(kinds).toEqual(new Set(['state', 'phase', 'document', 'cells', 'end']));
    expect(all.map((block) => Number(/id: (\d+)/.exec(block)?.[1]))).toEqual(all.map((_, position) => position + 1));
    const [, last] = /data: (.*)/.exec(all.at(-1) ?? '') ?? [];
    expect(JSON.parse(last ?? '')).toEqual({
      at: expect.stringMatching(TIME),
      status: 'complete',
      progress: 100,
      error: null,
    });
    expect(await read({ 'last-event-id': '3' })).toEqual(all.slice(3));
    expect(await read({}, '?last_event_id=3')).toEqual(all.slice(3));
  });

  test('of all completed documents are made when none is named, and refused when there is none', async () => {
    const account = await newAccount();
    const schema = await addSchema(account);
    const none = await account.call('POST', '/v1/jobs', { json: { schema_id: schema.id } });
    expect(none).toMatchObject({ status: 400, body: { code: 'VALIDATION_ERROR' } });
    const document = await upload(account, 1);
    await runJob(account, { schema_id: schema.id, document_ids: [document.id] });
    await vi.waitUntil(
      async () => (await account.call<Document>('GET', `/v1/documents/${document.id}`)).body.status === 'completed',
      { timeout: 10_000 },
    );
    const job = await runJob(account, { schema_id: schema.short_id, document_ids: [], name: 'All' });
    expect(job).toMatchObject({ status: 'complete', document_count: 1 });
  });
});

describe('extract', () => {
  test('answers with values, evidence and costs in one call', async () => {
    const account = await newAccount();
    const { status, headers, body } = await account.call<Extracted>('POST', '/v1/extract', {
      form: extractForm(7, { include_markdown: 'True', include_provenance: 'true', options: '{"format":"json"}' }),
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      extraction_id: expect.stringMatching(UUID),
      request_id: headers.get('x-request-id'),
      status: 'complete',
      document: { filename: 'invoice-7.txt', pages: 1, mime_type: 'text/plain' },
      data: { invoice_number: 'T-0007', due_date: '2026-09-30', total_gross: 119 },
      schema: { source: 'inline', id: null, definition: { type: 'object' } },
      confidence: { overall: expect.any(Number) },
      provenance: { invoice_number: { page: 1, source_text: expect.stringContaining('T-0007') } },
      processing: { pages_processed: 1, duration_ms: expect.any(Number), region: 'local' },
      markdown: expect.stringContaining('T-0007'),
    });
    const costs = ['Cost-Credits', 'Cost-EUR', 'Balance-Credits', 'Cells-Resolved-Registry', 'Cells-Resolved-AI'];
    expect(costs.map((name) => headers.get(`X-Talonic-${name}`))).toEqual(['0', '0', '0', '3', '0']);

    expect((await account.call<Extraction>('GET', body.links.self)).body).toMatchObject({
      status: 'complete',
      data: body.data,
    });

    const again = await account.call<Extracted>('POST', '/v1/extract', { form: extractForm(7) });
    expect(again.body.extraction_id).toBe(body.extraction_id);
    expect(again.body).not.toHaveProperty('markdown');
  });

  test('answers the same to the same key and file, though their document has been deleted meanwhile', async () => {
    const account = await newAccount();
    const extract = () =>
      account.call<Extracted>('POST', '/v1/extract', {
        form: extractForm(8),
        headers: { 'idempotency-key': 'k' },
      });
    const { body: first } = await extract();
    const { body: listed } = await account.call<DocumentList>('GET', '/v1/documents');
    await account.call('DELETE', `/v1/documents/${listed.data[0]?.id}`);
    const { status, body: again } = await extract();
    expect([status, again.extraction_id, again.data]).toEqual([200, first.extraction_id, first.data]);
  });

  test('takes a stored document and schema as JSON, and a part order of any kind', async () => {
    const account = await newAccount();
    const schema = await addSchema(account);
    const document = await upload(account, 3);
    const json = { document_id: document.id, schema_id: schema.short_id, include_markdown: false };
    const { status, body } = await account.call<Extracted>('POST', '/v1/extract', { json });
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: { invoice_number: 'T-0003' }, schema: { source: 'saved', id: schema.id } });

    const form = new FormData();
    form.set('schema_id', schema.id);
    form.set('options', JSON.stringify({ page_range: '1-5' }));
    form.set('file', formWith(invoiceText(4)).get('file') as File);
    expect((await account.call<Extracted>('POST', '/v1/extract', { form })).body.data).toMatchObject({
      invoice_number: 'T-0004',
    });
  });

  test('takes a form as clients write it: bytes of UTF-8 for the filename, no type for the file', async () => {
    const account = await newAccount();
    const text = [
      '--b',
      'Content-Disposition: form-data; name="schema"',
      '',
      '{"invoice_number":"string"}',
      '--b',
      'Content-Disposition: form-data; name="file"; filename="Rechnung – März €.txt"',
      'Content-Type: application/octet-stream',
      '',
      'Invoice number: T-0008',
      '--b--',
      '',
    ].join('\r\n');
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const { body } = await account.call<Extracted>('POST', '/v1/extract', { text, headers });
    expect(body).toMatchObject({
      document: { filename: 'Rechnung – März €.txt', mime_type: 'text/plain' },
      data: { invoice_number: 'T-0008' },
    });
  });

  test('answers 202 only when asked to, with a job to follow', async () => {
    const account = await newAccount();
    const form = extractForm(5, { options: JSON.stringify({ async: true }) });
    const { status, headers, body } = await account.call<Extracting>('POST', '/v1/extract', { form });
    expect(status).toBe(202);
    expect(headers.has('x-talonic-cost-credits')).toBe(false);
    expect(body).toMatchObject({
      status: 'processing',
      job: { status: 'queued', poll_url: `/v1/jobs/${body.job.id}` },
    });
    const job = await account.call<Job>('GET', `${body.job.poll_url}?wait=20`);
    expect(job.body).toMatchObject({ status: 'complete', schema: null });
  });
});

describe('extractions', () => {
  test('are listed, read as JSON and CSV, and corrected for good', async () => {
    const account = await newAccount();
    const schema = await addSchema(account);
    const document = await upload(account, 1);
    const job = await runJob(account, { schema_id: schema.id, document_ids: [document.id] });
    const list = async (query: string) =>
      (await account.call<ExtractionList>('GET', `/v1/extractions${query}`)).body.data;
    await vi.waitUntil(async () => (await list('?status=complete')).length === 1, { timeout: 10_000 });
    const [item] = await list(`?document_id=${document.id}&schema_id=${schema.short_id}`);
    expect(item).toMatchObject({ document_filename: 'invoice-1.txt', job_id: job.id, schema_id: schema.id });
    expect(await list(`?schema_id=${crypto.randomUUID()}`)).toEqual([]);
    const path = item?.links.self ?? '';
    expect((await account.call<ExtractionList>('GET', `/v1/documents/${document.id}/extractions`)).body.data).toEqual([
      item,
    ]);

    const { body: extraction } = await account.call<Extraction>('GET', path);
    expect(extraction).toMatchObject({
      id: item?.id,
      status: 'complete',
      document_id: document.id,
      document: { id: document.id, filename: 'invoice-1.txt', pages: 1 },
      data: { invoice_number: 'T-0001', due_date: '2026-09-30', total_gross: 119 },
      locked_fields: [],
      metadata: { pages: 1 },
    });
    expect((await account.call('GET', `${path}/data`)).body).toEqual(extraction.data);
    const csv = await account.call<string>('GET', `${path}/data?format=csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.body).toBe('invoice_number,due_date,total_gross\r\nT-0001,2026-09-30,119\r\n');

    const json = { corrections: [{ field: 'invoice_number', value: 'T-1, "new"', reason: 'misread' }] };
    const corrected = await account.call<Extraction>('PATCH', `${path}/data`, { json });
    expect(corrected.body).toMatchObject({
      data: { invoice_number: 'T-1, "new"', total_gross: 119 },
      confidence: { fields: { invoice_number: 1 } },
      locked_fields: ['invoice_number'],
    });
    expect((await account.call<string>('GET', `${path}/data?format=csv`)).body).toContain('"T-1, ""new""",2026-09-30');
    const { body: results } = await account.call<JobResults>('GET', `/v1/jobs/${job.id}/results`);
    expect(results.data[0]).toMatchObject({
      values: { invoice_number: 'T-1, "new"' },
      locked_fields: ['invoice_number'],
    });

    const again = await account.call<ReExtracting>('POST', `/v1/documents/${document.id}/re-extract`);
    expect(again).toMatchObject({ status: 200, body: { id: document.id, status: 'extracting' } });
    expect(again.body.job_id).not.toBe(job.id);
    await account.call('GET', `/v1/jobs/${again.body.job_id}?wait=20`);
    const second = await account.call<JobResults>('GET', `/v1/jobs/${again.body.job_id}/results`);
    expect(second.body.data[0]).toMatchObject({
      values: { invoice_number: 'T-1, "new"' },
      locked_fields: ['invoice_number'],
    });
    await vi.waitUntil(async () => (await list('?status=complete')).length === 2, { timeout: 10_000 });
    expect((await account.call<Document>('GET', `/v1/documents/${document.id}`)).body).toMatchObject({
      extraction_count: 2,
      latest_extraction_id: second.body.data[0]?.id,
      status: 'completed',
    });

    await account.call('DELETE', `/v1/documents/${document.id}`);
    expect((await account.call<Extraction>('GET', path)).body.data).toMatchObject({ invoice_number: 'T-1, "new"' });
  });

  test('share a correction where they held the same wrong value, and nowhere else', async () => {
    const account = await newAccount();
    const schema = await addSchema(account);
    const documents = [await upload(account, 1), await upload(account, 2)];
    const job = await runJob(account, { schema_id: schema.id, document_ids: documents.map((document) => document.id) });
    const rows = async () => (await account.call<JobResults>('GET', `/v1/jobs/${job.id}/results`)).body.data;
    const before = await rows();
    await vi.waitUntil(
      async () => (await account.call<ExtractionList>('GET', '/v1/extractions?status=complete')).body.data.length === 2,
      { timeout: 10_000 },
    );
    const json = {
      corrections: [
        { field: 'total_gross', value: 120 },
        { field: 'invoice_number', value: 'X' },
      ],
      propagate: 'all_similar',
    };
    await account.call('PATCH', `/v1/extractions/${before[0]?.id}/data`, { json });
    expect((await rows()).map((row) => [row.values.total_gross, row.values.invoice_number, row.locked_fields])).toEqual(
      [
        [120, 'X', ['invoice_number', 'total_gross']],
        [120, 'T-0002', ['total_gross']],
      ],
    );
  });
});
