/** Documents that the service fetches by itself, from a host on this machine that may be kind, slow, broken or sly. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../support/client';
import { type DocumentHost, PRIVATE_WORDS, startDocumentHost } from '../support/document-host';
import { type Server, startServer } from '../support/server';

let server: Server;
let host: DocumentHost;
beforeAll(async () => {
  host = await startDocumentHost(await readFile('test/samples/brightwater-invoice.pdf'));
  server = await startServer({ FETCH_TIMEOUT_SECONDS: '3' });
});
afterAll(async () => {
  await server?.remove();
  await host?.close();
});

const SCHEMA = { invoice_number: 'string' };

interface Way {
  ask(url: string): Promise<Answer<unknown>>;
  /** Statuses of a refusal, of a document that is too large, and of a host's failure. */
  readonly refused: readonly [number, number, number];
}

/** Each way to have a document fetched. */
const WAYS = {
  'Talonic: extract': {
    ask: (file_url: string) => server.client.call('POST', '/v1/extract', { json: { file_url, schema: SCHEMA } }),
    refused: [400, 413, 422],
  },
  'Talonic: upload': {
    ask: (file_url: string) => server.client.call('POST', '/v1/documents', { json: { file_url } }),
    refused: [400, 413, 422],
  },
  'Talonic: a source': {
    ask: async (url: string) => {
      const { id } = await server.client.ok<{ id: string }>('POST', '/v1/sources', { json: { name: 'mail' } });
      return server.client.call('POST', `/v1/sources/${id}/documents`, { json: { url } });
    },
    refused: [400, 413, 422],
  },
  'Retab: extract': {
    ask: (url: string) =>
      retab('/v1/documents/extract', {
        document: { url },
        json_schema: { type: 'object', properties: { invoice_number: { type: 'string' } } },
        model: 'retab-small',
      }),
    refused: [422, 413, 422],
  },
  'Retab: a job': {
    ask: (url: string) =>
      retab('/v1/jobs', {
        endpoint: '/v1/documents/parse',
        request: { document: { filename: 'bill.pdf', url }, model: 'retab-small' },
      }),
    refused: [422, 413, 422],
  },
  'Retab: a template': {
    ask: (url: string) =>
      retab('/v1/edit/templates', { name: 'bill', document: { filename: 'bill.pdf', url }, form_fields: [] }),
    refused: [422, 413, 422],
  },
  'LlamaCloud: upload from a URL': {
    ask: (url: string) => server.client.call('PUT', '/api/v1/files/upload_from_url', { json: { url } }),
    refused: [400, 413, 400],
  },
} as const satisfies Record<string, Way>;

const retab = (path: string, json: unknown): Promise<Answer<unknown>> =>
  server.client.call('POST', `/retab${path}`, { json, headers: { 'api-key': server.key } });

type Refusal = readonly [url: string, kind: 0 | 1 | 2, reason: string];

/** Which status of a way each comes with, and the reason that is told. */
const REFUSED: readonly Refusal[] = [
  ['<url>/inside.pdf', 0, 'redirected: must be an https URL'],
  ['<url>/announced.pdf', 1, '<host> sends more than 33554432 bytes'],
  ['<url>/gone.pdf', 2, '<host> answered 404'],
  ['<url>/page.pdf', 2, '<host> sent an HTML page, not a document'],
  ['http://10.0.0.1/a.pdf', 0, 'must be an https URL'],
  ['https://169.254.169.254/latest/meta-data/', 0, '169.254.169.254 is a link-local address'],
  ['https://files.example.com/a.pdf', 2, 'files.example.com cannot be looked up'],
];

/** The same whichever way is taken. */
const REFUSED_ANYWAY: readonly Refusal[] = [
  ['<url>/round.pdf', 0, '<host> redirects once more; 5 redirects are followed'],
  ['<url>/empty.pdf', 0, '<host> sent nothing (0 bytes)'],
  ['<url>/huge.pdf', 1, '<host> sends more than 33554432 bytes'],
  ['<url>/broken.pdf', 2, '<host> answered 500'],
  ['<url>/silent.pdf', 2, '<host> did not answer in time'],
  ['<url>/dripping.pdf', 2, '<host> did not answer in time'],
  ['<url>/reset.pdf', 2, 'no connection to <host>, or it broke off'],
  ['<url>/short.pdf', 2, 'no connection to <host>, or it broke off'],
  ['https://[::ffff:7f00:1]/', 0, '[::ffff:7f00:1] is an IPv4 address in IPv6'],
  ['https://0x7f.2:8443/', 0, '127.0.0.2 is a loopback address'],
  ['https://user:word@127.0.0.1/', 0, 'without a user or a password in it'],
];

async function expectRefusal({ ask, refused }: Way, [url, kind, reason]: Refusal): Promise<void> {
  const { status, body } = await ask(url.replace('<url>', host.url));
  const told = JSON.stringify(body);
  expect(told).toContain(reason.replace('<host>', host.name));
  expect(status, told).toBe(refused[kind]);
  expect(told).not.toContain(PRIVATE_WORDS);
}

describe.each(Object.entries(WAYS))('%s', (_, way) => {
  test('takes a document, also one that is redirected to, and one without a name in its path', async () => {
    for (const path of ['/invoice.pdf', '/moved.pdf', '/get?id=7'])
      expect((await way.ask(host.url + path)).status, path).toBeLessThan(300);
  });

  test('refuses what is no document or must not be asked, and says why without a word of its host', async () => {
    for (const refusal of REFUSED) await expectRefusal(way, refusal);
  });
});

describe('A document that does not come as it should', () => {
  test.each(REFUSED_ANYWAY)('is refused: %s', (...refusal) => expectRefusal(WAYS['Talonic: upload'], refusal));
});

describe('A document that was fetched', () => {
  test('is extracted like any other, under the name its host gives it', async () => {
    const { data, document } = await server.client.ok<Extracted>('POST', '/v1/extract', {
      json: { file_url: `${host.url}/get?id=7`, schema: SCHEMA },
      headers: { 'idempotency-key': 'by its own name' },
    });
    expect(data).toEqual({ invoice_number: expect.stringMatching(/\w/) });
    expect(document.filename).toMatch(/\.pdf$/);
  });

  test('is not fetched again when its request is sent again under the same key', async () => {
    const json = { file_url: `${host.url}/moved.pdf`, schema: SCHEMA };
    const headers = { 'idempotency-key': 'once' };
    const first = await server.client.ok<Extracted>('POST', '/v1/extract', { json, headers });
    const asked = host.asked('/moved.pdf');
    const again = await server.client.ok<Extracted>('POST', '/v1/extract', { json, headers });
    expect([again.extraction_id, host.asked('/moved.pdf')]).toEqual([first.extraction_id, asked]);
    const other = { ...json, file_url: `${host.url}/invoice.pdf` };
    expect((await server.client.call('POST', '/v1/extract', { json: other, headers })).status).toBe(422);
  });
});

interface Extracted {
  readonly extraction_id: string;
  readonly data: unknown;
  readonly document: { readonly filename: string };
}
