/** What the whole Worker answers while the stores it stands on do not. */
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import worker from '../../../src/index';
import type { Decide } from '../../chaos/worker/fault';
import { faultyBucket } from '../../chaos/worker/faulty-binding';
import { faultyDatabase } from '../../chaos/worker/faulty-database';
import { invoiceText, mimeData } from '../../support/documents';
import { type Account, newAccount, ORIGIN } from './account';

const OVERLOADED = new Error('D1_ERROR: D1 DB is overloaded. Requests queued for too long.');
const INTERNAL = new Error('We encountered an internal error. Please try again. (10001)');

const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} } as const;

interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const ask = (bindings: Env, { method = 'GET', path, json, headers = {} }: Asked): Promise<Response> =>
  Promise.resolve(
    worker.fetch(
      new Request(`${ORIGIN}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      }),
      bindings,
      context as unknown as ExecutionContext,
    ),
  );

/** D1 is overloaded, or R2 out of order, from the call with this number on. */
function failingFrom(first: number): { readonly d1: Env; readonly r2: Env; readonly calls: () => number } {
  let calls = 0;
  const deciding =
    (error: Error): Decide =>
    () => {
      calls += 1;
      return calls > first ? { kind: 'before', error } : { kind: 'none' };
    };
  return {
    d1: { ...env, DB: faultyDatabase(env.DB, deciding(OVERLOADED)) },
    r2: { ...env, BLOBS: faultyBucket(env.BLOBS, deciding(INTERNAL)) },
    calls: () => calls,
  };
}

const keyOf = ({ key }: Account, dialect: 'talonic' | 'retab' | 'llamacloud'): Record<string, string> =>
  dialect === 'retab' ? { 'api-key': key } : { authorization: `Bearer ${key}` };

describe('a database that does not answer', () => {
  test.each([
    ['talonic', '/talonic/v1/jobs', { code: 'INTERNAL_ERROR', statusCode: 503, retryable: true }],
    ['retab', '/retab/v1/jobs', { detail: { code: 'storage_unavailable' } }],
    ['llamacloud', '/llamacloud/api/v2/extract', { detail: 'The database cannot be reached now; try again' }],
  ] as const)('is a 503 of %s that says when to come back', async (dialect, path, shape) => {
    const account = await newAccount();
    const response = await ask(failingFrom(0).d1, { path, headers: keyOf(account, dialect) });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await response.json()).toMatchObject(shape);
  });
});

test('a document is deleted, or who asked is told of the outage, at whatever call the database falls away', async () => {
  const account = await newAccount();
  const statuses = new Set<number>();
  for (let first = 0; first < 20 && !statuses.has(200); first += 1) {
    const path = `/v1/documents/${await stored(account)}`;
    const headers = keyOf(account, 'talonic');
    statuses.add((await ask(failingFrom(first).d1, { method: 'DELETE', path, headers })).status);
  }
  expect([...statuses]).toEqual([503, 200]);
});

const document = mimeData(invoiceText(1));
const json_schema = { type: 'object', properties: { total_gross: { type: 'number' } } };

/** Every way to make one job. `prepare` stores what the request names. */
const CREATIONS: Readonly<Record<string, (account: Account) => Promise<Asked>>> = {
  'a Talonic job': async (account) => {
    const { body: schema } = await account.call<{ id: string }>('POST', '/v1/schemas', {
      json: { name: 'Invoice', definition: { total_gross: 'number' } },
    });
    const json = { name: 'n', schema_id: schema.id, document_ids: [await stored(account)] };
    return { path: '/v1/jobs', json, headers: keyOf(account, 'talonic') };
  },
  'a Talonic extraction': async (account) => {
    const json = { document_id: await stored(account), schema: { total_gross: 'number' }, options: { async: true } };
    return { path: '/v1/extract', json, headers: keyOf(account, 'talonic') };
  },
  'a Retab job': async (account) => {
    const json = { endpoint: '/v1/documents/extract', request: { document, json_schema, model: 'retab-micro' } };
    return { path: '/retab/v1/jobs', json, headers: keyOf(account, 'retab') };
  },
  'a LlamaCloud extraction': async (account) => {
    const json = { file_input: await stored(account), configuration: { data_schema: json_schema } };
    return { path: '/api/v2/extract', json, headers: keyOf(account, 'llamacloud') };
  },
};

async function stored(account: Account): Promise<string> {
  const form = new FormData();
  const { bytes, filename } = invoiceText(2);
  form.set('file', new File([bytes], filename));
  return (await account.call<{ id: string }>('POST', '/v1/documents', { form })).body.id;
}

const jobsOf = async ({ id }: Account): Promise<number> =>
  (await env.DB.prepare('SELECT count(*) AS n FROM jobs WHERE account_id = ?').bind(id).first<number>('n')) ?? 0;

describe.each(Object.entries(CREATIONS))('%s', (_, prepare) => {
  test.each(['d1', 'r2'] as const)(
    'is never made by a request that is told of an outage of %s, and once by the one that comes again',
    async (binding) => {
      const account = await newAccount();
      const asked = await prepare(account);
      let statuses = new Set<number>();
      for (let first = 0; first < 30; first++) {
        const before = await jobsOf(account);
        const key = { 'idempotency-key': `${binding}-${first}` };
        const creation = { ...asked, method: 'POST', headers: { ...asked.headers, ...key } };
        const failing = failingFrom(first);
        const { status } = await ask(failing[binding], creation);
        statuses = statuses.add(status < 300 ? 200 : status);
        expect([status, await jobsOf(account)]).toEqual([status, status < 300 ? before + 1 : before]);
        const again = await ask(env, creation);
        expect([again.status < 300, await jobsOf(account)]).toEqual([true, before + 1]);
        if (failing.calls() <= first) break;
      }
      expect(statuses).toEqual(new Set([503, 200]));
    },
  );
});
