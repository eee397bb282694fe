/** One journey through extraction as LlamaCloud's clients make it, through the whole Worker. */
import { describe, expect, test, vi } from 'vitest';
import type { ExtractAgent } from '../../../src/http/llamacloud/agent-wire';
import type { ExtractJob, ResultSet } from '../../../src/http/llamacloud/job-wire';
import type { ExtractRun, RunList } from '../../../src/http/llamacloud/run-wire';
import { encryptedPdf, invoicePdf, invoiceText, type Upload } from '../../support/documents';
import { type Account, newAccount } from './account';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const AGENTS = '/api/v1/extraction/extraction-agents';
const JOBS = '/api/v1/extraction/jobs';
const RUNS = '/api/v1/extraction/runs';

const SCHEMA = {
  title: 'Invoice',
  type: 'object',
  properties: {
    invoice_number: { type: 'string', title: 'Number' },
    due_date: { type: 'string', format: 'date' },
    total_gross: { type: 'number' },
    nickname: { type: 'string' },
  },
  required: ['invoice_number'],
};
const orNull = (shape: unknown) => ({ anyOf: [shape, { type: 'null' }] });
const STRICT = {
  type: 'object',
  properties: {
    invoice_number: { type: 'string' },
    due_date: orNull({ type: 'string', format: 'date' }),
    total_gross: orNull({ type: 'number' }),
    nickname: orNull({ type: 'string' }),
  },
  required: ['invoice_number', 'due_date', 'total_gross', 'nickname'],
  additionalProperties: false,
};

async function uploadText(account: Account, { filename, bytes }: Upload): Promise<string> {
  const form = new FormData();
  form.set('purpose', 'extract');
  form.set('file', new File([bytes], filename, { type: 'application/octet-stream' }));
  return (await account.call<{ id: string }>('POST', '/api/v1/beta/files', { form })).body.id;
}

const addAgent = async (account: Account, name: string, config = {}): Promise<ExtractAgent> =>
  (await account.call<ExtractAgent>('POST', AGENTS, { json: { name, data_schema: SCHEMA, config } })).body;

const untilEnded = (account: Account, id: string): Promise<ExtractJob> =>
  vi.waitUntil(
    async () => {
      const { body } = await account.call<ExtractJob>('GET', `${JOBS}/${id}`);
      return body.status === 'PENDING' ? null : body;
    },
    { timeout: 20_000, interval: 50 },
  );

const resultOf = async (account: Account, id: string): Promise<ResultSet> =>
  (await account.call<ResultSet>('GET', `${JOBS}/${id}/result`)).body;

const makeJob = async (account: Account, json: Record<string, unknown>, headers = {}): Promise<ExtractJob> => {
  const { status, body } = await account.call<ExtractJob>('POST', JOBS, { json, headers });
  expect(status).toBe(200);
  return body;
};

describe('an extraction', () => {
  test('goes from agent and file to result and run, and ends with the run', async () => {
    const account = await newAccount();
    const config = { cite_sources: true, confidence_scores: true, use_reasoning: true, system_prompt: 'Be exact.' };
    const agent = await addAgent(account, 'Invoices');
    const fileId = await uploadText(account, invoiceText(7));
    const created = await makeJob(account, {
      extraction_agent_id: agent.id,
      file_id: fileId,
      config_override: config,
      webhook_configurations: [{ webhook_url: 'https://example.test/hook', webhook_events: ['extract.success'] }],
    });
    expect(created).toEqual({
      id: expect.stringMatching(UUID),
      extraction_agent: agent,
      status: 'PENDING',
      error: null,
      file_id: fileId,
      file: expect.objectContaining({ id: fileId, name: 'invoice-7.txt', external_file_id: 'invoice-7.txt' }),
    });
    expect(await untilEnded(account, created.id)).toEqual({ ...created, status: 'SUCCESS' });

    const result = await resultOf(account, created.id);
    const evidence = (text: string) => ({
      citation: [
        {
          page: 1,
          matching_text: text,
          bounding_boxes: [
            { x: expect.any(Number), y: expect.any(Number), w: expect.any(Number), h: expect.any(Number) },
          ],
          page_dimensions: { width: 612, height: 792 },
        },
      ],
      confidence: expect.any(Number),
      extraction_confidence: expect.any(Number),
      reasoning: expect.stringContaining('VERBATIM EXTRACTION'),
    });
    expect(result).toEqual({
      run_id: expect.stringMatching(UUID),
      extraction_agent_id: agent.id,
      data: { invoice_number: 'T-0007', due_date: '2026-09-30', total_gross: 119, nickname: null },
      extraction_metadata: {
        field_metadata: {
          invoice_number: evidence('T-0007'),
          due_date: evidence('2026-09-30'),
          total_gross: evidence('119.00'),
        },
        usage: { num_pages_extracted: 1, num_document_tokens: 0, num_output_tokens: 0 },
        notices: [{ option: 'system_prompt', message: expect.any(String) }],
      },
    });

    const run = (await account.call<ExtractRun>('GET', `${RUNS}/by-job/${created.id}`)).body;
    expect(run).toEqual({
      id: result.run_id,
      created_at: expect.stringMatching(TIME),
      updated_at: expect.stringMatching(TIME),
      project_id: agent.project_id,
      extraction_agent_id: agent.id,
      data_schema: STRICT,
      config: { ...agent.config, ...config },
      file_id: fileId,
      file: created.file,
      status: 'SUCCESS',
      error: null,
      job_id: created.id,
      data: result.data,
      extraction_metadata: result.extraction_metadata,
      from_ui: false,
    });
    expect((await account.call('GET', `${RUNS}/${run.id}`)).body).toEqual(run);
    const listed = async (query = '') =>
      (await account.call<RunList>('GET', `${RUNS}?extraction_agent_id=${agent.id}${query}`)).body;
    // The index may be a moment late.
    await vi.waitUntil(async () => (await listed()).items[0]?.status === 'SUCCESS');
    expect(await listed()).toEqual({ items: [run], total: 1, skip: 0, limit: 25 });
    expect(await listed('&skip=1&limit=5')).toEqual({ items: [], total: 1, skip: 1, limit: 5 });

    expect(await account.call('DELETE', `${RUNS}/${run.id}`)).toMatchObject({ status: 200, body: {} });
    for (const path of [`${RUNS}/${run.id}`, `${RUNS}/by-job/${created.id}`, `${JOBS}/${created.id}`])
      expect([path, (await account.call('GET', path)).status]).toEqual([path, 404]);
    expect(await listed()).toMatchObject({ items: [], total: 0 });
    expect((await account.call<ExtractJob[]>('GET', `${JOBS}?extraction_agent_id=${agent.id}`)).body).toEqual([]);
  });

  test('of each page and of each row is a list, with its metadata in parallel', async () => {
    const account = await newAccount();
    const agent = await addAgent(account, 'Pages');
    const pages = await uploadText(account, await invoicePdf(3, 2));
    const perPage = await makeJob(account, {
      extraction_agent_id: agent.id,
      file_id: pages,
      config_override: { extraction_target: 'PER_PAGE', confidence_scores: true },
    });
    await untilEnded(account, perPage.id);
    const result = await resultOf(account, perPage.id);
    const nothing = { invoice_number: null, due_date: null, total_gross: null, nickname: null };
    expect(result.data).toEqual([
      { ...nothing, invoice_number: 'T-0003', due_date: '2026-09-30', total_gross: 119 },
      nothing,
    ]);
    const { field_metadata } = result.extraction_metadata;
    const scores = { confidence: expect.any(Number), extraction_confidence: expect.any(Number) };
    expect(field_metadata).toEqual([{ invoice_number: scores, due_date: scores, total_gross: scores }, {}]);

    const text = 'article,price\nred chair,40.50\nblue table,99.00\n';
    const csv = { filename: 'stock.csv', mediaType: 'text/csv', bytes: new Uint8Array(new TextEncoder().encode(text)) };
    const perRow = await makeJob(account, {
      extraction_agent_id: agent.id,
      file_id: await uploadText(account, csv),
      data_schema_override: JSON.stringify({
        type: 'object',
        properties: { article: { type: 'string' }, price: { type: 'number' } },
      }),
      config_override: { extraction_target: 'PER_TABLE_ROW' },
    });
    await untilEnded(account, perRow.id);
    const rows = await resultOf(account, perRow.id);
    expect(rows.data).toEqual([
      { article: 'red chair', price: 40.5 },
      { article: 'blue table', price: 99 },
    ]);
    expect(rows.extraction_metadata).toMatchObject({ field_metadata: [{}, {}], notices: [] });
  });

  test('without an agent is one of the default agent, from a file, a text or bytes', async () => {
    const account = await newAccount();
    const data = btoa('Invoice number: T-0021\nTotal gross: 7.00 EUR\n');
    const sources = [
      { file_id: await uploadText(account, invoiceText(20)) },
      { text: 'Invoice number: T-0022\n' },
      { file: { data, mime_type: 'text/plain; charset=utf-8' } },
    ];
    const agent = (await account.call<ExtractAgent>('GET', `${AGENTS}/default`)).body;
    expect(agent).toMatchObject({ data_schema: {}, custom_configuration: 'default', created_at: null });
    const numbers: unknown[] = [];
    for (const source of sources) {
      const json = { data_schema: SCHEMA, config: {}, ...source };
      const { body } = await account.call<ExtractJob>('POST', '/api/v1/extraction/run', { json });
      expect(body.extraction_agent).toEqual(agent);
      await untilEnded(account, body.id);
      const { data, extraction_agent_id, extraction_metadata } = await resultOf(account, body.id);
      expect([extraction_agent_id, extraction_metadata.field_metadata]).toEqual([agent.id, {}]);
      numbers.push(Object(data).invoice_number);
    }
    expect(numbers).toEqual(['T-0020', 'T-0022', 'T-0021']);
    const jobs = await vi.waitUntil(async () => {
      const { body } = await account.call<ExtractJob[]>('GET', `${JOBS}?extraction_agent_id=${agent.id}`);
      return body.every((job) => job.status === 'SUCCESS') ? body : null;
    });
    expect(jobs.map((job) => job.file.name)).toEqual(['document.txt', 'text.txt', 'invoice-20.txt']);
    const skipped = `${JOBS}?extraction_agent_id=${agent.id}&skip=1&limit=1&status=SUCCESS`;
    expect((await account.call('GET', skipped)).body).toEqual([jobs[1]]);
    expect((await account.call('GET', `${JOBS}?extraction_agent_id=${agent.id}&status=ERROR`)).body).toEqual([]);
  });

  test('that failed tells why in job and run, and has no result', async () => {
    const account = await newAccount();
    const agent = await addAgent(account, 'Unlucky');
    const job = await makeJob(account, {
      extraction_agent_id: agent.id,
      file_id: await uploadText(account, encryptedPdf()),
    });
    const ended = await untilEnded(account, job.id);
    expect(ended).toMatchObject({ status: 'ERROR', error: expect.stringMatching(/^document_unreadable: /) });
    const run = (await account.call<ExtractRun>('GET', `${RUNS}/by-job/${job.id}`)).body;
    expect(run).toMatchObject({ status: 'ERROR', error: ended.error, data: null, extraction_metadata: null });
    expect(await account.call('GET', `${JOBS}/${job.id}/result`)).toMatchObject({
      status: 404,
      body: { detail: `Result not found: job ${job.id} is ERROR; check its status` },
    });
  });
});

describe('jobs', () => {
  test('of a batch are one for each file, and the same for the same key', async () => {
    const account = await newAccount();
    const agent = await addAgent(account, 'Batch');
    const files = [await uploadText(account, invoiceText(1)), await uploadText(account, invoiceText(2))];
    const call = {
      json: { extraction_agent_id: agent.id, file_ids: files },
      headers: { 'idempotency-key': 'batch-1' },
    };
    const made = (await account.call<ExtractJob[]>('POST', `${JOBS}/batch?from_ui=true`, call)).body;
    expect(made.map((job) => job.file_id)).toEqual(files);
    const again = (await account.call<ExtractJob[]>('POST', `${JOBS}/batch?from_ui=true`, call)).body;
    expect(again.map((job) => job.id)).toEqual(made.map((job) => job.id));
    for (const { id } of made) await untilEnded(account, id);
    // What the key stands for is what was sent, however agent and files have changed since.
    await account.call('PUT', `${AGENTS}/${agent.id}`, {
      json: { data_schema: SCHEMA, config: { cite_sources: true } },
    });
    await account.call('DELETE', `/api/v1/beta/files/${files[0]}`);
    const late = (await account.call<ExtractJob[]>('POST', `${JOBS}/batch?from_ui=true`, call)).body;
    expect(late.map((job) => [job.id, job.file_id])).toEqual(made.map((job) => [job.id, job.file_id]));
    expect((await account.call('POST', `${JOBS}/batch`, call)).status).toBe(400);
    const latest = (await account.call<ExtractRun>('GET', `${RUNS}/latest-from-ui?extraction_agent_id=${agent.id}`))
      .body;
    expect([latest.from_ui, made.some((job) => job.id === latest.job_id)]).toEqual([true, true]);

    const other = await addAgent(account, 'Other');
    const none = await account.call('GET', `${RUNS}/latest-from-ui?extraction_agent_id=${other.id}`);
    expect([none.status, none.body]).toEqual([200, null]);
  });

  test('over a file sent along take overrides as text, and a request sent again joins its job', async () => {
    const account = await newAccount();
    const agent = await addAgent(account, 'Files');
    const send = async (retries: number) => {
      const { filename, bytes } = invoiceText(5);
      const form = new FormData();
      form.set('extraction_agent_id', agent.id);
      form.set('file', new File([bytes], filename));
      form.set('data_schema_override', 'null');
      form.set('config_override', JSON.stringify({ extraction_mode: 'FAST' }));
      const headers = { 'x-stainless-retry-count': String(retries) };
      return (await account.call<ExtractJob>('POST', `${JOBS}/file`, { form, headers })).body;
    };
    const first = await send(0);
    expect(first.file.name).toBe('invoice-5.txt');
    expect((await send(1)).id).toBe(first.id);
    const other = await send(0);
    expect([other.id === first.id, other.file_id]).toEqual([false, first.file_id]);
    await untilEnded(account, first.id);
    const run = (await account.call<ExtractRun>('GET', `${RUNS}/by-job/${first.id}`)).body;
    expect(run.config).toMatchObject({ extraction_mode: 'FAST', page_range: null });
    expect(run.data_schema).toEqual(STRICT);
  });

  test('that differ only in what is told of their values are different requests', async () => {
    const account = await newAccount();
    const agent = await addAgent(account, 'Told');
    const json = { extraction_agent_id: agent.id, file_id: await uploadText(account, invoiceText(6)) };
    const plain = await makeJob(account, json);
    const resent = { 'x-stainless-retry-count': '1' };
    const cited = await makeJob(account, { ...json, config_override: { cite_sources: true } }, resent);
    expect(cited.id).not.toBe(plain.id);
    expect((await makeJob(account, json, resent)).id).toBe(plain.id);
  });

  test('can be cancelled, once, and stay with a deleted agent and file', async () => {
    const account = await newAccount();
    const agent = await addAgent(account, 'Short-lived', { extraction_target: 'PER_PAGE' });
    const fileId = await uploadText(account, invoiceText(8));
    const job = await makeJob(account, { extraction_agent_id: agent.id, file_id: fileId });
    const cancelled = await account.call<ExtractJob>('POST', `${JOBS}/${job.id}/cancel`);
    expect(cancelled.body).toEqual({ ...job, status: 'CANCELLED', error: 'cancelled: Cancelled via API' });
    const again = await account.call('POST', `${JOBS}/${job.id}/cancel`);
    expect([again.status, again.headers.get('x-should-retry')]).toEqual([409, 'false']);

    expect((await account.call('DELETE', `${AGENTS}/${agent.id}`)).status).toBe(200);
    expect((await account.call('DELETE', `/api/v1/beta/files/${fileId}`)).status).toBe(204);
    const left = (await account.call<ExtractJob>('GET', `${JOBS}/${job.id}`)).body;
    expect(left.extraction_agent).toEqual({ ...agent, created_at: null, updated_at: null });
    expect([left.file_id, left.file.name, left.file.file_size]).toEqual([fileId, 'invoice-8.txt', 0]);
    expect((await account.call('GET', `${JOBS}?extraction_agent_id=${agent.id}`)).status).toBe(404);
  });
});
