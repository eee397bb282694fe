/** https://docs.retab.com (Jobs) — a request that is sent again because its answer never came. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, createClient } from '../support/client';
import { invoiceText, mimeData } from '../support/documents';
import { type LossyProxy, startLossyProxy } from '../support/lossy-proxy';
import { readAs } from '../support/read-as';
import { RETAB_LANGUAGES, type RetabUser } from '../support/retab-users';
import { type Server, startServer } from '../support/server';
import * as wire from '../wire/retab';

const EXTRACT = '/v1/documents/extract';

let server: Server;
let lossy: LossyProxy;
beforeAll(async () => {
  server = await startServer();
  lossy = await startLossyProxy(server.url);
});
afterAll(async () => {
  await lossy?.close();
  await server?.remove();
});

const requestOf = (index: number) => ({
  document: mimeData(invoiceText(index)),
  json_schema: { type: 'object', properties: { invoice_number: { type: 'string' } } },
  model: 'retab-small',
});

/** What a caller does whose call threw: the same again. */
async function untilAnswered(call: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
  for (;;) {
    const answer = await call().catch(() => null);
    if (answer !== null) return answer;
  }
}

describe.each(RETAB_LANGUAGES)('Retab for $language, when answers get lost,', ({ language, open }) => {
  let sdk: RetabUser;
  beforeAll(() => {
    sdk = open({ url: lossy.url, key: server.key });
  });
  const create = (metadata: Record<string, string>, headers: Record<string, string>) =>
    untilAnswered(() => sdk.create({ endpoint: EXTRACT, request: requestOf(1), metadata }, headers));
  const idsOf = async (metadata: Record<string, string>) =>
    readAs(await sdk.list({ metadata }), 200, wire.WholeList).data.map(({ id }) => id);

  it('has one job of a request under an idempotency key', async () => {
    const metadata = { trip: `${language} with a key` };
    lossy.lose(2);
    const { id } = readAs(await create(metadata, { 'Idempotency-Key': `trip ${language}` }), 200, wire.WholeJob);
    expect(await idsOf(metadata)).toEqual([id]);
    const other = { trip: `${language} with a key, changed` };
    readAs(await create(other, { 'Idempotency-Key': `trip ${language}` }), 422, wire.Problem);
  });

  it('has one job of a request that says it is sent again', async () => {
    const metadata = { trip: `${language} again` };
    const first = readAs(await create(metadata, {}), 200, wire.WholeJob);
    const again = readAs(await create(metadata, { 'x-stainless-retry-count': '1' }), 200, wire.WholeJob);
    expect(again.id).toBe(first.id);
  });

  it('has two jobs of two requests that are the same', async () => {
    const metadata = { trip: `${language} twice` };
    const ids = [await create(metadata, {}), await create(metadata, {})].map(
      (answer) => readAs(answer, 200, wire.WholeJob).id,
    );
    expect(new Set(await idsOf(metadata))).toEqual(new Set(ids));
    expect(new Set(ids).size).toBe(2);
  });
});

it('Retab reads a job by its status route, light and fast', async () => {
  const client = createClient(server.url, server.key);
  const headers = { 'api-key': server.key };
  const json = { endpoint: EXTRACT, request: requestOf(2) };
  const { id } = readAs(await client.call('POST', '/v1/jobs', { json, headers }), 200, wire.WholeJob);
  const status = readAs(await client.call('GET', `/v1/jobs/${id}/status`, { headers }), 200, wire.WholeJob);
  expect([status.id, status.request, status.response]).toEqual([id, null, null]);
});
