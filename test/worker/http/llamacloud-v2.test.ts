/** The second generation of extraction and its stored configurations, through the whole Worker. */
import { runDurableObjectAlarm } from 'cloudflare:test';
import { describe, expect, test, vi } from 'vitest';
import type { FileV2 } from '../../../src/http/llamacloud/file-wire';
import type { Page } from '../../../src/http/llamacloud/page-window';
import type { ConfigurationResponse } from '../../../src/http/llamacloud/v2/configuration-wire';
import type { ExtractV2Job } from '../../../src/http/llamacloud/v2/extract-wire';
import { invoicePdf, invoiceText, type Upload } from '../../support/documents';
import { endRetention, gateOf } from '../../support/end-retention';
import { type Account, newAccount } from './account';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const DATA_SCHEMA = {
  type: 'object',
  properties: { invoice_number: { type: 'string' }, total_gross: { type: 'number' }, note: { type: 'string' } },
  required: ['invoice_number', 'total_gross'],
};

const STRICT_SCHEMA = {
  type: 'object',
  properties: {
    invoice_number: { type: 'string' },
    total_gross: { type: 'number' },
    note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  },
  required: ['invoice_number', 'total_gross', 'note'],
  additionalProperties: false,
};

const SETTINGS = {
  tier: 'agentic',
  version: 'latest',
  extraction_target: 'per_doc',
  system_prompt: null,
  cite_sources: false,
  confidence_scores: false,
  target_pages: null,
  max_pages: null,
  parse_tier: null,
  parse_config_id: null,
  disable_cache: false,
  spreadsheet_mode: false,
  sheet_names: null,
};

async function upload(account: Account, { filename, bytes }: Upload): Promise<string> {
  const form = new FormData();
  form.set('purpose', 'extract');
  form.set('file', new File([bytes], filename));
  return (await account.call<FileV2>('POST', '/api/v1/beta/files', { form })).body.id;
}

const create = (account: Account, json: unknown, headers: Readonly<Record<string, string>> = {}) =>
  account.call<ExtractV2Job>('POST', '/api/v2/extract', { json, headers });

/** As the vendor's client waits: it asks until the job has ended. */
const ended = (account: Account, id: string, query = ''): Promise<ExtractV2Job> =>
  vi.waitUntil(
    async () => {
      const { body } = await account.call<ExtractV2Job>('GET', `/api/v2/extract/${id}${query}`);
      return ['COMPLETED', 'FAILED', 'CANCELLED'].includes(body.status) ? body : null;
    },
    { timeout: 20_000, interval: 50 },
  );

const listed = async (account: Account, query: string): Promise<string[]> =>
  (await account.call<Page<ExtractV2Job>>('GET', `/api/v2/extract?${query}`)).body.items.map(({ id }) => id);

describe('an extraction', () => {
  test('with its own configuration runs to values, and to their evidence when it asks for that', async () => {
    const account = await newAccount();
    const file_input = await upload(account, await invoicePdf(1));
    const configuration = { data_schema: DATA_SCHEMA, cite_sources: true, confidence_scores: true };
    const created = await create(account, { file_input, configuration });
    const job: ExtractV2Job = {
      id: expect.stringMatching(`^ext-${UUID}$`),
      file_input,
      project_id: expect.stringMatching(`^prj-${UUID}$`),
      status: 'PENDING',
      created_at: expect.stringMatching(TIME),
      updated_at: created.body.created_at,
      configuration: null,
      configuration_id: null,
      error_message: null,
      extract_result: null,
      extract_metadata: null,
      metadata: null,
      usage: null,
    };
    expect(created).toMatchObject({ status: 200, body: job });

    const leaf = (text: string) => ({
      citation: [
        {
          page: 1,
          matching_text: expect.stringContaining(text),
          bounding_boxes: [
            { x: expect.any(Number), y: expect.any(Number), w: expect.any(Number), h: expect.any(Number) },
          ],
          page_dimensions: { width: 595, height: 842 },
        },
      ],
      extraction_confidence: expect.any(Number),
      confidence: expect.any(Number),
    });
    const expand = '?expand=configuration&expand=metadata&expand=usage';
    expect(await ended(account, created.body.id, expand)).toEqual({
      ...job,
      status: 'COMPLETED',
      updated_at: expect.stringMatching(TIME),
      configuration: { ...SETTINGS, ...configuration, data_schema: STRICT_SCHEMA },
      extract_result: { invoice_number: 'T-0001', total_gross: 119, note: null },
      extract_metadata: {
        field_metadata: {
          document_metadata: { invoice_number: leaf('T-0001'), total_gross: leaf('119.00') },
          page_metadata: null,
          row_metadata: null,
        },
        parse_job_id: null,
        parse_tier: 'agentic',
        notices: [],
      },
      metadata: { usage: { num_pages_extracted: 1, num_pages_billed: 0 } },
      usage: { credits: 0, extract_credits: 0, parse_credits: 0 },
    });
  });

  test('of each page gives a list, of the pages that were asked for; what has no effect is said', async () => {
    const account = await newAccount();
    const file_input = `dfl-${await upload(account, await invoicePdf(2, 3))}`;
    const configuration = {
      data_schema: DATA_SCHEMA,
      extraction_target: 'per_page',
      max_pages: 2,
      system_prompt: 'Read it twice.',
      sheet_names: ['Sheet 1'],
    };
    const { id } = (await create(account, { file_input, configuration })).body;
    const job = await ended(account, id, '?expand=extract_metadata,metadata');
    expect(job).toMatchObject({
      file_input,
      extract_result: [
        { invoice_number: 'T-0002', total_gross: 119, note: null },
        { invoice_number: null, total_gross: null, note: null },
      ],
      extract_metadata: {
        field_metadata: { document_metadata: null, page_metadata: [{}, {}], row_metadata: null },
        notices: [{ option: 'system_prompt' }, { option: 'sheet_names' }],
      },
      metadata: { usage: { num_pages_extracted: 2 } },
    });
  });

  test('of more pages than there are is of those that are there', async () => {
    const account = await newAccount();
    const configuration = { data_schema: DATA_SCHEMA, max_pages: 50 };
    const { id } = (await create(account, { file_input: await upload(account, invoiceText(3)), configuration })).body;
    expect(await ended(account, id)).toMatchObject({ status: 'COMPLETED', extract_result: { total_gross: 119 } });
  });

  test('is found by every filter, page by page', async () => {
    const account = await newAccount();
    const saved = (
      await account.call<ConfigurationResponse>('POST', '/api/v1/beta/configurations', {
        json: { name: 'Invoices', parameters: { product_type: 'extract_v2', data_schema: DATA_SCHEMA } },
      })
    ).body;
    const files = [await upload(account, invoiceText(4)), await upload(account, invoiceText(5))];
    const [first = '', second = ''] = files;
    const inline = { data_schema: DATA_SCHEMA };
    const ids: string[] = [];
    for (const json of [
      { file_input: first, configuration: inline },
      { file_input: second, configuration: inline },
      { file_input: second, configuration_id: saved.id },
    ]) {
      const { body } = await create(account, json);
      await ended(account, body.id);
      ids.push(body.id);
    }
    const [one = '', two = '', three = ''] = ids;
    await vi.waitUntil(async () => (await listed(account, 'status=COMPLETED')).length === 3, { timeout: 10_000 });

    expect(await listed(account, '')).toEqual([three, two, one]);
    expect(await listed(account, `configuration_id=${saved.id}`)).toEqual([three]);
    expect(await listed(account, `configuration_id=${crypto.randomUUID()}`)).toEqual([]);
    expect(await listed(account, `file_input=${second}`)).toEqual([three, two]);
    expect(await listed(account, `file_input=dfl-${first}`)).toEqual([one]);
    expect(await listed(account, 'file_input=whatever')).toEqual([]);
    expect(await listed(account, `document_input_value=${first}&document_input_type=file_id`)).toEqual([one]);
    expect(await listed(account, 'document_input_type=parse_job_id')).toEqual([]);
    expect(await listed(account, `job_ids=${one}&job_ids=${three.slice(4)}`)).toEqual([three, one]);
    expect(await listed(account, 'status=PENDING')).toEqual([]);
    expect(await listed(account, 'status=THROTTLED')).toEqual([]);
    const { created_at } = (await account.call<ExtractV2Job>('GET', `/api/v2/extract/${two}`)).body;
    const time = encodeURIComponent(created_at);
    expect(await listed(account, `created_at_on_or_before=${time}`)).toEqual([two, one]);
    expect(await listed(account, `created_at_on_or_after=${time}`)).toEqual([three, two]);

    const page = (await account.call<Page<ExtractV2Job>>('GET', '/api/v2/extract?page_size=2&expand=configuration'))
      .body;
    expect(page).toMatchObject({
      items: [
        {
          id: three,
          configuration_id: saved.id,
          configuration: SETTINGS,
          extract_result: { invoice_number: 'T-0005' },
        },
        { id: two, configuration_id: null, file_input: second },
      ],
      total_size: null,
    });
    const rest = (await account.call<Page<ExtractV2Job>>('GET', `/api/v2/extract?page_token=${page.next_page_token}`))
      .body;
    expect(rest).toMatchObject({ items: [{ id: one, configuration: null }], next_page_token: null });
  });

  test('sent again after no answer is the same job, and asked for twice is two', async () => {
    const account = await newAccount();
    const json = { file_input: await upload(account, invoiceText(6)), configuration: { data_schema: DATA_SCHEMA } };
    const idOf = async (headers: Readonly<Record<string, string>>) => (await create(account, json, headers)).body.id;
    const first = await idOf({ 'x-stainless-retry-count': '0' });
    expect(await idOf({ 'x-stainless-retry-count': '1' })).toBe(first);
    expect(await idOf({})).not.toBe(first);
    const keyed = await idOf({ 'idempotency-key': 'k' });
    expect(await idOf({ 'idempotency-key': 'k' })).toBe(keyed);
  });

  test('is deleted with its result, and cannot be cancelled once it has ended', async () => {
    const account = await newAccount();
    const json = { file_input: await upload(account, invoiceText(7)), configuration: { data_schema: DATA_SCHEMA } };
    const { id } = (await create(account, json)).body;
    await ended(account, id);
    const late = await account.call('POST', `/api/v2/extract/${id}/cancel`);
    expect([late.status, late.headers.get('x-should-retry')]).toEqual([409, 'false']);
    expect(await account.call('DELETE', `/api/v2/extract/${id}`)).toMatchObject({ status: 200, body: {} });
    expect((await account.call('GET', `/api/v2/extract/${id}`)).status).toBe(404);
    expect((await account.call('DELETE', `/api/v2/extract/${id}`)).status).toBe(404);
    expect(await listed(account, '')).toEqual([]);
  });
});

test('an extraction whose time is over is a failed one without a result, alone and in a list', async () => {
  const account = await newAccount();
  const file_input = await upload(account, invoiceText(9));
  const { id } = (await create(account, { file_input, configuration: { data_schema: DATA_SCHEMA } })).body;
  await ended(account, id);
  const gate = { accountId: account.id };
  await endRetention(gate, id.slice(4));
  await runDurableObjectAlarm(gateOf(gate, id.slice(4)));

  const expired = {
    id,
    file_input,
    status: 'FAILED',
    error_message: expect.stringMatching(/^expired: /),
    extract_result: null,
    extract_metadata: null,
    configuration: null,
  };
  const query = '?expand=configuration&expand=extract_metadata';
  expect((await account.call('GET', `/api/v2/extract/${id}${query}`)).body).toMatchObject(expired);
  expect((await account.call('GET', `/api/v2/extract${query}`)).body).toMatchObject({ items: [expired] });
});

describe('the two generations', () => {
  test('read the jobs of each other', async () => {
    const account = await newAccount();
    const file_id = await upload(account, await invoicePdf(8));
    const { id } = (
      await account.call<{ id: string }>('POST', '/api/v1/extraction/run', {
        json: {
          data_schema: DATA_SCHEMA,
          config: { extraction_mode: 'FAST', cite_sources: true, page_range: '1' },
          file_id,
        },
      })
    ).body;
    expect(await ended(account, id, '?expand=configuration')).toMatchObject({
      id: `ext-${id}`,
      file_input: file_id,
      status: 'COMPLETED',
      configuration: { tier: 'cost_effective', cite_sources: true, target_pages: '1', data_schema: STRICT_SCHEMA },
      extract_result: { invoice_number: 'T-0008', total_gross: 119, note: null },
      extract_metadata: { field_metadata: { document_metadata: { invoice_number: { citation: [{ page: 1 }] } } } },
    });

    const parameters = { product_type: 'extract_v2', data_schema: DATA_SCHEMA, confidence_scores: true, tier: 'turbo' };
    const saved = await account.call<ConfigurationResponse>('POST', '/api/v1/beta/configurations', {
      json: { name: 'Read elsewhere', parameters },
    });
    const second = (await create(account, { file_input: file_id, configuration_id: saved.body.id })).body.id;
    const { extract_result } = await ended(account, second);
    expect((await account.call('GET', `/api/v1/extraction/jobs/${second}`)).body).toMatchObject({
      id: second.slice(4),
      status: 'SUCCESS',
      file_id,
      extraction_agent: {
        data_schema: STRICT_SCHEMA,
        config: { extraction_mode: 'MULTIMODAL', confidence_scores: true, cite_sources: false },
      },
    });
    expect((await account.call('GET', `/api/v1/extraction/jobs/${second}/result`)).body).toMatchObject({
      data: extract_result,
      extraction_metadata: { field_metadata: { invoice_number: { confidence: expect.any(Number) } } },
    });
  });
});
