/** A word that stands nowhere else, in each place where something of a user's can stand: who comes to see it. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { probePort } from '../../scripts/free-port.mjs';
import { hatchCanaries, seenIn, storedIn } from '../support/canaries';
import { type Client, createClient } from '../support/client';
import { formWith } from '../support/documents';
import { runKeys } from '../support/run-keys';
import { type Server, startServer } from '../support/server';

const mine = hatchCanaries();
/** Everything that opens a door; the operator's is printed at the start, which is how it is told. */
const keys: Record<string, string> = { wrong: `tlnc_live_${hatchCanaries().name}` };
/** Every error that was answered to the one whose words these are. */
const errors: string[] = [];
let foreign = '';
let server: Server;
let logged = '';

const document = () => ({
  filename: `${mine.filename}.txt`,
  mediaType: 'text/plain',
  bytes: Uint8Array.from(`Invoice number: ${mine.document}\nTotal: 119.00 EUR\n`, (letter) => letter.charCodeAt(0)),
});
const SCHEMA = { type: 'object', properties: { invoice_number: { type: 'string' }, total: { type: 'number' } } };

async function newKey(name: string): Promise<Client> {
  const { output } = await runKeys(server, 'create', '--account', name, '--scopes', 'read,write,extract,admin');
  keys[name] = /^key (\S+)$/m.exec(output)?.[1] ?? '';
  return createClient(server.url, keys[name] ?? '');
}

/** Everything that can be said in Talonic's words, and what it leads to. */
async function useTalonic(client: Client, port: number): Promise<void> {
  const form = formWith(document());
  form.set('schema', JSON.stringify({ ...SCHEMA, description: mine.schema }));
  form.set('instructions', mine.instructions);
  const { extraction_id } = await client.ok<{ extraction_id: string }>('POST', '/v1/extract', {
    form,
    headers: { 'idempotency-key': mine['idempotency-key'] },
  });
  const corrections = [{ field: 'invoice_number', value: mine.value }];
  await client.ok('PATCH', `/v1/extractions/${extraction_id}/data`, { json: { corrections } });
  const source = await client.ok<{ id: string }>('POST', '/v1/sources', { json: { name: mine.name } });
  const upload = formWith({ ...document(), bytes: Uint8Array.from('other', (letter) => letter.charCodeAt(0)) });
  upload.set('metadata', JSON.stringify({ note: mine.metadata }));
  await client.ok('POST', `/v1/sources/${source.id}/documents`, { form: upload });
  const hook = { url: `http://127.0.0.1:${port}/${mine['webhook-url']}`, secret: mine['webhook-secret'] };
  await client.ok('POST', '/v1/webhooks', { json: hook });
  await client.ok('GET', `/v1/search?q=${mine.query}`);
  const session = await client.ok<{ upload_url: string }>('POST', '/v1/documents/upload-session', {
    json: { filename: document().filename },
  });
  keys['upload link'] = session.upload_url.split('/').at(-1) ?? '';
  await fetch(session.upload_url, { method: 'PUT', body: 'a: 1' });
  const rotated = await client.ok<{ id: string; key: string }>('POST', '/v1/keys', { json: { name: mine.name } });
  keys.rotated = rotated.key;
  keys['in its place'] = (await client.ok<{ key: string }>('POST', `/v1/keys/${rotated.id}/rotate`)).key;
}

async function useRetab(key: string): Promise<void> {
  const content = Buffer.from(document().bytes).toString('base64');
  const json = {
    document: { filename: document().filename, url: `data:text/plain;base64,${content}` },
    json_schema: { ...SCHEMA, title: mine.schema },
    instructions: mine.instructions,
    metadata: { [`k${mine.label.slice(-8)}`]: mine.label },
    model: 'retab-small',
  };
  const answer = await fetch(`${server.url}/v1/documents/extract?access_token=${key}`, {
    method: 'POST',
    headers: { 'api-key': key, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  });
  expect(answer.status).toBe(200);
}

async function useLlamaCloud(client: Client, key: string): Promise<void> {
  const agents = '/api/v1/extraction/extraction-agents';
  const config = { system_prompt: mine.instructions };
  const agent = { name: mine.path, data_schema: SCHEMA, config };
  await client.ok('POST', agents, { json: agent });
  await client.ok('GET', `${agents}/by-name/${mine.path}`);
  const cookie = { headers: { cookie: `session=${key}` } };
  expect((await fetch(`${server.url}/api/v1/projects`, cookie)).status).toBe(200);
  const [file] = (await client.ok<{ items: { id: string }[] }>('GET', '/api/v1/beta/files?page_size=1')).items;
  const link = await client.ok<{ url: string }>('GET', `/api/v1/files/${file?.id}/content`);
  keys['download link'] = new URL(link.url).searchParams.get('token') ?? '';
  expect((await fetch(link.url)).status).toBe(200);
  const headers = { 'x-note': mine['webhook-header'] };
  await client.ok('POST', '/api/v1/beta/webhook-configs', {
    json: { webhook_url: 'http://127.0.0.1:9/a', webhook_headers: headers },
  });
}

/** What is refused, in each of the ways in which something is refused. */
async function goWrong(client: Client, port: number): Promise<void> {
  const broken = Uint8Array.from(`%PDF-1.4 ${mine.document}`, (letter) => letter.charCodeAt(0));
  const damaged = formWith({ filename: `${mine.filename}.pdf`, mediaType: 'application/pdf', bytes: broken });
  damaged.set('schema', JSON.stringify(SCHEMA));
  const answers = await Promise.all([
    client.call('POST', '/v1/extract', { form: damaged }),
    client.call('POST', '/v1/schemas', { text: `{"name": "${mine.malformed}` }),
    client.call('POST', '/v1/jobs', { json: { schema_id: mine.malformed, document_ids: [mine.malformed] } }),
    client.call('GET', `/v1/jobs/${mine.path}`),
    client.call('GET', `/v1/documents?cursor=${mine.query}`),
    client.call('POST', '/v1/documents', {
      json: { file_url: `http://127.0.0.1:${port}/${mine['document-url']}?token=${mine['document-url']}` },
    }),
    createClient(server.url, keys.wrong ?? '').call('GET', '/v1/jobs'),
    client.call('GET', '/v1/jobs', { headers: { authorization: `Bearer ${keys.wrong}x` } }),
  ]);
  for (const { status, body } of answers) {
    expect([status < 200 || status >= 400, JSON.stringify(body)]).toEqual([true, expect.any(String)]);
    expect(status).toBeLessThan(500);
    errors.push(JSON.stringify(body));
  }
  // A key in the wrong place is said back to the one who put it there, and to nobody else.
  await client.call('GET', `/v1/${mine.path}/${keys.wrong}`);
}

/** Everything somebody else can list, and what is told of ids that are none. */
async function lookAround(client: Client): Promise<string> {
  const paths = ['jobs', 'documents', 'extractions', 'schemas', 'fields', 'sources', 'webhooks', 'keys', 'audit'].map(
    (kind) => `/v1/${kind}?limit=100`,
  );
  const others = ['/v1/usage', `/v1/search?q=${mine.document}`, '/v1/webhook-deliveries', '/retab/v1/edit/templates'];
  const llama = ['extraction/extraction-agents', 'beta/files', 'beta/configurations', 'beta/webhook-configs'].map(
    (kind) => `/api/v1/${kind}`,
  );
  const answers = await Promise.all([...paths, ...others, ...llama].map((path) => client.call('GET', path)));
  return JSON.stringify(answers.map(({ body }) => body)).replaceAll(`q=${mine.document}`, '');
}

describe('What a user gives to the service', () => {
  beforeAll(async () => {
    const port = (await probePort(0)) ?? 0;
    server = await startServer({}, true);
    const [client, other] = [await newKey('ours'), await newKey('theirs')];
    await useTalonic(client, port);
    await useRetab(keys.ours ?? '');
    await useLlamaCloud(client, keys.ours ?? '');
    await goWrong(client, port);
    // The webhook is tried in vain, which is told in the log.
    await vi.waitUntil(() => server.logged().includes('"event":"webhook"'), { timeout: 20_000 });
    foreign = await lookAround(other);
    await server.stop();
    logged = server.logged() + server.printed().slice(2).join('\n');
  });
  afterAll(() => server?.remove());

  it('is in no line of the log', () => {
    expect(logged.match(/"event":"request"/g)?.length).toBeGreaterThan(20);
    expect(logged).toMatch(/"event":"message"/);
    expect(seenIn(logged, { ...mine, ...keys })).toEqual([]);
  });

  it('is in no answer to anybody else', () => {
    expect(foreign.length).toBeGreaterThan(500);
    expect(seenIn(foreign, { ...mine, ...keys, theirs: 'no key of theirs is told either' })).toEqual([]);
  });

  it('is in no error but as the word that was wrong: not what a document says, not a secret, not a key', () => {
    expect(errors.length).toBe(8);
    const { document: said, 'webhook-secret': secret, 'webhook-header': header } = mine;
    expect(seenIn(errors.join('\n'), { said, secret, header, ...keys })).toEqual([]);
  });

  it('is stored, but for the keys: not one can be read from the files of the service', async () => {
    expect(Object.values(keys).filter((key) => key.length < 30)).toEqual([]);
    expect(await storedIn(server.dataFolder, { document: mine.document, name: mine.name })).toEqual([
      'document',
      'name',
    ]);
    expect(await storedIn(server.dataFolder, keys)).toEqual([]);
  });
});
