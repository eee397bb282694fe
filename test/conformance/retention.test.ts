/** What is left in the files of a server once everything in an account was deleted, and once the account was. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readId } from '../../src/jobs/id-forms';
import { type Client, createClient } from '../support/client';
import { formWith, invoicePdf, mimeData } from '../support/documents';
import { createInvoiceSchema, createJob, untilEnded, uploadAll } from '../support/jobs';
import { type Server, startServer } from '../support/server';
import { storedState } from '../support/stored-state';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.remove());

const SCHEMA = { type: 'object', properties: { total: { type: 'number' } } };

interface Named {
  readonly id: string;
}

/** An account, and where each dialect has its key. */
interface Owner {
  readonly key: string;
  readonly client: Client;
}

async function newAccount(account: string): Promise<Owner> {
  const json = { account, scopes: ['read', 'write', 'extract', 'admin'] };
  const { key } = await server.client.ok<{ key: string }>('POST', '/v1/keys', { json });
  return { key, client: createClient(server.url, key) };
}

const ofAccount = (rows: readonly Readonly<Record<string, unknown>>[], account: string) =>
  rows.filter((row) => row.account_id === account || row.id === account);

/** Rows of an account that are left, by table. */
async function leftOf(
  account: string,
): Promise<{ readonly rows: Readonly<Record<string, number>>; readonly keys: readonly string[] }> {
  const { rows, keys } = await storedState(server.dataFolder);
  const counted = Object.entries(rows).map(([table, all]) => [table, ofAccount(all, account).length] as const);
  return {
    rows: Object.fromEntries(counted.filter(([, count]) => count > 0)),
    keys: keys.filter((key) => key.startsWith(`accounts/${account}/`)),
  };
}

/** Documents, a schema, a source, an agent, a project with a dataset, an announced upload, and jobs of three dialects. */
async function fill({
  client,
  key,
}: Owner): Promise<{ readonly documents: readonly string[]; readonly jobs: readonly string[] }> {
  const headers = { 'api-key': key };
  const invoice = await invoicePdf(1);
  const documents = await uploadAll(client, [invoice, await invoicePdf(2)]);
  const job = await createJob(client, 'March', await createInvoiceSchema(client), documents);
  const source = await client.ok<Named>('POST', '/v1/sources', { json: { name: 'Mailroom' } });
  await client.ok('POST', `/v1/sources/${source.id}/documents`, { form: formWith(await invoicePdf(3)) });
  await client.ok('POST', '/llamacloud/api/v1/extraction/extraction-agents', {
    json: { name: 'invoices', data_schema: SCHEMA, config: {} },
  });
  await client.ok('POST', '/v1/documents/upload-session', { json: { filename: 'later.pdf' } });
  const project = await client.ok<Named>('POST', '/retab/v1/projects', {
    headers,
    json: { name: 'P', json_schema: SCHEMA },
  });
  await client.ok('POST', `/retab/v1/projects/${project.id}/datasets`, { headers, json: { name: 'D' } });
  const json = { endpoint: '/v1/documents/parse', request: { document: mimeData(invoice) } };
  const parse = await client.ok<Named>('POST', '/retab/v1/jobs', { headers, json });
  const jobs = [job, readId(parse.id) ?? ''];
  for (const id of jobs) await untilEnded(client, id);
  return { documents, jobs };
}

it('An account is deleted with everything it has', async () => {
  const owner = await newAccount('acme');
  const { client } = owner;
  await fill(owner);
  const before = await leftOf('acme');
  expect(before.keys.length).toBeGreaterThan(10);
  expect(Object.keys(before.rows).length).toBeGreaterThan(12);

  const refused = await client.call<{ code: string }>('DELETE', '/v1/account?account=local');
  expect([refused.status, refused.body.code]).toEqual([400, 'VALIDATION_ERROR']);
  const { status, body } = await client.call('DELETE', '/v1/account?account=acme');
  expect([status, body]).toEqual([200, { deleted: true, id: 'acme', complete: true }]);
  expect((await client.call('GET', '/v1/documents')).status).toBe(401);

  const swept = await fetch(`${server.url}/cdn-cgi/local/scheduled`);
  expect([swept.status, await swept.text()]).toEqual([200, 'ok']);
  const { keys, rows } = await leftOf('acme');
  expect(keys).toEqual([]);
  // The keys stay refused, and it is looked for what comes late, until nothing can any more.
  const { jobs: _tombstones, ...others } = rows;
  expect(others).toEqual({ accounts: 1, api_keys: 1, account_deletions: 1, audit_entries: 2 });
  expect((await server.client.call('GET', '/v1/documents')).status).toBe(200);
});

it('What is deleted leaves nothing in the files of the server', async () => {
  const owner = await newAccount('beta');
  const { client } = owner;
  const { documents, jobs } = await fill(owner);
  for (const id of jobs) await client.ok('DELETE', `/llamacloud/api/v2/extract/${id}`);
  const { data } = await client.ok<{ data: Named[] }>('GET', '/v1/documents?limit=100');
  expect(data.length).toBeGreaterThanOrEqual(documents.length + 1);
  for (const { id } of data) await client.ok('DELETE', `/v1/documents/${id}`);
  const { keys, rows } = await leftOf('beta');
  expect(keys).toEqual([]);
  for (const table of ['documents', 'extractions', 'field_values', 'content_removals'])
    expect([table, rows[table]]).toEqual([table, undefined]);
});
