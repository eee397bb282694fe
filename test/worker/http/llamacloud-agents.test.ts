/** Extraction agents and their schemas, and every way in which extraction says no, through the whole Worker. */
import { describe, expect, test } from 'vitest';
import type { ExtractAgent, SchemaAnswer } from '../../../src/http/llamacloud/agent-wire';
import { PLAIN_CONFIG } from '../../../src/http/llamacloud/extract-config';
import type { ExtractJob } from '../../../src/http/llamacloud/job-wire';
import { invoiceText } from '../../support/documents';
import { type Account, type Call, fetchWorker, newAccount } from './account';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const PREFIX = '/api/v1/extraction';
const AGENTS = `${PREFIX}/extraction-agents`;
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

const SCHEMA = { type: 'object', properties: { total: { type: 'number', title: 'Total' } }, required: ['total'] };
const STRICT = {
  type: 'object',
  properties: { total: { type: 'number' } },
  required: ['total'],
  additionalProperties: false,
};

const create = (account: Account, json: unknown, headers = {}) =>
  account.call<ExtractAgent>('POST', AGENTS, { json, headers });

describe('agents', () => {
  test('are created, found by id and name, listed, changed and deleted', async () => {
    const account = await newAccount();
    const name = 'Bills & receipts / 50 % ü';
    const created = await create(account, { name, data_schema: JSON.stringify(SCHEMA), config: { priority: 'high' } });
    expect([created.status, created.body]).toEqual([
      200,
      {
        id: expect.stringMatching(UUID),
        name,
        project_id: expect.stringMatching(UUID),
        data_schema: STRICT,
        config: { ...PLAIN_CONFIG, priority: 'high' },
        custom_configuration: null,
        created_at: expect.stringMatching(TIME),
        updated_at: expect.stringMatching(TIME),
      },
    ]);
    const { id, project_id } = created.body;
    const scope = `project_id=${project_id}`;
    for (const path of [id, `by-name/${encodeURIComponent(name)}`, `by-name/${encodeURIComponent(name)}?${scope}`])
      expect((await account.call('GET', `${AGENTS}/${path}`)).body).toEqual(created.body);

    const change = { data_schema: { ...SCHEMA, required: [] }, config: { system_prompt: '', page_range: '1-2' } };
    const changed = await account.call<ExtractAgent>('PUT', `${AGENTS}/${id}`, { json: change });
    expect(changed.body).toEqual({
      ...created.body,
      data_schema: { ...STRICT, properties: { total: { anyOf: [{ type: 'number' }, { type: 'null' }] } } },
      config: { ...PLAIN_CONFIG, system_prompt: '', page_range: '1-2' },
      updated_at: changed.body.updated_at,
    });
    const second = (await create(account, { name: 'Second', data_schema: SCHEMA, config: {} })).body;
    expect((await account.call('GET', `${AGENTS}?${scope}`)).body).toEqual([second, changed.body]);

    expect(await account.call('DELETE', `${AGENTS}/${id}`)).toMatchObject({ status: 200, body: {} });
    for (const method of ['GET', 'DELETE']) expect((await account.call(method, `${AGENTS}/${id}`)).status).toBe(404);
    expect((await account.call('GET', AGENTS)).body).toEqual([second]);
  });

  test('of a name that is taken are refused for good, but for those who ask again', async () => {
    const account = await newAccount();
    const json = { name: 'Bills', data_schema: SCHEMA, config: {} };
    const first = await create(account, json);
    const again = await create(account, json);
    expect([again.status, again.headers.get('x-should-retry')]).toEqual([409, 'false']);
    expect(again.body).toEqual({ detail: expect.stringContaining('Bills') });
    const resent = { 'x-stainless-retry-count': '1' };
    expect((await create(account, json, resent)).body).toEqual(first.body);
    expect((await create(account, { ...json, config: { cite_sources: true } }, resent)).status).toBe(409);

    const keyed = { 'idempotency-key': 'agent-1' };
    const other = { ...json, name: 'Others' };
    const made = await create(account, other, keyed);
    expect((await create(account, other, keyed)).body).toEqual(made.body);
  });

  test('begin with the default one, which is always there, changes and stays', async () => {
    const account = await newAccount();
    const standard = (await account.call<ExtractAgent>('GET', `${AGENTS}/default`)).body;
    expect(standard).toEqual({
      id: expect.stringMatching(UUID),
      name: 'default',
      project_id: expect.stringMatching(UUID),
      data_schema: {},
      config: PLAIN_CONFIG,
      custom_configuration: 'default',
      created_at: null,
      updated_at: null,
    });
    expect((await account.call('GET', AGENTS)).body).toEqual([]);
    expect((await account.call('GET', `${AGENTS}?include_default=true`)).body).toEqual([standard]);

    const json = { data_schema: SCHEMA, config: { cite_sources: true } };
    const changed = (await account.call<ExtractAgent>('PUT', `${AGENTS}/${standard.id}`, { json })).body;
    expect(changed).toMatchObject({ id: standard.id, data_schema: STRICT, config: { cite_sources: true } });
    expect((await account.call('GET', `${AGENTS}/${standard.id}`)).body).toEqual(changed);
    const back = (
      await account.call<ExtractAgent>('PUT', `${AGENTS}/${standard.id}`, { json: { ...json, config: {} } })
    ).body;
    expect(back).toEqual({ ...changed, config: PLAIN_CONFIG, updated_at: back.updated_at });
    expect((await create(account, { name: 'default', data_schema: SCHEMA, config: {} })).status).toBe(200);
    expect(await account.call('DELETE', `${AGENTS}/${standard.id}`)).toMatchObject({
      status: 400,
      body: { detail: 'The default extraction agent cannot be deleted' },
    });
  });

  test('have their schemas validated, and proposed from words or a file', async () => {
    const account = await newAccount();
    const asked = async (path: string, json: unknown) =>
      (await account.call<SchemaAnswer>('POST', `${AGENTS}/schema/${path}`, { json })).body;
    expect(await asked('validation', { data_schema: SCHEMA })).toEqual({ data_schema: STRICT });
    expect(await asked('validation', { data_schema: JSON.stringify(SCHEMA) })).toEqual({ data_schema: STRICT });

    const fromWords = await asked('generate', { prompt: 'the invoice number and the due date', data_schema: SCHEMA });
    expect(Object.keys(Object(fromWords.data_schema.properties))).toEqual(['total', 'invoice_number', 'due_date']);
    const form = new FormData();
    form.set('purpose', 'extract');
    form.set('file', new File([invoiceText(1).bytes], 'a.txt'));
    const { body } = await account.call<{ id: string }>('POST', '/api/v1/beta/files', { form });
    const fromFile = await asked('generate', { file_id: body.id });
    expect(Object.keys(Object(fromFile.data_schema.properties))).toContain('invoice_number');
  });
});

const JOB = { extraction_agent_id: UNKNOWN_ID, file_id: UNKNOWN_ID };
const missing = (...loc: string[]) => ({ loc, msg: 'Field required', type: 'missing' });

describe('what is asked for wrongly', () => {
  test.each([{}, { authorization: 'Bearer wrong' }, { authorization: 'Basic eDp5' }, { cookie: 'a=b; session=wrong' }])(
    'a request with %o for a key',
    async (headers) => {
      const response = await fetchWorker(AGENTS, { headers });
      expect([response.status, await response.json()]).toEqual([401, { detail: expect.any(String) }]);
    },
  );

  test('the key may come in the session cookie', async () => {
    const account = await newAccount();
    const headers = { authorization: '', cookie: `theme=dark; session=tlnc_test_${account.id}` };
    expect((await fetchWorker(AGENTS, { headers })).status).toBe(200);
  });

  test('things of another account cannot be told from things that are not there', async () => {
    const [owner, stranger] = [await newAccount(), await newAccount()];
    const agent = (await create(owner, { name: 'A', data_schema: SCHEMA, config: {} })).body;
    const standard = (await owner.call<ExtractAgent>('GET', `${AGENTS}/default`)).body;
    const text = { data_schema: SCHEMA, config: {}, text: 'Total: 5.00' };
    const job = (await owner.call<ExtractJob>('POST', `${PREFIX}/run`, { json: text })).body;
    const run = (await owner.call<{ id: string }>('GET', `${PREFIX}/runs/by-job/${job.id}`)).body;
    const asked: readonly (readonly [string, string, string, Call])[] = [
      ['GET', `${AGENTS}/ID`, agent.id, {}],
      ['GET', `${AGENTS}/ID`, standard.id, {}],
      ['PUT', `${AGENTS}/ID`, agent.id, { json: { data_schema: SCHEMA, config: {} } }],
      ['DELETE', `${AGENTS}/ID`, agent.id, {}],
      ['DELETE', `${AGENTS}/ID`, standard.id, {}],
      ['GET', `${AGENTS}?project_id=ID`, agent.project_id, {}],
      ['GET', `${PREFIX}/jobs?extraction_agent_id=ID`, agent.id, {}],
      ['GET', `${PREFIX}/runs?extraction_agent_id=ID`, agent.id, {}],
      ['GET', `${PREFIX}/runs/latest-from-ui?extraction_agent_id=ID`, agent.id, {}],
      ...['', '/result'].map((end) => ['GET', `${PREFIX}/jobs/ID${end}`, job.id, {}] as const),
      ['POST', `${PREFIX}/jobs/ID/cancel`, job.id, {}],
      ['GET', `${PREFIX}/runs/by-job/ID`, job.id, {}],
      ['GET', `${PREFIX}/runs/ID`, run.id, {}],
      ['DELETE', `${PREFIX}/runs/ID`, run.id, {}],
    ];
    for (const [method, path, id, call] of asked) {
      const answers = await Promise.all(
        [id, UNKNOWN_ID].map(async (one) => {
          const { status, body } = await stranger.call(method, path.replace('ID', one), call);
          return `${status} ${JSON.stringify(body).replaceAll(one, 'ID')}`;
        }),
      );
      expect([method, path, answers[0]]).toEqual([method, path, answers[1]]);
      expect(answers[0]).toMatch(/^404 \{"detail":"/);
    }
    const mine = (await create(stranger, { name: 'B', data_schema: SCHEMA, config: {} })).body;
    const theirs = { extraction_agent_id: mine.id, file_id: job.file_id };
    expect((await stranger.call('POST', `${PREFIX}/jobs`, { json: theirs })).status).toBe(404);
    expect((await owner.call('GET', `${AGENTS}/${agent.id}`)).status).toBe(200);
  });

  const unfit: readonly (readonly [string, string, string, Call, readonly unknown[]])[] = [
    [
      'no body',
      'POST',
      AGENTS,
      {},
      [missing('body', 'name'), missing('body', 'data_schema'), missing('body', 'config')],
    ],
    [
      'broken JSON',
      'POST',
      AGENTS,
      { text: '{"name": ' },
      [{ loc: ['body'], msg: 'JSON decode error', type: 'json_invalid' }],
    ],
    [
      'a list for a body',
      'POST',
      AGENTS,
      { text: '[]' },
      [{ loc: ['body'], msg: 'Invalid input: expected object, received array', type: 'type_error' }],
    ],
    [
      'a schema that is a number, a mode that is none and a page range that is none',
      'POST',
      AGENTS,
      { json: { name: 'A', data_schema: 5, config: { extraction_mode: 'QUICK', page_range: '9-1' } } },
      [
        { loc: ['body', 'data_schema'], msg: 'Input should be an object or a JSON string', type: 'value_error' },
        { loc: ['body', 'config', 'extraction_mode'], msg: expect.stringContaining('"FAST"'), type: 'enum' },
        { loc: ['body', 'config', 'page_range'], msg: 'is no range; write "1-5" or "1,3,7-10"', type: 'value_error' },
      ],
    ],
    [
      'an agent id that is none',
      'GET',
      `${AGENTS}/nonsense`,
      {},
      [{ loc: ['path', 'extraction_agent_id'], msg: 'must be a UUID', type: 'value_error' }],
    ],
    [
      'a job id that is none',
      'GET',
      `${PREFIX}/jobs/nonsense/result`,
      {},
      [{ loc: ['path', 'job_id'], msg: 'must be a UUID', type: 'value_error' }],
    ],
    [
      'a run id that is none',
      'DELETE',
      `${PREFIX}/runs/nonsense`,
      {},
      [{ loc: ['path', 'run_id'], msg: 'must be a UUID', type: 'value_error' }],
    ],
    ['a list of jobs of nobody', 'GET', `${PREFIX}/jobs`, {}, [missing('query', 'extraction_agent_id')]],
    [
      'a list of runs with a limit in words',
      'GET',
      `${PREFIX}/runs?extraction_agent_id=${UNKNOWN_ID}&limit=ten`,
      {},
      [{ loc: ['query', 'limit'], msg: 'must be a whole number', type: 'string_pattern_mismatch' }],
    ],
    [
      'a truth that is none',
      'GET',
      `${AGENTS}?include_default=maybe`,
      {},
      [expect.objectContaining({ loc: ['query', 'include_default'], type: 'enum' })],
    ],
    [
      'a job of nothing',
      'POST',
      `${PREFIX}/jobs`,
      {},
      [missing('body', 'extraction_agent_id'), missing('body', 'file_id')],
    ],
    [
      'a batch of no files',
      'POST',
      `${PREFIX}/jobs/batch`,
      { json: { ...JOB, file_ids: [] } },
      [expect.objectContaining({ loc: ['body', 'file_ids'], type: 'too_short' })],
    ],
    [
      'a priority that is none',
      'POST',
      `${PREFIX}/jobs`,
      { json: { ...JOB, priority: 'urgent' } },
      [expect.objectContaining({ loc: ['body', 'priority'], type: 'enum' })],
    ],
    [
      'a form without a file',
      'POST',
      `${PREFIX}/jobs/file`,
      { form: new FormData() },
      [missing('body', 'file'), missing('body', 'extraction_agent_id')],
    ],
    [
      'a stateless run of two sources',
      'POST',
      `${PREFIX}/run`,
      { json: { data_schema: SCHEMA, config: {}, text: 'a', file_id: UNKNOWN_ID } },
      [{ loc: ['body'], msg: 'Exactly one of file_id, text and file must be given', type: 'value_error' }],
    ],
    [
      'a file that is no base64',
      'POST',
      `${PREFIX}/run`,
      { json: { data_schema: SCHEMA, config: {}, file: { data: '*', mime_type: 'text/plain' } } },
      [{ loc: ['body', 'file', 'data'], msg: 'Input should be base64', type: 'value_error' }],
    ],
  ];
  test.each(unfit)('%s', async (_name, method, path, call, detail) => {
    const account = await newAccount();
    const { status, body } = await account.call(method, path, call);
    expect([status, body]).toEqual([422, { detail }]);
  });

  const refused: readonly (readonly [string, string, string, Call, number, string])[] = [
    [
      'a name without a letter',
      'POST',
      AGENTS,
      { json: { name: ' -- ', data_schema: SCHEMA, config: {} } },
      400,
      'name: must contain',
    ],
    [
      'an empty schema',
      'POST',
      AGENTS,
      { json: { name: 'A', data_schema: {}, config: {} } },
      400,
      'schema_validation: the root',
    ],
    [
      'a schema that is broken text',
      'POST',
      `${AGENTS}/schema/validation`,
      { json: { data_schema: '{' } },
      400,
      'schema_validation: the schema is not valid JSON',
    ],
    ['a proposal out of nothing', 'POST', `${AGENTS}/schema/generate`, {}, 400, 'Nothing to make'],
    [
      'a proposal from an unknown file',
      'POST',
      `${AGENTS}/schema/generate`,
      { json: { file_id: UNKNOWN_ID } },
      404,
      'Document',
    ],
    ['an unknown name', 'GET', `${AGENTS}/by-name/nobody`, {}, 404, 'There is no agent called "nobody"'],
    ['a job of an unknown agent', 'POST', `${PREFIX}/jobs`, { json: JOB }, 404, 'There is no agent'],
    [
      'an empty text',
      'POST',
      `${PREFIX}/run`,
      { json: { data_schema: SCHEMA, config: {}, text: '' } },
      400,
      'file: "text.txt" is empty',
    ],
    [
      'an unknown file',
      'POST',
      `${PREFIX}/run`,
      { json: { data_schema: SCHEMA, config: {}, file_id: UNKNOWN_ID } },
      404,
      'Document',
    ],
    ['a form that is none', 'POST', `${PREFIX}/jobs/file`, { json: {} }, 400, 'Send the file as a part'],
    ['a route that is not there', 'GET', `${PREFIX}/nothing`, {}, 404, 'There is no GET'],
    [
      'a long idempotency key',
      'POST',
      AGENTS,
      { json: { name: 'A', data_schema: SCHEMA, config: {} }, headers: { 'idempotency-key': 'k'.repeat(256) } },
      400,
      'Idempotency-Key',
    ],
  ];
  test.each(refused)('%s', async (_name, method, path, call, status, detail) => {
    const account = await newAccount();
    const answer = await account.call(method, path, call);
    expect([answer.status, answer.body]).toEqual([status, { detail: expect.stringContaining(detail) }]);
  });

  test('a job of the default agent, which has no schema yet', async () => {
    const account = await newAccount();
    const { id } = (await account.call<ExtractAgent>('GET', `${AGENTS}/default`)).body;
    const json = { ...JOB, extraction_agent_id: id };
    const { status, body } = await account.call('POST', `${PREFIX}/jobs`, { json });
    expect([status, body]).toEqual([400, { detail: expect.stringMatching(/^schema_validation: the default agent/) }]);
  });
});
