/** https://talonic.com/docs/api — what is known across documents, where they come from, and what it all costs. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient } from '../support/client';
import { formWith, invoiceNumber, invoiceText } from '../support/documents';
import { allEvents, untilEnded } from '../support/jobs';
import { readAs } from '../support/read-as';
import { type Server, startServer } from '../support/server';
import { type TalonicSdk, talonicNode, talonicPython } from '../support/talonic-sdk';
import { tapWire } from '../support/wire-tap';
import * as wire from '../wire/talonic';
import * as registry from '../wire/talonic-registry';

const INVOICE = {
  type: 'object',
  properties: { invoice_number: { type: 'string' }, total_gross: { type: 'number' } },
};

let server: Server;
const tap = tapWire();
/** Ids of the documents by the number of their invoice. */
const documentIds = new Map<number, string>();
beforeAll(async () => {
  server = await startServer();
  const sdk = talonicNode(tap, server.url, server.key);
  for (const index of [601, 602]) {
    const answer = await sdk.extractFile(invoiceText(index), { schema: INVOICE });
    documentIds.set(index, readAs(answer, 200, wire.Extracted).document.id);
  }
  // What was found is entered after the answer.
  await vi.waitUntil(
    async () => readAs(await sdk.get('/v1/fields'), 200, registry.FieldList).pagination.total >= 2,
    20_000,
  );
});
afterAll(() => server?.remove());

const SDKS = [
  {
    name: 'Node 0.1.24',
    open: (): TalonicSdk => talonicNode(tap, server.url, server.key),
    words: { search: 'q', cluster: 'cluster_id', field: 'fieldId' },
  },
  {
    name: 'Python 0.1.0',
    open: (): TalonicSdk => talonicPython(server.url, server.key),
    words: { search: 'query', cluster: 'cluster', field: 'field' },
  },
];

describe.each(SDKS)('The Talonic SDK for $name', ({ open, words }) => {
  let sdk: TalonicSdk;
  beforeAll(() => {
    sdk = open();
  });

  it('lists the fields, reads one and finds those like it', async () => {
    const listed = readAs(await sdk.get('/v1/fields', { search: 'invoice', limit: 5 }), 200, registry.FieldList);
    expect(listed.data.map(({ canonical_name }) => canonical_name)).toEqual(['invoice_number']);
    const id = listed.data[0]?.id ?? '';
    const field = readAs(await sdk.get(`/v1/fields/${id}`), 200, registry.OneField);
    expect(field.occurrence_count).toBe(2);
    expect(field.recent_occurrences).toHaveLength(2);
    readAs(await sdk.get(`/v1/fields/${id}/similar`, { limit: 3 }), 200, registry.SimilarFields);
    const none = await sdk.get('/v1/fields', { tier: 1, [words.cluster]: 'no such group' });
    expect(readAs(none, 200, registry.FieldList).data).toEqual([]);
  });

  it('filters documents by what was found in them', async () => {
    const found = async (conditions: readonly object[], more: object = {}) => {
      const answer = await sdk.send('POST', '/v1/documents/filter', { conditions, ...more });
      return readAs(answer, 200, registry.Filtered).data.map(({ document_id }) => document_id);
    };
    const number = { [words.field]: 'invoice_number', operator: 'eq', value: invoiceNumber(601) };
    expect(await found([number])).toEqual([documentIds.get(601)]);
    const total = { [words.field]: 'Total Gross', operator: 'between', value: '100', valueTo: 119 };
    const sort = { [words.field]: 'invoice_number', direction: 'desc' };
    expect(await found([total], { sort, limit: 10 })).toEqual([documentIds.get(602), documentIds.get(601)]);
    expect(await found([total, number])).toEqual([documentIds.get(601)]);
    expect(await found([{ [words.field]: 'total_gross', operator: 'gt', value: 119 }])).toEqual([]);
  });

  it('searches documents, values, schemas and fields', async () => {
    const answer = await sdk.get('/v1/search', { [words.search]: 'invoice-601', limit: 5 });
    const found = readAs(answer, 200, registry.Found);
    expect(found.documents.map(({ id }) => id)).toEqual([documentIds.get(601)]);
    const byName = readAs(await sdk.get('/v1/search', { [words.search]: 'invoice numbers' }), 200, registry.Found);
    expect(byName.fields.map(({ canonicalName }) => canonicalName)).toEqual(['invoice_number']);
  });

  it('is told that nothing costs anything, and what was done', async () => {
    expect(readAs(await sdk.get('/v1/credits/balance'), 200, registry.Balance)).toMatchObject({
      burn_rate_30d_credits: 0,
      projected_runway_days: -1,
    });
    const { units } = readAs(await sdk.get('/v1/pricing'), 200, registry.Pricing);
    expect(new Set(units.map(({ credits, free }) => [credits, free].join()))).toEqual(new Set(['0,true']));
    const usage = readAs(await sdk.get('/v1/usage/credits', { days: 7 }), 200, registry.Usage);
    expect([usage.period_days, usage.total_credits]).toEqual([7, 0]);
    expect(usage.by_function.reduce((sum, { operations }) => sum + operations, 0)).toBeGreaterThan(0);
  });
});

describe('What Talonic documents beyond its SDKs', () => {
  const client = () => createClient(server.url, server.key);

  it('takes a document through a link that needs no key', async () => {
    const asked = { json: { filename: 'by-link.txt' } };
    const session = await client().ok<{ document_id: string; upload_url: string; expires_at: string }>(
      'POST',
      '/v1/documents/upload-session',
      asked,
    );
    const lifetime = Date.parse(session.expires_at) - Date.now();
    expect(lifetime).toBeGreaterThan(0);
    expect(lifetime).toBeLessThanOrEqual(3_600_000);
    const sent = await fetch(session.upload_url, { method: 'POST', body: formWith(invoiceText(603)) });
    expect(sent.ok).toBe(true);
    const { filename } = readAs(await client().call('GET', `/v1/documents/${session.document_id}`), 200, wire.Document);
    expect(filename).toBe('by-link.txt');
    const second = await client().ok<{ document_id: string; upload_url: string }>(
      'POST',
      '/v1/documents/upload-session',
      asked,
    );
    const put = await fetch(second.upload_url, { method: 'PUT', body: invoiceText(604).bytes });
    expect(put.ok).toBe(true);
    expect((await fetch(`${server.url}/v1/upload/nobody`, { method: 'PUT', body: 'a' })).status).toBe(404);
  });

  it('keeps sources, and knows a document that came twice', async () => {
    const created = await client().ok<{ id: string }>('POST', '/v1/sources', {
      json: { name: 'Scanner', type: 'api' },
    });
    const path = `/v1/sources/${created.id}`;
    const send = () => client().ok<object>('POST', `${path}/documents`, { form: formWith(invoiceText(605)) });
    const first = await send();
    expect(first).toMatchObject({ status: 'queued', source_id: created.id });
    expect(await send()).toMatchObject({
      status: 'duplicate',
      existing_document_id: (first as { document_id: string }).document_id,
    });
    const listed = await client().call('GET', `/v1/documents?source_id=${created.id}`);
    expect(readAs(listed, 200, wire.DocumentList).data.map(({ filename }) => filename)).toEqual(['invoice-605.txt']);
    for (const method of ['PATCH', 'PUT'])
      expect(await client().ok(method, path, { json: { name: `By ${method}` } })).toMatchObject({
        name: `By ${method}`,
      });
    expect(await client().ok('GET', path)).toMatchObject({ name: 'By PUT' });
    expect(await client().ok('GET', '/v1/sources')).toMatchObject({ data: [{ id: created.id }] });
    expect(await client().ok('DELETE', path)).toEqual({ deleted: true, id: created.id });
    expect((await client().call('GET', path)).status).toBe(404);
  });

  it('keeps webhooks, and tells what it would send', async () => {
    const json = { url: 'https://hooks.example.com/talonic', secret: 'a quiet word', events: ['extraction.complete'] };
    const created = await client().ok<{ id: string }>('POST', '/v1/webhooks', { json });
    const path = `/v1/webhooks/${created.id}`;
    expect(JSON.stringify(await client().ok('GET', path))).not.toContain(json.secret);
    expect(await client().ok('GET', '/v1/webhooks')).toMatchObject({ data: [{ id: created.id, url: json.url }] });
    for (const method of ['PATCH', 'PUT'])
      expect(await client().ok(method, path, { json: { is_active: false } })).toMatchObject({ is_active: false });
    expect(await client().ok('DELETE', path)).toEqual({ deleted: true, id: created.id });
    for (const topic of ['events', 'delivery', 'signatures', 'retries'])
      expect(await client().ok('GET', `/v1/webhooks/${topic}`)).toEqual(expect.any(Object));
  });

  it('lists the extractions of a document, and answers the credential tests of integrations', async () => {
    const path = `/v1/documents/${documentIds.get(601)}/extractions`;
    expect(readAs(await client().call('GET', path), 200, wire.ExtractionList).data).toHaveLength(1);
    for (const route of ['/v1/credits', '/v1/usage'])
      expect(await client().ok('GET', route)).toEqual(expect.any(Object));
    expect((await fetch(`${server.url}/v1/pricing`)).status).toBe(200);
  });

  it('runs a cancelled job again, and tells of it as it goes', async () => {
    const { id: schemaId } = await client().ok<{ id: string }>('POST', '/v1/schemas', {
      json: { name: 'Invoice', definition: INVOICE },
    });
    const ids = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        client().ok<{ id: string }>('POST', '/v1/documents', { form: formWith(invoiceText(700 + index)) }),
      ),
    );
    const asked = { schema_id: schemaId, document_ids: ids.map(({ id }) => id), name: 'again' };
    const { id } = readAs(await client().call('POST', '/v1/jobs', { json: asked }), 201, wire.CreatedJob);
    const cancelled = readAs(await client().call('POST', `/v1/jobs/${id}/cancel`), 200, wire.Job);
    expect([cancelled.status, cancelled.error?.code]).toEqual(['failed', 'job_failed']);
    readAs(await client().call('POST', `/v1/jobs/${id}/retry`), 200, wire.Job);
    expect((await untilEnded(client(), id)).status).toBe('complete');
    expect((await allEvents(client(), id)).at(-1)?.data).toMatchObject({ status: 'complete' });
  });
});
