/** Every way the API says no, in the one envelope its clients read. */
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { createPorts } from '../../../src/bindings';
import { createApp } from '../../../src/http/app';
import type { Log } from '../../../src/http/dialect';
import { talonicApp } from '../../../src/http/talonic/routes';
import type { ErrorEnvelope } from '../../../src/http/talonic/wire';
import { fieldIdOf } from '../../../src/jobs/field';
import { createRateLimiter } from '../../../src/stores/durable/rate-limiter';
import {
  emptyFile,
  encryptedPdf,
  formWith,
  INVOICE_SCHEMA,
  invoiceText,
  windowsProgram,
} from '../../support/documents';
import { type Account, type Answer, type Call, fetchWorker, newAccount, ORIGIN } from './account';

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

/** What `talonicApp` answers, from its own table: a new route is covered by being there. */
const ROUTES = [
  ...new Set(talonicApp.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)),
]
  .map((route) => route.split(' '))
  .map(([method = '', path = '']) => ({ method, path }));

/** Those that need no key: what is for everybody, and what a secret link leads to. */
const OPEN_ROUTES = ['GET /v1/pricing', 'POST /v1/upload/:token', 'PUT /v1/upload/:token'];
const CLOSED_ROUTES = ROUTES.filter(({ method, path }) => !OPEN_ROUTES.includes(`${method} ${path}`));

/** Good enough to get past the door of each route that wants a body. */
const BODIES: Readonly<Record<string, unknown>> = {
  'PUT /v1/schemas/:id': { name: 'Other' },
  'PATCH /v1/extractions/:id/data': { corrections: [{ field: 'invoice_number', value: 'stolen' }] },
  'PATCH /v1/sources/:id': { name: 'Other' },
  'PUT /v1/sources/:id': { name: 'Other' },
  'PATCH /v1/webhooks/:id': { is_active: false },
  'PUT /v1/webhooks/:id': { is_active: false },
};

const withId = (path: string, id: string): string => path.replace(':id', id);

function callOf(method: string, path: string): Call {
  const json = BODIES[`${method} ${path}`];
  return json === undefined ? {} : { json };
}

function expectEnvelope({ status, headers, body }: Answer<ErrorEnvelope>, code: string, statusCode: number): void {
  expect(body).toEqual({
    statusCode,
    code,
    error: expect.any(String),
    message: expect.any(String),
    retryable: expect.any(Boolean),
    request_id: headers.get('x-request-id'),
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    path: expect.stringMatching(/^\/v1\//),
  });
  expect(status).toBe(statusCode);
  expect(headers.get('content-type')).toBe('application/json');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
}

describe('without a good key', () => {
  test('the table of routes is the whole main path', () => {
    expect([ROUTES.length, CLOSED_ROUTES.length]).toEqual([54, 51]);
  });

  test.each(CLOSED_ROUTES)('$method $path answers 401', async ({ method, path }) => {
    const good = withId(path, UNKNOWN_ID);
    for (const authorization of [undefined, 'Bearer tlnc_wrong', 'Basic dGxuYw==', 'Bearer ']) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const response = await fetchWorker(good, { method, headers });
      const body = (await response.json()) as ErrorEnvelope;
      expectEnvelope({ status: response.status, headers: response.headers, body }, 'AUTH_REQUIRED', 401);
      expect(body).toMatchObject({ retryable: false, path: good });
    }
  });

  test('the liveness check answers', async () => {
    const response = await fetchWorker('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });
});

async function ownedThings(account: Account): Promise<Record<string, string>> {
  const schema = await account.call<{ id: string }>('POST', '/v1/schemas', {
    json: { name: 'A', definition: INVOICE_SCHEMA },
  });
  const form = formWith(invoiceText(1));
  form.set('schema_id', schema.body.id);
  const extracted = await account.call<{ extraction_id: string; job_id: string; document: { id: string } }>(
    'POST',
    '/v1/extract',
    { form },
  );
  expect(extracted.status).toBe(200);
  const { extraction_id, job_id, document } = extracted.body;
  const source = await account.call<{ id: string }>('POST', '/v1/sources', { json: { name: 'A' } });
  const webhook = await account.call<{ id: string }>('POST', '/v1/webhooks', { json: { url: 'https://a.test/in' } });
  return {
    schemas: schema.body.id,
    documents: document.id,
    extractions: extraction_id,
    jobs: job_id,
    fields: await fieldIdOf(account.id, 'invoice_number'),
    sources: source.body.id,
    webhooks: webhook.body.id,
  };
}

describe('things of another account', () => {
  test('cannot be told from things that are not there', async () => {
    const owner = await newAccount();
    const stranger = await newAccount();
    const owned = await ownedThings(owner);
    const asked = async (method: string, path: string, id: string): Promise<string> => {
      const { status, body } = await stranger.call<ErrorEnvelope>(method, withId(path, id), callOf(method, path));
      const text = JSON.stringify({ ...body, request_id: '', timestamp: '' });
      return `${method} ${path} ${status} ${text.replaceAll(id, ':id')}`;
    };
    const byId = ROUTES.filter(({ path }) => path.includes(':id'));
    expect(byId.length).toBe(27);
    for (const { method, path } of byId) {
      const id = owned[path.split('/')[2] ?? ''] ?? '';
      const answer = await asked(method, path, id);
      expect(answer).toBe(await asked(method, path, UNKNOWN_ID));
      expect(answer).toContain(' 404 ');
    }
    for (const kind of ['jobs', 'documents', 'extractions', 'schemas', 'fields', 'sources', 'webhooks']) {
      const { body } = await stranger.call<{ data: unknown[]; pagination: { total: number } }>('GET', `/v1/${kind}`);
      expect([kind, body.data, body.pagination.total]).toEqual([kind, [], 0]);
    }
    for (const [path, json] of [
      ['/v1/jobs', { schema_id: owned.schemas }],
      ['/v1/extract', { document_id: owned.documents, schema: INVOICE_SCHEMA }],
    ] as const) {
      expectEnvelope(await stranger.call<ErrorEnvelope>('POST', path, { json }), 'RESOURCE_NOT_FOUND', 404);
    }
    expect((await owner.call<{ name: string }>('GET', `/v1/schemas/${owned.schemas}`)).body.name).toBe('A');
  });
});

describe('what is asked for wrongly', () => {
  test.each(ROUTES.filter(({ path }) => path.includes(':id')))(
    '$method $path with a malformed id answers 400',
    async ({ method, path }) => {
      const account = await newAccount();
      for (const id of ['nonsense', 'a%2Fb', `${UNKNOWN_ID}0`, '%E0%A4%A']) {
        const answer = await account.call<ErrorEnvelope>(method, withId(path, id), callOf(method, path));
        expectEnvelope(answer, 'VALIDATION_ERROR', 400);
      }
    },
  );

  const cases: readonly (readonly [string, string, string, Call, number, string])[] = [
    ['broken JSON', 'POST', '/v1/jobs', { text: '{"schema_id": ' }, 400, 'VALIDATION_ERROR'],
    ['a body that is no object', 'POST', '/v1/schemas', { text: '[1]' }, 400, 'VALIDATION_ERROR'],
    ['no body', 'POST', '/v1/jobs', {}, 400, 'VALIDATION_ERROR'],
    ['a schema id that is none', 'POST', '/v1/jobs', { json: { schema_id: 'x' } }, 400, 'VALIDATION_ERROR'],
    ['an unknown schema', 'POST', '/v1/jobs', { json: { schema_id: UNKNOWN_ID } }, 404, 'RESOURCE_NOT_FOUND'],
    [
      'a name of 201 characters',
      'POST',
      '/v1/jobs',
      { json: { schema_id: UNKNOWN_ID, name: 'x'.repeat(201) } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a malformed document id',
      'POST',
      '/v1/jobs',
      { json: { schema_id: UNKNOWN_ID, document_ids: ['x'] } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      '2,001 documents',
      'POST',
      '/v1/jobs',
      { json: { schema_id: UNKNOWN_ID, document_ids: Array(2001).fill(UNKNOWN_ID) } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a schema without a name',
      'POST',
      '/v1/schemas',
      { json: { definition: INVOICE_SCHEMA } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a schema name of 101 characters',
      'POST',
      '/v1/schemas',
      { json: { name: 'x'.repeat(101), definition: INVOICE_SCHEMA } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a definition without fields',
      'POST',
      '/v1/schemas',
      { json: { name: 'A', definition: {} } },
      400,
      'VALIDATION_ERROR',
    ],
    ['no definition', 'POST', '/v1/schemas', { json: { name: 'A' } }, 400, 'VALIDATION_ERROR'],
    [
      'a definition and fields',
      'POST',
      '/v1/schemas',
      { json: { name: 'A', definition: INVOICE_SCHEMA, fields: [] } },
      400,
      'VALIDATION_ERROR',
    ],
    ['a cursor that is none', 'GET', '/v1/jobs?cursor=zzz', {}, 400, 'VALIDATION_ERROR'],
    ['a limit of 0', 'GET', '/v1/documents?limit=0', {}, 400, 'VALIDATION_ERROR'],
    ['a limit in words', 'GET', '/v1/extractions?limit=ten', {}, 400, 'VALIDATION_ERROR'],
    ['an unknown status', 'GET', '/v1/jobs?status=sleeping', {}, 400, 'VALIDATION_ERROR'],
    ['an unknown order', 'GET', '/v1/jobs?order=random', {}, 400, 'VALIDATION_ERROR'],
    ['a date that is none', 'GET', '/v1/documents?after=yesterday', {}, 400, 'VALIDATION_ERROR'],
    ['a wait that is none', 'GET', `/v1/jobs/${UNKNOWN_ID}?wait=long`, {}, 400, 'VALIDATION_ERROR'],
    ['an upload that is no form', 'POST', '/v1/documents', { json: {} }, 400, 'VALIDATION_ERROR'],
    ['an upload without a file', 'POST', '/v1/documents', { form: new FormData() }, 400, 'VALIDATION_ERROR'],
    [
      'a form that is none',
      'POST',
      '/v1/documents',
      { text: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a form without a boundary',
      'POST',
      '/v1/extract',
      { text: 'x', headers: { 'content-type': 'multipart/form-data' } },
      400,
      'VALIDATION_ERROR',
    ],
    ['an empty file', 'POST', '/v1/documents', { form: formWith(emptyFile()) }, 400, 'VALIDATION_ERROR'],
    ['a program', 'POST', '/v1/documents', { form: formWith(windowsProgram()) }, 422, 'EXTRACTION_FAILED'],
    ['an extraction of nothing', 'POST', '/v1/extract', { json: { schema: INVOICE_SCHEMA } }, 400, 'VALIDATION_ERROR'],
    [
      'two sources',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, file_url: 'https://a.test' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a URL to fetch',
      'POST',
      '/v1/extract',
      { json: { file_url: 'https://a.test/b.pdf', schema: INVOICE_SCHEMA } },
      400,
      'VALIDATION_ERROR',
    ],
    ['no schema', 'POST', '/v1/extract', { json: { document_id: UNKNOWN_ID } }, 400, 'VALIDATION_ERROR'],
    [
      'two schemas',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, schema: INVOICE_SCHEMA, schema_id: UNKNOWN_ID } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a schema that is broken JSON',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, schema: '{' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'options that are broken JSON',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, schema: INVOICE_SCHEMA, options: '{' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a page range that is none',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, schema: INVOICE_SCHEMA, options: { page_range: '5-1' } } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'an unknown document',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, schema: INVOICE_SCHEMA } },
      404,
      'RESOURCE_NOT_FOUND',
    ],
    [
      'no corrections',
      'PATCH',
      `/v1/extractions/${UNKNOWN_ID}/data`,
      { json: { corrections: [] } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a way to propagate that is none',
      'PATCH',
      `/v1/extractions/${UNKNOWN_ID}/data`,
      { json: { corrections: [{ field: 'a', value: 1 }], propagate: 'all' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a long idempotency key',
      'POST',
      '/v1/jobs',
      { json: { schema_id: UNKNOWN_ID }, headers: { 'idempotency-key': 'k'.repeat(256) } },
      400,
      'VALIDATION_ERROR',
    ],
    ['a tier that is none', 'GET', '/v1/fields?tier=best', {}, 400, 'VALIDATION_ERROR'],
    ['a search for nothing', 'GET', '/v1/search', {}, 400, 'VALIDATION_ERROR'],
    ['usage of more than a year', 'GET', '/v1/usage/credits?days=366', {}, 400, 'VALIDATION_ERROR'],
    [
      'an operator that is none',
      'POST',
      '/v1/documents/filter',
      { json: { conditions: [{ field: 'total', operator: 'like', value: 1 }] } },
      400,
      'VALIDATION_ERROR',
    ],
    ['an upload without a name', 'POST', '/v1/documents/upload-session', { json: {} }, 400, 'VALIDATION_ERROR'],
    ['a link that leads nowhere', 'PUT', '/v1/upload/nowhere', { text: 'x' }, 404, 'RESOURCE_NOT_FOUND'],
    ['a source without a name', 'POST', '/v1/sources', { json: { type: 'mail' } }, 400, 'VALIDATION_ERROR'],
    [
      'a webhook that is not secure',
      'POST',
      '/v1/webhooks',
      { json: { url: 'http://a.test/in' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a webhook for an unknown source',
      'POST',
      '/v1/webhooks',
      { json: { url: 'https://a.test/in', source_connection_id: UNKNOWN_ID } },
      404,
      'RESOURCE_NOT_FOUND',
    ],
    ['a route that is not there', 'GET', '/v1/nothing', {}, 404, 'RESOURCE_NOT_FOUND'],
    ['a method that is not there', 'DELETE', '/v1/jobs', {}, 404, 'RESOURCE_NOT_FOUND'],
  ];
  test.each(cases)('%s', async (_name, method, path, call, statusCode, code) => {
    const account = await newAccount();
    const answer = await account.call<ErrorEnvelope>(method, path, call);
    expectEnvelope(answer, code, statusCode);
    expect(answer.body).toMatchObject({ retryable: false, path: path.split('?')[0] });
  });

  test('a form with broken JSON for its schema, an encrypted PDF and a document never extracted', async () => {
    const account = await newAccount();
    const broken = formWith(invoiceText(1));
    broken.set('schema', '{"a": ');
    expectEnvelope(await account.call<ErrorEnvelope>('POST', '/v1/extract', { form: broken }), 'VALIDATION_ERROR', 400);

    const locked = formWith(encryptedPdf());
    locked.set('schema', JSON.stringify(INVOICE_SCHEMA));
    expectEnvelope(await account.call<ErrorEnvelope>('POST', '/v1/extract', { form: locked }), 'OCR_FAILED', 422);

    const document = await account.call<{ id: string }>('POST', '/v1/documents', { form: formWith(invoiceText(1)) });
    const path = `/v1/documents/${document.body.id}/re-extract`;
    const again = await account.call<ErrorEnvelope>('POST', path);
    expectEnvelope(again, 'VALIDATION_ERROR', 400);
  });

  test('a correction of a field the schema does not have names those it has', async () => {
    const account = await newAccount();
    const { extractions } = await ownedThings(account);
    const json = { corrections: [{ field: 'nonsense', value: 1 }] };
    const answer = await account.call<ErrorEnvelope>('PATCH', `/v1/extractions/${extractions}/data`, { json });
    expectEnvelope(answer, 'VALIDATION_ERROR', 400);
    expect(answer.body.message).toBe(
      'corrections[0].field: "nonsense" is no field of the schema; it has invoice_number, due_date, total_gross',
    );
  });

  test('a job that has ended cannot be cancelled or tried again', async () => {
    const account = await newAccount();
    const { jobs } = await ownedThings(account);
    for (const verb of ['cancel', 'retry']) {
      const answer = await account.call<ErrorEnvelope>('POST', `/v1/jobs/${jobs}/${verb}`);
      expectEnvelope(answer, 'VALIDATION_ERROR', 409);
      expect(answer.body).toMatchObject({ error: 'Conflict', retryable: false });
    }
  });

  test.each([
    ['application/json', 9],
    ['multipart/form-data; boundary=b', 52],
  ])('a body of %s that grows past its limit while it is read', async (type, mebibytes) => {
    const account = await newAccount();
    const mebibyte = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === mebibytes) controller.close();
        else controller.enqueue(mebibyte);
        sent += 1;
      },
    });
    const response = await account.open('/v1/extract', { 'content-type': type }, { method: 'POST', body });
    const answer = {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as ErrorEnvelope,
    };
    expectEnvelope(answer, 'FILE_TOO_LARGE', 413);
  });
});

describe('the front door', () => {
  const bearer = { authorization: 'Bearer someone' };
  const silent: Log = { info: () => {}, error: () => {} };

  test('counts what a key may do in a minute, tells it on every answer and refuses the rest', async () => {
    const clock = () => 1_800_000_030_000;
    const app = createApp(
      () => ({ ...createPorts(env), limiter: createRateLimiter(env.RATE_LIMITER, 2, clock) }),
      silent,
    );
    const answers: (number | string | null)[][] = [];
    for (let call = 0; call < 3; call += 1) {
      const { status, headers } = await app.request(`${ORIGIN}/v1/jobs`, { headers: bearer }, env);
      answers.push([status, ...['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`))]);
    }
    expect(answers).toEqual([
      [401, '2', '1', '1800000060'],
      [401, '2', '0', '1800000060'],
      [429, '2', '0', '1800000060'],
    ]);
    const refused = await app.request(`${ORIGIN}/v1/jobs`, { headers: bearer }, env);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ statusCode: 429, code: 'QUOTA_EXCEEDED', retryable: true });
  });

  test('answers an unexpected error without its text, and logs it whole with the request id', async () => {
    const logged: unknown[] = [];
    const broken = () => {
      throw new Error('the secret of the house');
    };
    const log: Log = { info: () => {}, error: (...line) => logged.push(line) };
    const response = await createApp(broken, log).request(`${ORIGIN}/talonic/v1/jobs`, { headers: bearer }, env);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({ code: 'INTERNAL_ERROR', path: '/v1/jobs', retryable: true });
    expect(logged).toEqual([
      [
        'request-failed',
        new Error('the secret of the house'),
        { request_id: response.headers.get('x-request-id'), path: '/v1/jobs' },
      ],
    ]);
  });

  test('answers under the explicit prefix of the dialect too', async () => {
    const account = await newAccount();
    const { status, headers } = await account.call('GET', '/talonic/v1/schemas');
    expect(status).toBe(200);
    expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-f-]{36}$/);
    expect(Number(headers.get('x-ratelimit-remaining'))).toBe(Number(headers.get('x-ratelimit-limit')) - 1);
  });
});
