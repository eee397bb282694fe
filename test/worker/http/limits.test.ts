/** Every limit of a request, set low and passed by one: what is answered names it. Those of documents are met by jobs. */
import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { createPorts } from '../../../src/bindings';
import { createApp } from '../../../src/http/app';
import type { Log } from '../../../src/http/dialect';
import type { DialectName } from '../../../src/http/dialects';
import type { LimitVars } from '../../../src/jobs/limits';
import { startJob, storeInvoices } from '../../support/accounts';
import { EACH_DIALECT } from '../../support/dialects';
import { type Account, newAccount, ORIGIN } from './account';
import { callerOf } from './ask-in';

const SILENT: Log = { info: () => {}, error: () => {} };
const MIB = 1024 * 1024;

interface Refusal {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

type Send = (path: string, init: RequestInit, name?: DialectName) => Promise<Refusal>;

/** The Worker with other settings, asked with the account's key. */
function serverWith(vars: LimitVars, account: Account): Send {
  const bindings = { ...env, ...vars };
  const app = createApp(() => createPorts(bindings), SILENT);
  return async (path, init, name = 'talonic') => {
    const headers = new Headers(init.headers);
    for (const [header, value] of Object.entries(EACH_DIALECT[name].keyHeaders(account.key)))
      headers.set(header, value);
    const response = await app.request(`${ORIGIN}/${name}${path}`, { method: 'POST', ...init, headers }, bindings);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
}

const json = (value: unknown): RequestInit => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});

/** As it comes from a client that does not know how long it will be. */
function streamed(bytes: number, type: string): RequestInit {
  let left = bytes;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = Math.min(left, 64 * 1024);
      left -= piece;
      controller.enqueue(new Uint8Array(piece).fill(32));
      if (left === 0) controller.close();
    },
  });
  return { body, headers: { 'content-type': type } };
}

function fileOf(bytes: number, part = 'file', parts = 0): RequestInit {
  const form = new FormData();
  for (let count = 0; count < parts; count += 1) form.append(`p${count}`, 'x');
  form.set(part, new File([new Uint8Array(bytes).fill(97)], 'a.txt', { type: 'text/plain' }));
  return { body: form };
}

const schemaOf = (count: number) => ({
  type: 'object',
  properties: Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, { type: 'string' }])),
});

const deepSchema = (levels: number): object => {
  let inner: object = { type: 'string' };
  for (let level = 0; level < levels; level += 1) inner = { type: 'object', properties: { a: inner } };
  return inner;
};

const inSchema = (definition: unknown) => json({ name: 'Limits', definition });
const deepJson = (levels: number): RequestInit => ({
  body: `{"name":${'['.repeat(levels)}${']'.repeat(levels)}}`,
  headers: { 'content-type': 'application/json' },
});

const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());
const url = (index: number) => ({ url: `http://127.0.0.1:9/${index}.pdf` });

type Case = [
  vars: LimitVars,
  what: string,
  path: string,
  init: () => RequestInit,
  answer: [status: number, message: string],
  name?: DialectName,
];

const UPLOADS = [
  ['talonic', '/v1/documents', 'file'],
  ['llamacloud', '/api/v1/files', 'upload_file'],
] as const;

const CASES: Case[] = [
  ...UPLOADS.map(
    ([name, path, part]): Case => [
      { DOCUMENT_MIB: '1' },
      `a document of 1 MiB and a byte (${name})`,
      path,
      () => fileOf(MIB + 1, part),
      [413, 'has 1048577 bytes; at most 1048576 are taken'],
      name,
    ],
  ),
  ...UPLOADS.map(
    ([name, path, part]): Case => [
      { DOCUMENT_MIB: '1' },
      `a form of 2 MiB and more (${name})`,
      path,
      () => fileOf(2 * MIB, part),
      [413, 'larger than 2097152 bytes'],
      name,
    ],
  ),
  [
    { DOCUMENT_MIB: '1' },
    'a form that does not tell its length',
    '/v1/documents',
    () => streamed(2 * MIB + 1, 'multipart/form-data; boundary=x'),
    [413, 'larger than 2097152 bytes'],
  ],
  [
    { DOCUMENT_MIB: '1' },
    'a file announced as larger',
    '/api/v1/files',
    () => ({ ...json({ name: 'a.pdf', file_size: MIB + 1 }), method: 'PUT' }),
    [413, 'file_size: 1048577 bytes; at most 1048576 are taken'],
    'llamacloud',
  ],
  [{ JSON_MIB: '1' }, 'JSON', '/v1/jobs', () => json('x'.repeat(MIB)), [413, 'larger than 1048576 bytes']],
  [
    { JSON_MIB: '1' },
    'JSON that does not tell its length',
    '/v1/jobs',
    () => streamed(MIB + 1, 'application/json'),
    [413, 'larger than 1048576 bytes'],
  ],
  [
    { JSON_WITH_DOCUMENTS_MIB: '1' },
    'JSON with documents (Retab)',
    '/v1/jobs',
    () => json('x'.repeat(MIB)),
    [413, 'larger than 1048576 bytes'],
    'retab',
  ],
  [
    { JSON_WITH_DOCUMENTS_MIB: '1' },
    'JSON with documents (LlamaCloud)',
    '/api/v1/extraction/run',
    () => json('x'.repeat(MIB)),
    [413, 'larger than 1048576 bytes'],
    'llamacloud',
  ],
  [{}, 'JSON 1,002 deep', '/v1/jobs', () => deepJson(1_001), [413, 'nested deeper than 1000 levels']],
  [{}, 'JSON a million deep (Retab)', '/v1/jobs', () => deepJson(1e6), [413, 'deeper than 1000 levels'], 'retab'],
  [
    {},
    'JSON a million deep (LlamaCloud)',
    '/api/v1/extraction/run',
    () => deepJson(1e6),
    [413, 'deeper than 1000 levels'],
    'llamacloud',
  ],
  [{ JSON_NESTING: '3' }, 'nesting of JSON', '/v1/jobs', () => deepJson(3), [413, 'deeper than 3 levels']],
  [{ JSON_NESTING: '3' }, 'nesting of JSON (Retab)', '/v1/jobs', () => deepJson(3), [413, 'than 3 levels'], 'retab'],
  [
    { JSON_NESTING: '3' },
    'nesting of JSON (LlamaCloud)',
    '/api/v1/extraction/run',
    () => deepJson(3),
    [413, 'deeper than 3 levels'],
    'llamacloud',
  ],
  [{ FORM_PARTS: '2' }, 'parts of a form', '/v1/extract', () => fileOf(1, 'file', 2), [413, 'more than 2 parts']],
  [{}, 'a form of 201 parts', '/v1/documents', () => fileOf(1, 'file', 200), [413, 'more than 200 parts']],
  [
    {},
    'a form of 201 parts (LlamaCloud)',
    '/api/v1/files',
    () => fileOf(1, 'upload_file', 200),
    [413, 'more than 200 parts'],
    'llamacloud',
  ],
  [
    { URLS_PER_REQUEST: '2' },
    'URLs of a request',
    '/v1/schemas/generate',
    () => json({ documents: [url(1), url(2), url(3)], model: 'retab-small' }),
    [422, '3 are URLs; at most 2 are fetched for one request'],
    'retab',
  ],
  [
    { SCHEMA_CHARACTERS: '100' },
    'characters of a schema',
    '/v1/schemas',
    () => inSchema({ a: { type: 'string', description: 'x'.repeat(100) } }),
    [400, 'longer than 100 characters'],
  ],
  [
    { SCHEMA_VALUES: '10' },
    'values of a schema',
    '/v1/schemas',
    () => inSchema(schemaOf(10)),
    [400, 'more than 10 JSON values'],
  ],
  [
    { SCHEMA_NESTING: '5' },
    'nesting of a schema',
    '/v1/schemas',
    () => inSchema(deepSchema(4)),
    [400, 'nested deeper than 5 levels'],
  ],
  [
    { SCHEMA_DEPTH: '3' },
    'levels of a schema',
    '/v1/schemas',
    () => inSchema(deepSchema(4)),
    [400, 'nested deeper than 3 levels'],
  ],
  [
    { SCHEMA_FIELDS: '5' },
    'fields of a schema',
    '/v1/schemas',
    () => inSchema(schemaOf(5)),
    [400, 'more than 5 nodes'],
  ],
  [
    { SCHEMA_FIELDS: '1', SCHEMA_REFERENCES: '1' },
    'references of a schema',
    '/v1/schemas',
    () =>
      inSchema({
        $ref: '#/$defs/a',
        $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/c' }, c: schemaOf(1) },
      }),
    [400, 'more than 1 references'],
  ],
  [
    { SCHEMA_CHOICES: '2' },
    'choices of a schema',
    '/v1/schemas',
    () => inSchema({ type: 'object', properties: { a: { enum: ['x', 'y', 'z'] } } }),
    [400, 'more than 2 values'],
  ],
  [
    { SCHEMA_FIELDS: '5' },
    'fields of a schema (Retab)',
    '/v1/jobs',
    () =>
      json({
        endpoint: '/v1/documents/extract',
        request: {
          json_schema: schemaOf(5),
          model: 'retab-small',
          document: { filename: 'a.txt', url: 'data:text/plain;base64,QQ==' },
        },
      }),
    [422, 'more than 5 nodes'],
    'retab',
  ],
  [
    { SCHEMA_FIELDS: '5' },
    'fields of a schema (LlamaCloud)',
    '/api/v1/extraction/extraction-agents',
    () => json({ name: 'Limits', data_schema: schemaOf(5), config: {} }),
    [400, 'more than 5 nodes'],
    'llamacloud',
  ],
  ...['/api/v1/extraction/extraction-agents/schema/validation', '/api/v2/extract/schema/validation'].map(
    (path): Case => [
      { SCHEMA_FIELDS: '5' },
      `fields of a schema that is only looked at (${path})`,
      path,
      () => json({ data_schema: schemaOf(5) }),
      [400, 'more than 5 nodes'],
      'llamacloud',
    ],
  ),
  [
    { SCHEMA_FIELDS: '5' },
    'fields of a schema of a project',
    '/v1/evals/extract',
    () => json({ name: 'Limits', json_schema: schemaOf(5) }),
    [422, 'json_schema.f4: more than 5 nodes'],
    'retab',
  ],
];

async function startedJob(account: Account): Promise<string> {
  const caller = callerOf(account);
  return (await startJob(caller, await storeInvoices(caller, 1))).id;
}

describe('past a limit', () => {
  test.each<Case>(CASES)('%j: %s', async (vars, _, path, init, [status, message], name) => {
    const account = await newAccount();
    const answer = await serverWith(vars, account)(path, init(), name);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(message)]);
  });

  test('what was accepted stays good when a limit is lowered: a schema, an agent, a configuration, a project', async () => {
    const account = await newAccount();
    const usual = serverWith({}, account);
    const lowered = serverWith({ SCHEMA_FIELDS: '1' }, account);
    const made = async (...[path, init, name]: Parameters<Send>) => JSON.parse((await usual(path, init, name)).text).id;
    const [document] = await storeInvoices(callerOf(account), 1);
    const data_schema = schemaOf(5);

    const schema_id = await made('/v1/schemas', inSchema(data_schema));
    const agent = json({ name: 'Kept', data_schema, config: {} });
    const extraction_agent_id = await made('/api/v1/extraction/extraction-agents', agent, 'llamacloud');
    const parameters = { product_type: 'extract_v2', data_schema };
    const configuration_id = await made(
      '/api/v1/beta/configurations',
      json({ name: 'Kept', parameters }),
      'llamacloud',
    );
    const project_id = await made('/v1/projects', json({ name: 'Kept', json_schema: data_schema }), 'retab');

    const url = 'data:text/plain;base64,QQ==';
    const request = { project_id, document: { filename: 'a.txt', url } };
    const answers = await Promise.all([
      lowered('/v1/jobs', json({ schema_id, document_ids: [document?.id] })),
      lowered('/api/v1/extraction/jobs', json({ extraction_agent_id, file_id: document?.id }), 'llamacloud'),
      lowered('/api/v2/extract', json({ configuration_id, file_input: document?.id }), 'llamacloud'),
      lowered('/v1/jobs', json({ endpoint: '/v1/projects/extract', request }), 'retab'),
      lowered('/v1/schemas', inSchema(data_schema)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 400]);
  });

  test('DOCUMENTS_PER_JOB: a job of one more is refused, named or not', async () => {
    const account = await newAccount();
    const send = serverWith({ DOCUMENTS_PER_JOB: '2' }, account);
    const schema_id = JSON.parse((await send('/v1/schemas', inSchema(schemaOf(1)))).text).id;
    const named = await send('/v1/jobs', json({ schema_id, document_ids: ids(3) }));
    expect([named.status, named.text]).toEqual([400, expect.stringContaining('3 ids; one job takes at most 2')]);

    const stored = await storeInvoices(callerOf(account), 3);
    for (const { id } of stored)
      await env.DB.prepare("update documents set status = 'completed' where id = ?").bind(id).run();
    const all = await send('/v1/jobs', json({ schema_id }));
    expect([all.status, all.text]).toEqual([400, expect.stringContaining('one job takes at most 2')]);
  });

  test('EVENT_STREAMS_AT_ONCE: one more is refused until one is closed; those of another account do not count', async () => {
    const [account, other] = [await newAccount(), await newAccount()];
    const bindings = { ...env, EVENT_STREAMS_AT_ONCE: '2' };
    const app = createApp(() => createPorts(bindings), SILENT);
    const [mine, theirs] = await Promise.all([account, other].map(startedJob));
    const follow = async ({ key }: Account, id = '', method = 'GET') =>
      app.request(
        `${ORIGIN}/v1/jobs/${id}/events`,
        { method, headers: { authorization: `Bearer ${key}` } },
        bindings,
        createExecutionContext(),
      );

    // Nobody reads what is answered to it.
    for (let times = 0; times < 3; times += 1) expect((await follow(account, mine, 'HEAD')).status).toBe(200);
    const opened = await Promise.all(Array.from({ length: 7 }, () => follow(account, mine)));
    expect(opened.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429, 429, 429, 429]);
    const refused = opened.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toBe('5');
    expect(await refused?.json()).toMatchObject({
      code: 'QUOTA_EXCEEDED',
      retryable: true,
      message: expect.stringContaining('2 streams of events of this account are open'),
    });
    const elsewhere = await follow(other, theirs);
    expect(elsewhere.status).toBe(200);

    const [first, second] = opened.filter(({ status }) => status === 200);
    await first?.body?.cancel();
    const next = await follow(account, mine);
    expect(next.status).toBe(200);
    for (const stream of [second, next, elsewhere]) await stream?.body?.cancel();
  });

  test('WEBHOOKS_LISTENING: one more is a conflict', async () => {
    const send = serverWith({ WEBHOOKS_LISTENING: '2' }, await newAccount());
    const webhook = (index: number) =>
      json({ url: `http://127.0.0.1:${9000 + index}/hook`, events: ['extraction.complete'] });
    expect((await send('/v1/webhooks', webhook(1))).status).toBe(201);
    expect((await send('/v1/webhooks', webhook(2))).status).toBe(201);
    const { status, text } = await send('/v1/webhooks', webhook(3));
    expect([status, text]).toEqual([
      409,
      expect.stringContaining('2 webhooks of this account are switched on, of at most 2'),
    ]);
  });
});
