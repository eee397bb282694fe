import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, createClient } from '../support/client';
import {
  emptyFile,
  encryptedPdf,
  formWith,
  INVOICE_SCHEMA,
  invoiceText,
  type Upload,
  windowsProgram,
} from '../support/documents';
import { createInvoiceSchema, uploadAll } from '../support/jobs';
import { type Server, startServer } from '../support/server';

interface Envelope {
  readonly statusCode: number;
  readonly code: string;
  readonly error: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly request_id: string;
  readonly timestamp: string;
  readonly path: string;
}

const KEYS = ['code', 'error', 'message', 'path', 'request_id', 'retryable', 'statusCode', 'timestamp'];
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

let server: Server;
let schemaId: string;
let documentId: string;
beforeAll(async () => {
  server = await startServer();
  schemaId = await createInvoiceSchema(server.client);
  [documentId = ''] = await uploadAll(server.client, [invoiceText(1)]);
});
afterAll(() => server?.remove());

/** Everything a client of this dialect reads in an error, whatever went wrong. */
function expectEnvelope(
  { status, headers, body }: Answer<Envelope>,
  expected: Pick<Envelope, 'statusCode' | 'code' | 'path'>,
): void {
  expect(Object.keys(body).sort()).toEqual(KEYS);
  expect(body).toMatchObject({ ...expected, retryable: false });
  expect(status).toBe(expected.statusCode);
  expect(headers.get('content-type')).toContain('application/json');
  expect(body.message.length).toBeGreaterThan(10);
  expect(body.request_id).toBe(headers.get('x-request-id'));
  expect(new Date(body.timestamp).toISOString()).toBe(body.timestamp);
}

const extract = (upload: Upload): Promise<Answer<Envelope>> => {
  const form = formWith(upload);
  form.set('schema', JSON.stringify(INVOICE_SCHEMA));
  return server.client.call<Envelope>('POST', '/v1/extract', { form });
};

describe('The error envelope answers', () => {
  it.each(['/v1/jobs', '/v1/documents', '/v1/schemas', '/v1/extractions'])('a bad key on %s', async (path) => {
    const stranger = createClient(server.url, 'tlnc_live_nobody');
    expectEnvelope(await stranger.call('GET', path), { statusCode: 401, code: 'AUTH_REQUIRED', path });
  });

  it('a missing key', async () => {
    const response = await fetch(`${server.url}/v1/jobs`);
    const answer = { status: response.status, headers: response.headers, body: (await response.json()) as Envelope };
    expectEnvelope(answer, { statusCode: 401, code: 'AUTH_REQUIRED', path: '/v1/jobs' });
  });

  it.each(['jobs', 'documents', 'schemas', 'extractions'])('a malformed id of %s', async (kind) => {
    const path = `/v1/${kind}/not-a-uuid`;
    expectEnvelope(await server.client.call('GET', path), { statusCode: 400, code: 'VALIDATION_ERROR', path });
  });

  it.each(['jobs', 'documents', 'schemas', 'extractions'])('an unknown id of %s', async (kind) => {
    const path = `/v1/${kind}/${UNKNOWN_ID}`;
    expectEnvelope(await server.client.call('GET', path), { statusCode: 404, code: 'RESOURCE_NOT_FOUND', path });
  });

  it('cancelling an unknown job', async () => {
    const path = `/v1/jobs/${UNKNOWN_ID}/cancel`;
    expectEnvelope(await server.client.call('POST', path), { statusCode: 404, code: 'RESOURCE_NOT_FOUND', path });
  });

  it('a job over 2,001 documents', async () => {
    const json = { schema_id: schemaId, document_ids: Array.from({ length: 2001 }, () => crypto.randomUUID()) };
    const expected = { statusCode: 400, code: 'VALIDATION_ERROR', path: '/v1/jobs' };
    expectEnvelope(await server.client.call('POST', '/v1/jobs', { json }), expected);
  });

  it('a job over a document that is not there', async () => {
    const json = { schema_id: schemaId, document_ids: [documentId, UNKNOWN_ID] };
    const answer = await server.client.call<Envelope>('POST', '/v1/jobs', { json });
    expectEnvelope(answer, { statusCode: answer.status, code: answer.body.code, path: '/v1/jobs' });
    expect([400, 404]).toContain(answer.status);
  });

  it.each(['/v1/jobs', '/v1/schemas', '/v1/extract'])('broken JSON sent to %s', async (path) => {
    const answer = await server.client.call<Envelope>('POST', path, { text: '{"schema_id": ' });
    expectEnvelope(answer, { statusCode: 400, code: 'VALIDATION_ERROR', path });
  });

  it.each(['[]', '"text"', '17', 'null'])('a body that is no object: %s', async (text) => {
    const answer = await server.client.call<Envelope>('POST', '/v1/jobs', { text });
    expectEnvelope(answer, { statusCode: 400, code: 'VALIDATION_ERROR', path: '/v1/jobs' });
  });

  it('a file of 0 bytes', async () => {
    expectEnvelope(await extract(emptyFile()), { statusCode: 400, code: 'VALIDATION_ERROR', path: '/v1/extract' });
  });

  it('an encrypted PDF', async () => {
    expectEnvelope(await extract(encryptedPdf()), { statusCode: 422, code: 'OCR_FAILED', path: '/v1/extract' });
  });

  it('a Windows program', async () => {
    const expected = { statusCode: 422, code: 'EXTRACTION_FAILED', path: '/v1/extract' };
    expectEnvelope(await extract(windowsProgram()), expected);
  });

  it.each([emptyFile(), windowsProgram()])('an upload of $filename', async (upload) => {
    const answer = await server.client.call<Envelope>('POST', '/v1/documents', { form: formWith(upload) });
    expectEnvelope(answer, { statusCode: answer.status, code: answer.body.code, path: '/v1/documents' });
    expect(answer.status).toBeLessThan(500);
  });

  it('an extraction without a file', async () => {
    const answer = await server.client.call<Envelope>('POST', '/v1/extract', { form: new FormData() });
    expectEnvelope(answer, { statusCode: 400, code: 'VALIDATION_ERROR', path: '/v1/extract' });
  });

  it('a route that is not there', async () => {
    const path = '/v1/nothing';
    expectEnvelope(await server.client.call('GET', path), { statusCode: 404, code: 'RESOURCE_NOT_FOUND', path });
  });

  it.each(['cursor=%00', 'limit=none', 'status=sideways', 'order=up'])('a list asked for with %s', async (query) => {
    const answer = await server.client.call<Envelope>('GET', `/v1/jobs?${query}`);
    expectEnvelope(answer, { statusCode: 400, code: 'VALIDATION_ERROR', path: '/v1/jobs' });
  });
});

describe('A caller that hangs up in the middle of its request', () => {
  it('leaves the service running for everybody else', async () => {
    const { hostname, port } = new URL(server.url);
    const before = server.processes();
    for (let caller = 0; caller < 3; caller++) {
      await new Promise<void>((resolve, reject) => {
        const head = `POST /v1/jobs HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${server.key}\r\n`;
        const socket = connect(Number(port), hostname, () => {
          socket.write(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"sch`, () =>
            socket.destroy(),
          );
        });
        socket.once('close', () => resolve()).once('error', reject);
      });
      // The service learns of it when it next looks: only then it must still be there.
      for (let call = 0; call < 10; call++) expect((await server.client.call('GET', '/v1/jobs')).status).toBe(200);
    }
    expect(server.processes()).toEqual(before);
  });
});
