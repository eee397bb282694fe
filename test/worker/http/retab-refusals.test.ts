/** What the vendor's clients are told when something cannot be done: the object form of `detail`, and nothing else. */

import { describe, expect, test } from 'vitest';
import { OPERATION } from '../../../src/http/retab/endpoints';
import { toBase64 } from '../../../src/jobs/base64';
import { shortJobId } from '../../../src/jobs/id-forms';
import { encryptedPdf } from '../../support/documents';
import { type Answer, type Call, fetchWorker } from './account';
import { createJob, extractRequest, getJob, newRetabClient, type RetabClient, untilEnded } from './retab-client';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const ROUTES = [
  'POST /v1/jobs',
  'GET /v1/jobs',
  'GET /v1/jobs/:id',
  'GET /v1/jobs/:id/status',
  'POST /v1/jobs/:id/cancel',
  'POST /v1/jobs/:id/retry',
  'POST /v1/documents/extract',
  'GET /v1/models',
].map((route) => {
  const [method = '', path = ''] = route.split(' ');
  return { method, path };
});

const shown = ({ status, headers, body }: Answer<unknown>) => [status, headers.get('content-type'), body];
const refusal = (status: number, code: string, message: string, field?: string) => [
  status,
  'application/json',
  { detail: { code, message, details: field === undefined ? null : { field } } },
];

test.each(ROUTES)('$method $path without a good key answers 401', async ({ method, path }) => {
  for (const key of [undefined, 'sk_wrong']) {
    const headers: Record<string, string> = key === undefined ? {} : { 'api-key': key };
    const response = await fetchWorker(`/retab${path.replace(':id', UNKNOWN)}`, { method, headers });
    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual(
      refusal(
        401,
        'unauthorized',
        key === undefined
          ? 'No API key was sent; send it as "Api-Key: <key>".'
          : 'The API key is not known here, or no longer.',
      ),
    );
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
  }
});

test('a job of another account, of nobody and under an id that is none are equally not there', async () => {
  const owner = await newRetabClient();
  const stranger = await newRetabClient();
  const { id } = await createJob(owner, extractRequest(1));
  await untilEnded(owner, id);
  const byId = ROUTES.filter(({ path }) => path.includes(':id'));
  expect(byId.length).toBe(4);
  for (const asked of [id, shortJobId(UNKNOWN), UNKNOWN, 'nonsense', 'job_1', `${id}0`]) {
    for (const { method, path } of byId) {
      const answer = await stranger.call(method, path.replace(':id', asked));
      expect([path, ...shown(answer)]).toEqual([path, ...refusal(404, 'not_found', `Job ${asked} does not exist`)]);
    }
  }
  for (const side of ['before', 'after']) {
    const answer = await stranger.call('GET', `/v1/jobs?${side}=${id}`);
    const message = `"${id}" is no job to page from; send first_id as before, last_id as after`;
    expect(shown(answer)).toEqual(refusal(422, 'invalid_request', `${side}: ${message}`, side));
  }
  expect((await stranger.call('GET', `/v1/jobs?id=${id}`)).body.data).toEqual([]);
  expect((await owner.call('GET', `/v1/jobs?id=${id}`)).body.data).toEqual([await getJob(owner, id)]);
});

describe('a request that is wrong', () => {
  const job = (request: unknown, more: object = {}): Call => ({
    json: { endpoint: '/v1/documents/extract', request, ...more },
  });
  const cases: readonly (readonly [string, string, string, Call, readonly unknown[]])[] = [
    ['broken JSON', 'POST', '/v1/jobs', { text: '{' }, refusal(422, 'invalid_request', 'The body is not valid JSON.')],
    ['a list', 'POST', '/v1/documents/extract', { json: [] }, refusal(422, 'invalid_request', 'must be an object')],
    [
      'no request',
      'POST',
      '/v1/jobs',
      { json: { endpoint: '/v1/documents/extract' } },
      refusal(422, 'invalid_request', 'request: must be an object', 'request'),
    ],
    [
      'an endpoint that does not run here',
      'POST',
      '/v1/jobs',
      { json: { endpoint: '/v1/partitions', request: {} } },
      refusal(
        422,
        'invalid_request',
        `endpoint: /v1/partitions does not run here; jobs run ${[...OPERATION.keys()].join(', ')}`,
        'endpoint',
      ),
    ],
    [
      'an endpoint nobody knows',
      'POST',
      '/v1/jobs',
      { json: { endpoint: '/v1/jobs', request: {} } },
      refusal(422, 'invalid_request', expect.stringMatching(/^endpoint: must be one of /), 'endpoint'),
    ],
    [
      'no document',
      'POST',
      '/v1/jobs',
      job(extractRequest(1, { document: undefined })),
      refusal(422, 'invalid_request', 'document: must be an object with a filename and a url', 'document'),
    ],
    [
      'a document on a private network',
      'POST',
      '/v1/documents/extract',
      { json: extractRequest(1, { document: { filename: 'a.pdf', url: 'https://10.0.0.1/a.pdf' } }) },
      refusal(
        422,
        'invalid_request',
        'document.url: 10.0.0.1 is a private address; only public addresses are spoken to',
        'document.url',
      ),
    ],
    [
      'a document that is not stored',
      'POST',
      '/v1/jobs',
      job(extractRequest(1, { document: { id: UNKNOWN, filename: 'a.pdf', mime_type: 'application/pdf' } })),
      refusal(422, 'invalid_request', `document.id: "${UNKNOWN}" is no stored document`, 'document.id'),
    ],
    [
      'a document under an id that is none',
      'POST',
      '/v1/jobs',
      job(extractRequest(1, { document: { id: 'file_0123456789abcdef' } })),
      refusal(422, 'invalid_request', 'document.id: "file_0123456789abcdef" is no stored document', 'document.id'),
    ],
    [
      'no shape',
      'POST',
      '/v1/jobs',
      job(extractRequest(1, { json_schema: null })),
      refusal(422, 'invalid_request', 'json_schema: must be a JSON Schema object', 'json_schema'),
    ],
    [
      'a shape that is none',
      'POST',
      '/v1/jobs',
      job(extractRequest(1, { json_schema: { type: 'object', properties: { total: { $ref: '#/$defs/none' } } } })),
      refusal(422, 'invalid_request', expect.stringMatching(/^json_schema\.total/), 'json_schema.total'),
    ],
    [
      'metadata under a name that objects cannot simply have',
      'POST',
      '/v1/jobs',
      {
        text: JSON.stringify({
          endpoint: '/v1/documents/extract',
          request: extractRequest(1),
          metadata: { lot: '7' },
        }).replace('lot', '__proto__'),
      },
      refusal(422, 'invalid_request', 'metadata: no key may be "__proto__"', 'metadata'),
    ],
    [
      'metadata that is no text',
      'POST',
      '/v1/jobs',
      job(extractRequest(1), { metadata: { lot: 7 } }),
      refusal(422, 'invalid_request', 'metadata.lot: must be text', 'metadata.lot'),
    ],
    [
      'before and after',
      'GET',
      `/v1/jobs?before=${UNKNOWN}&after=${UNKNOWN}`,
      {},
      refusal(422, 'invalid_request', 'before: send either before or after', 'before'),
    ],
    [
      'a cursor that is none',
      'GET',
      '/v1/jobs?after=job_1',
      {},
      refusal(422, 'invalid_request', expect.stringMatching(/^after: "job_1" is no job/), 'after'),
    ],
    [
      'a limit of 0',
      'GET',
      '/v1/jobs?limit=0',
      {},
      refusal(422, 'invalid_request', 'limit: must be 1 to 100', 'limit'),
    ],
    [
      'a pattern that repeats',
      'GET',
      '/v1/jobs?filename_regex=%5E(a%2B)%2B%24',
      {},
      refusal(
        422,
        'invalid_request',
        'filename_regex: + repeats, which is not taken; write \\+ for the sign itself',
        'filename_regex',
      ),
    ],
    [
      '21 jobs with their responses',
      'GET',
      '/v1/jobs?include_response=true&limit=21',
      {},
      refusal(422, 'invalid_request', 'limit: at most 20 together with include_response', 'limit'),
    ],
    [
      'a flag that is none',
      'GET',
      `/v1/jobs/${UNKNOWN}?include_request=perhaps`,
      {},
      refusal(422, 'invalid_request', 'include_request: must be true or false', 'include_request'),
    ],
    [
      'a path that is not there',
      'DELETE',
      `/v1/jobs/${UNKNOWN}`,
      {},
      refusal(404, 'not_found', `There is no DELETE /v1/jobs/${UNKNOWN} here.`),
    ],
    [
      'a long idempotency key',
      'POST',
      '/v1/jobs',
      { ...job(extractRequest(1)), headers: { 'idempotency-key': 'k'.repeat(256) } },
      refusal(422, 'invalid_request', 'Idempotency-Key: longer than 255 characters.'),
    ],
  ];

  test.each(cases)('%s', async (_name, method, path, call, expected) => {
    const client = await newRetabClient();
    expect(shown(await client.call(method, path, call))).toEqual(expected);
  });

  test('leaves nothing behind', async () => {
    const client = await newRetabClient();
    for (const [, method, path, call] of cases.filter(([, method]) => method === 'POST')) {
      await client.call(method, path, call);
    }
    expect((await client.call('GET', '/v1/jobs')).body.data).toEqual([]);
    const { body } = await client.account.call<{ data: unknown[] }>('GET', '/talonic/v1/documents');
    expect(body.data).toEqual([]);
  });

  test('nested without end is refused', async () => {
    const text = JSON.stringify({ endpoint: '/v1/documents/extract', request: extractRequest(1, { extra: 0 }) });
    const deep = text.replace('"extra":0', `"extra":${'['.repeat(900)}${']'.repeat(900)}`);
    const client = await newRetabClient();
    expect(shown(await client.call('POST', '/v1/jobs', { text: deep }))).toEqual(
      refusal(422, 'invalid_request', 'request: nested deeper than 200 levels', 'request'),
    );
  });
});

test('a locked document is told where it is waited for, and in the job', async () => {
  const client: RetabClient = await newRetabClient();
  const { filename, bytes } = encryptedPdf();
  const request = extractRequest(1, {
    document: { filename, url: `data:application/pdf;base64,${toBase64(bytes)}` },
  });
  const message = expect.stringContaining('encrypted.pdf');
  expect(shown(await client.call('POST', '/v1/documents/extract', { json: request }))).toEqual(
    refusal(422, 'document_unreadable', message),
  );
  const { id } = await createJob(client, request);
  expect(await untilEnded(client, id)).toMatchObject({
    status: 'failed',
    response: null,
    error: { code: 'document_unreadable', message, details: null },
    last_failure_code: 'document_unreadable',
  });
});
