/** https://talonic.com/docs/api — both SDKs send a request again, whatever it was, when no answer came. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/client';
import { invoiceText } from '../support/documents';
import { type LossyProxy, startLossyProxy } from '../support/lossy-proxy';
import { readAs } from '../support/read-as';
import { type Server, startServer } from '../support/server';
import { type TalonicSdk, talonicNode, talonicPython } from '../support/talonic-sdk';
import { tapWire } from '../support/wire-tap';
import * as wire from '../wire/talonic';

/** Four attempts in all. */
const MAX_RETRIES = 3;
const INVOICE = { type: 'object', properties: { invoice_number: { type: 'string' } } };

let server: Server;
let lossy: LossyProxy;
const tap = tapWire();
beforeAll(async () => {
  server = await startServer();
  lossy = await startLossyProxy(server.url);
});
afterAll(async () => {
  await lossy?.close();
  await server?.remove();
});

/** As the SDKs do, without their pauses. */
async function withRetries(call: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
  for (let attempt = 0; attempt < MAX_RETRIES; attempt += 1) {
    const answer = await call().catch(() => null);
    if (answer !== null) return answer;
  }
  return call();
}

const SDKS = [
  { name: 'Node 0.1.24', first: 400, open: (): TalonicSdk => talonicNode(tap, lossy.url, server.key) },
  { name: 'Python 0.1.0', first: 500, open: (): TalonicSdk => talonicPython(lossy.url, server.key) },
];

describe.each(SDKS)('The Talonic SDK for $name, when answers get lost,', ({ name, first, open }) => {
  let sdk: TalonicSdk;
  beforeAll(() => {
    sdk = open();
  });
  const extract = (index: number) => withRetries(() => sdk.extractFile(invoiceText(index), { schema: INVOICE }));

  it('has one extraction of a file it sent three times', async () => {
    lossy.lose(2);
    const { document, extraction_id } = readAs(await extract(first), 200, wire.Extracted);
    const listed = await sdk.get('/v1/extractions', { document_id: document.id });
    expect(readAs(listed, 200, wire.ExtractionList).data.map(({ id }) => id)).toEqual([extraction_id]);
  });

  it('has one job it asked for twice', async () => {
    const { document } = readAs(await extract(first + 1), 200, wire.Extracted);
    const definition = { name: 'Invoice', definition: INVOICE };
    const schema = readAs(await sdk.send('POST', '/v1/schemas', definition), 201, wire.Schema);
    const asked = { schema_id: schema.id, document_ids: [document.id], name: `lost on ${name}` };
    lossy.lose(1);
    const { id } = readAs(await withRetries(() => sdk.send('POST', '/v1/jobs', asked)), 201, wire.CreatedJob);
    const { data } = readAs(await sdk.get('/v1/jobs', { per_page: 50 }), 200, wire.JobList);
    expect(data.filter((job) => job.name === asked.name).map((job) => job.id)).toEqual([id]);
  });
});
