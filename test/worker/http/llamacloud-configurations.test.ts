/** What is stored to be named by extractions, and how those are refused, through the whole Worker. */
import { describe, expect, test } from 'vitest';
import type { Page } from '../../../src/http/llamacloud/page-window';
import type { ConfigurationResponse } from '../../../src/http/llamacloud/v2/configuration-wire';
import type { WebhookConfig } from '../../../src/http/llamacloud/v2/webhook-config-wire';
import { type Account, newAccount } from './account';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const SCHEMA = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] };
const STRICT = { ...SCHEMA, additionalProperties: false };
const PARAMETERS = { product_type: 'extract_v2', data_schema: SCHEMA };
const CONFIGURATIONS = '/api/v1/beta/configurations';
const WEBHOOKS = '/api/v1/beta/webhook-configs';

const save = (account: Account, name: string, parameters: unknown = PARAMETERS) =>
  account.call<ConfigurationResponse>('POST', CONFIGURATIONS, { json: { name, parameters } });

describe('a configuration', () => {
  test('is saved under its name, saved again in its place, changed in part, and deleted', async () => {
    const account = await newAccount();
    const { status, body } = await save(account, 'Letters', { ...PARAMETERS, target_pages: '1-3', tier: 'turbo' });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^cfg-[0-9a-f-]{36}$/),
      name: 'Letters',
      product_type: 'extract_v2',
      version: expect.stringMatching(TIME),
      parameters: {
        product_type: 'extract_v2',
        tier: 'turbo',
        version: 'latest',
        extraction_target: 'per_doc',
        system_prompt: null,
        cite_sources: false,
        confidence_scores: false,
        target_pages: '1-3',
        max_pages: null,
        parse_tier: null,
        parse_config_id: null,
        disable_cache: false,
        spreadsheet_mode: false,
        sheet_names: null,
        data_schema: STRICT,
      },
      created_at: expect.stringMatching(TIME),
      updated_at: body.version,
    });
    expect((await account.call('GET', `${CONFIGURATIONS}/${body.id}`)).body).toEqual(body);

    const again = (await save(account, 'Letters')).body;
    expect(again).toMatchObject({ id: body.id, created_at: body.created_at, parameters: { target_pages: null } });
    const renamed = await account.call<ConfigurationResponse>('PUT', `${CONFIGURATIONS}/${body.id}`, {
      json: { name: 'Mail', parameters: null },
    });
    expect(renamed.body).toEqual({
      ...again,
      name: 'Mail',
      version: expect.any(String),
      updated_at: renamed.body.version,
    });
    const changed = await account.call('PUT', `${CONFIGURATIONS}/${body.id.slice(4)}`, {
      json: { parameters: { ...PARAMETERS, cite_sources: true } },
    });
    expect(changed.body).toMatchObject({ name: 'Mail', parameters: { cite_sources: true } });

    expect(await account.call('DELETE', `${CONFIGURATIONS}/${body.id}`)).toMatchObject({ status: 204, body: '' });
    expect((await account.call('GET', `${CONFIGURATIONS}/${body.id}`)).status).toBe(404);
  });

  test('is listed newest first, page by page, by name and by product; its name is taken', async () => {
    const account = await newAccount();
    const ids: string[] = [];
    for (const name of ['one', 'two', 'three']) ids.push((await save(account, name)).body.id);
    const [one = '', two = '', three = ''] = ids;
    const pageOf = async (query: string) =>
      (await account.call<Page<ConfigurationResponse>>('GET', `${CONFIGURATIONS}?${query}`)).body;
    const listed = async (query: string) => (await pageOf(query)).items.map(({ id }) => id);
    expect(await listed('')).toEqual([three, two, one]);
    expect(await listed('name=two&latest_only=true')).toEqual([two]);
    expect(await listed('name=four')).toEqual([]);
    expect(await listed('product_type=parse_v2&product_type=extract_v2')).toEqual([three, two, one]);
    expect(await listed('product_type=parse_v2')).toEqual([]);
    const page = await pageOf('page_size=2');
    expect(page).toMatchObject({ items: [{ id: three }, { id: two }], total_size: 3 });
    expect(await listed(`page_size=2&page_token=${page.next_page_token}`)).toEqual([one]);

    const taken = await account.call('PUT', `${CONFIGURATIONS}/${one}`, { json: { name: 'two' } });
    expect([taken.status, taken.headers.get('x-should-retry')]).toEqual([409, 'false']);
  });
});

describe('a webhook configuration', () => {
  test('is saved, listed, changed in part and deleted, and never tells its secret', async () => {
    const account = await newAccount();
    const json = {
      webhook_url: 'https://hooks.example/a',
      webhook_events: ['extract.success', 'extract.error'],
      webhook_headers: { 'x-from': 'us' },
      webhook_signing_secret: 'hush',
    };
    const { status, body } = await account.call<WebhookConfig>('POST', WEBHOOKS, { json });
    const projects = await account.call<{ id: string }[]>('GET', '/api/v1/projects');
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(String),
      tenant_id: projects.body[0]?.id,
      tenant_type: 'project',
      webhook_url: 'https://hooks.example/a',
      webhook_events: ['extract.success', 'extract.error'],
      webhook_headers: { 'x-from': 'us' },
      webhook_output_format: 'string',
      has_secret: true,
      created_at: expect.stringMatching(TIME),
      updated_at: body.created_at,
    });
    const bare = await account.call<WebhookConfig>('POST', WEBHOOKS, {
      json: { webhook_url: 'https://hooks.example/b' },
    });
    expect(bare.body).toMatchObject({ webhook_events: null, webhook_headers: null, has_secret: false });
    expect((await account.call('GET', WEBHOOKS)).body).toEqual([bare.body, body]);

    const path = `${WEBHOOKS}/${body.id}`;
    const changed = await account.call<WebhookConfig>('PUT', path, {
      json: { webhook_events: null, webhook_output_format: 'json', webhook_url: null },
    });
    expect(changed.body).toEqual({
      ...body,
      webhook_events: null,
      webhook_output_format: 'json',
      updated_at: expect.any(String),
    });
    expect((await account.call('GET', path)).body).toEqual(changed.body);
    expect(await account.call('DELETE', path)).toMatchObject({ status: 204, body: '' });
    expect((await account.call('GET', path)).status).toBe(404);
  });
});

describe('refused', () => {
  const FILE = crypto.randomUUID();
  const EXTRACT = '/api/v2/extract';
  const configuration = { data_schema: SCHEMA };
  const wrong = (...loc: (string | number)[]) => ({ status: 422, body: { detail: [{ loc }] } });
  const text = (status: number, detail: string) => ({ status, body: { detail: expect.stringContaining(detail) } });

  const CASES: readonly [what: string, method: string, path: string, json: unknown, answer: object][] = [
    ['an extraction of nothing', 'POST', EXTRACT, { configuration }, wrong('body', 'file_input')],
    ['one without a configuration', 'POST', EXTRACT, { file_input: FILE }, wrong('body', 'configuration')],
    [
      'one with two',
      'POST',
      EXTRACT,
      { file_input: FILE, configuration, configuration_id: FILE },
      wrong('body', 'configuration'),
    ],
    ['one of no file', 'POST', EXTRACT, { file_input: FILE, configuration }, text(404, FILE)],
    ['one of what is no id', 'POST', EXTRACT, { file_input: 'mine', configuration }, text(404, 'mine')],
    ['one of a parse job', 'POST', EXTRACT, { file_input: `pjb-${FILE}`, configuration }, text(400, 'parse job')],
    ['one with no such configuration', 'POST', EXTRACT, { file_input: FILE, configuration_id: FILE }, text(404, FILE)],
    [
      'one that tells nobody',
      'POST',
      EXTRACT,
      { file_input: FILE, configuration, webhook_configuration_ids: [FILE] },
      text(404, FILE),
    ],
    [
      'a schema that is a list',
      'POST',
      EXTRACT,
      { file_input: FILE, configuration: { data_schema: { type: 'array' } } },
      text(400, 'schema_validation: '),
    ],
    [
      'a range that is none',
      'POST',
      EXTRACT,
      { file_input: FILE, configuration: { ...configuration, target_pages: '5-1' } },
      wrong('body', 'configuration', 'target_pages'),
    ],
    [
      'a way of parsing that is not stored',
      'POST',
      EXTRACT,
      { file_input: FILE, configuration: { ...configuration, parse_config_id: 'cfg-1' } },
      text(404, 'parse configuration cfg-1'),
    ],
    [
      'another product',
      'POST',
      CONFIGURATIONS,
      { name: 'a', parameters: { ...PARAMETERS, product_type: 'parse_v2' } },
      wrong('body', 'parameters', 'product_type'),
    ],
    ['a configuration without a name', 'POST', CONFIGURATIONS, { parameters: PARAMETERS }, wrong('body', 'name')],
    ['a name of blanks', 'POST', CONFIGURATIONS, { name: ' ', parameters: PARAMETERS }, text(400, 'name: is empty')],
    [
      'a job to tell of by an event that there is not',
      'POST',
      EXTRACT,
      {
        file_input: FILE,
        configuration,
        webhook_configurations: [{ webhook_url: 'https://hooks.example/', webhook_events: ['extract.succeeded'] }],
      },
      wrong('body', 'webhook_configurations', 0, 'webhook_events', 0),
    ],
    ['a status that there is not', 'GET', `${EXTRACT}?status=DONE`, undefined, wrong('query', 'status')],
    [
      'a time that is none',
      'GET',
      `${EXTRACT}?created_at_on_or_after=soon`,
      undefined,
      wrong('query', 'created_at_on_or_after'),
    ],
    [
      'a day that there is not',
      'GET',
      `${EXTRACT}?created_at_on_or_before=2026-02-30`,
      undefined,
      wrong('query', 'created_at_on_or_before'),
    ],
    ['an id that is none', 'GET', `${EXTRACT}/mine`, undefined, wrong('path', 'job_id')],
    ['a job that there is not', 'GET', `${EXTRACT}/ext-${FILE}`, undefined, text(404, FILE)],
    ['to cancel it', 'POST', `${EXTRACT}/${FILE}/cancel`, undefined, text(404, `Job ${FILE} does not exist`)],
    [
      'to tell of nothing',
      'POST',
      WEBHOOKS,
      { webhook_url: 'https://hooks.example', webhook_events: [] },
      wrong('body', 'webhook_events'),
    ],
    [
      'to tell of what never happens',
      'POST',
      WEBHOOKS,
      { webhook_url: 'https://hooks.example', webhook_events: ['a.b'] },
      wrong('body', 'webhook_events', 0),
    ],
    ['to tell nobody', 'POST', WEBHOOKS, { webhook_events: null }, wrong('body', 'webhook_url')],
  ];

  test.each(CASES)('%s', async (_, method, path, json, answer) => {
    expect(await (await newAccount()).call(method, path, json === undefined ? {} : { json })).toMatchObject(answer);
  });
});
