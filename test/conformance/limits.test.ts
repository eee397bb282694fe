/** Limits that jobs meet, and those of a real connection. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { formWith, INVOICE_SCHEMA, invoicePdf, invoiceText } from '../support/documents';
import { type Server, startServer } from '../support/server';

let server: Server;
beforeAll(async () => {
  server = await startServer({
    PDF_PAGES: '1',
    RESULT_VALUES: '2',
    EVENT_STREAMS_AT_ONCE: '1',
    DOCUMENTS_AT_ONCE: '1',
  });
});
afterAll(() => server?.remove());

async function stored(pages: number): Promise<string> {
  const document = await server.client.ok<{ id: string }>('POST', '/v1/documents', {
    form: formWith(await invoicePdf(pages, pages)),
  });
  return document.id;
}

interface Ended {
  readonly status: string;
  readonly id: string;
}

/** A job over these documents and fields. */
async function started(documents: readonly string[], definition: object): Promise<string> {
  const schema = await server.client.ok<{ id: string }>('POST', '/v1/schemas', {
    json: { name: 'Limits', definition },
  });
  const asked = { schema_id: schema.id, document_ids: documents };
  return (await server.client.ok<Ended>('POST', '/v1/jobs', { json: asked })).id;
}

describe('a document of a job', () => {
  test('that is longer than is set fails with the limit, and the one beside it does not', async () => {
    const id = await started([await stored(2), await stored(1)], { invoice_number: 'string' });
    expect(await server.client.ok('GET', `/v1/jobs/${id}?wait=60`)).toMatchObject({ status: 'complete' });
    const { body } = await server.client.call<object>('GET', `/v1/jobs/${id}/results`);
    expect(JSON.stringify(body)).toContain('this PDF has 2 pages; at most 1 are read');
    expect(JSON.stringify(body)).toContain('T-0001');
  });

  test('in which more values are found than is set fails with the limit', async () => {
    const form = formWith(invoiceText(1));
    form.set('schema', JSON.stringify(INVOICE_SCHEMA));
    const { status, body } = await server.client.call<object>('POST', '/v1/extract', { form });
    expect([status, body]).toEqual([
      422,
      expect.objectContaining({ message: expect.stringContaining('more than 2 values were found') }),
    ]);
  });
});

/** One after the other they take longer than a stream counts that is cut off. */
const DOCUMENTS = 120;
/** Before a stream that is cut off and says nothing counts no more. */
const SOON_MS = 8_000;

test('a stream whose reader hangs up makes room for another while the job still runs', async () => {
  const documents: string[] = [];
  for (let index = 0; index < DOCUMENTS; index += 1) documents.push(await upload(index));
  const id = await started(documents, { invoice_number: 'string' });
  const hangUp = new AbortController();
  const follow = (signal: AbortSignal) =>
    fetch(`${server.url}/v1/jobs/${id}/events`, { headers: { authorization: `Bearer ${server.key}` }, signal });
  const statusOf = async () => {
    const end = new AbortController();
    const { status } = await follow(end.signal);
    end.abort();
    return status;
  };
  const first = await follow(hangUp.signal);
  expect(first.status).toBe(200);
  expect(await statusOf()).toBe(429);
  hangUp.abort();
  await vi.waitUntil(async () => (await statusOf()) === 200, { timeout: SOON_MS, interval: 20 });
  expect(await server.client.ok('GET', `/v1/jobs/${id}`)).toMatchObject({ status: 'processing' });
  await server.client.ok('POST', `/v1/jobs/${id}/cancel`);
  // Held until here: a response that nobody holds is collected, and its connection with it or never.
  expect(first.bodyUsed).toBe(false);
});

async function upload(index: number): Promise<string> {
  return (await server.client.ok<{ id: string }>('POST', '/v1/documents', { form: formWith(invoiceText(index)) })).id;
}
