/** https://github.com/run-llama/llama-cloud-ts 1.8.0 — jobs, their results, stateless runs. */
import { ConflictError, type LlamaCloud, NotFoundError } from '@llamaindex/llama-cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encryptedPdf, invoiceNumber, invoicePdf, invoiceText, type Upload } from '../support/documents';
import { asFile, EAGER, llamaCloud1 } from '../support/llama-clouds';
import { type LossyProxy, startLossyProxy } from '../support/lossy-proxy';
import { type Server, startServer } from '../support/server';
import { tapWire } from '../support/wire-tap';
import { faultsIn } from '../wire/openapi';

type Job = Awaited<ReturnType<LlamaCloud['extraction']['jobs']['get']>>;

const JOBS = '/api/v1/extraction/jobs';
const INVOICE = {
  type: 'object',
  properties: { invoice_number: { type: 'string' }, total_gross: { type: 'number' }, iban: { type: 'string' } },
  required: ['invoice_number', 'total_gross'],
};
const invoice = (index: number) => ({ invoice_number: invoiceNumber(index), total_gross: 119, iban: null });

let server: Server;
let lossy: LossyProxy;
let client: LlamaCloud;
const tap = tapWire();
beforeAll(async () => {
  server = await startServer();
  lossy = await startLossyProxy(server.url);
  client = llamaCloud1(server, tap);
});
afterAll(async () => {
  await lossy?.close();
  await server?.remove();
});

const createAgent = async (name: string): Promise<string> =>
  (await client.extraction.extractionAgents.create({ name, data_schema: INVOICE, config: {} })).id;

const upload = async (document: Upload): Promise<string> =>
  (await client.files.create({ file: asFile(document), purpose: 'extract' })).id;

describe('@llamaindex/llama-cloud 1.8.0', () => {
  it('uploads a file, runs a job over it, waits for it and reads its result', async () => {
    const { jobs } = client.extraction;
    const agentId = await createAgent('By hand');
    const fileId = await upload(invoiceText(1));
    const created = await jobs.create({ extraction_agent_id: agentId, file_id: fileId });
    expect(created).toMatchObject({
      status: 'PENDING',
      error: null,
      file_id: fileId,
      extraction_agent: { id: agentId },
    });
    expect(created.file).toMatchObject({ id: fileId, name: 'invoice-1.txt', external_file_id: 'invoice-1.txt' });
    const done = await jobs.waitForCompletion(created.id, EAGER);
    expect(done).toEqual({ ...created, status: 'SUCCESS' });
    const result = await jobs.getResult(created.id);
    expect(result).toMatchObject({ data: invoice(1), extraction_agent_id: agentId });
    expect((await client.extraction.runs.getByJob(created.id)).id).toBe(result.run_id);
  });

  it('creates and waits in one call', async () => {
    const asked = { extraction_agent_id: await createAgent('At once'), file_id: await upload(invoiceText(2)) };
    const lines = await tap.linesOf(async () => {
      expect((await client.extraction.jobs.extract(asked, EAGER)).data).toEqual(invoice(2));
    });
    const looks = lines.slice(1, -1);
    expect(lines[0]).toBe(`POST ${JOBS}`);
    expect(new Set(looks)).toEqual(new Set([looks[0]]));
    expect(lines.at(-1)).toBe(`${looks[0]}/result`);
  });

  it('lists the jobs of an agent', async () => {
    const agentId = await createAgent('Of many');
    const other = await createAgent('Of none');
    const fileIds = [await upload(invoiceText(3)), await upload(invoiceText(4))];
    const ids: string[] = [];
    for (const file_id of fileIds)
      ids.unshift((await client.extraction.jobs.create({ extraction_agent_id: agentId, file_id })).id);
    for (const id of ids) await client.extraction.jobs.waitForCompletion(id, EAGER);
    const listed = await client.extraction.jobs.list({ extraction_agent_id: agentId });
    expect(listed.map(({ id, status, file_id }) => [id, status, file_id])).toEqual([
      [ids[0], 'SUCCESS', fileIds[1]],
      [ids[1], 'SUCCESS', fileIds[0]],
    ]);
    expect(await client.extraction.jobs.list({ extraction_agent_id: other })).toEqual([]);
  });

  it('takes another schema and another configuration for one job', async () => {
    const asked = { extraction_agent_id: await createAgent('Overridden'), file_id: await upload(invoiceText(5)) };
    const due = { type: 'object', properties: { due_date: { type: 'string' } }, required: ['due_date'] };
    const { data, run_id } = await client.extraction.jobs.extract(
      { ...asked, data_schema_override: due, config_override: { use_reasoning: true }, priority: 'high' },
      EAGER,
    );
    expect(data).toEqual({ due_date: '2026-09-30' });
    const run = await client.extraction.runs.get(run_id);
    expect(run).toMatchObject({ data_schema: { required: ['due_date'] }, config: { use_reasoning: true } });
  });

  it('runs a job over a file it sends along', async () => {
    const job = await client.extraction.jobs.file({
      extraction_agent_id: await createAgent('With a file'),
      file: asFile(invoiceText(6)),
      data_schema_override: 'null',
      config_override: JSON.stringify({ confidence_scores: true }),
    });
    await client.extraction.jobs.waitForCompletion(job.id, EAGER);
    const { data, extraction_metadata } = await client.extraction.jobs.getResult(job.id);
    expect(data).toEqual(invoice(6));
    expect(extraction_metadata.field_metadata).toMatchObject({ total_gross: { confidence: expect.any(Number) } });
  });

  it('runs a batch through the raw client', async () => {
    const agentId = await createAgent('Of a batch');
    const fileIds = [await upload(invoiceText(7)), await upload(invoiceText(8)), await upload(invoiceText(9))];
    const jobs = await client.post<Job[]>(`${JOBS}/batch`, {
      body: { extraction_agent_id: agentId, file_ids: fileIds },
    });
    expect(jobs.map(({ file_id }) => file_id)).toEqual(fileIds);
    const results: unknown[] = [];
    for (const { id } of jobs) {
      await client.extraction.jobs.waitForCompletion(id, EAGER);
      results.push((await client.extraction.jobs.getResult(id)).data);
    }
    expect(results).toEqual([7, 8, 9].map(invoice));
  });

  it('is told why a job failed, by the job and by its run', async () => {
    const asked = { extraction_agent_id: await createAgent('Locked out'), file_id: await upload(encryptedPdf()) };
    const { id } = await client.extraction.jobs.create(asked);
    await expect(client.extraction.jobs.waitForCompletion(id, EAGER)).rejects.toMatchObject({
      name: 'PollingError',
      message: expect.stringMatching(/failed with status: ERROR \| Error: .*(encrypted|password)/i),
    });
    const { error } = await client.extraction.jobs.get(id);
    const run = await client.extraction.runs.getByJob(id);
    expect(run).toMatchObject({ status: 'ERROR', error, data: null, job_id: id });
    await expect(client.extraction.jobs.getResult(id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('extracts without an agent from a stored file, from text and from base64', async () => {
    const asked = { data_schema: INVOICE, config: {} };
    const { id: agentId } = await client.get<{ id: string }>('/api/v1/extraction/extraction-agents/default');
    const text = new TextDecoder().decode(invoiceText(11).bytes);
    const data = Buffer.from(invoiceText(12).bytes).toString('base64');
    const sources = [{ file_id: await upload(invoiceText(10)) }, { text }, { file: { data, mime_type: 'text/plain' } }];
    const results = [];
    for (const source of sources) results.push(await client.extraction.extract({ ...asked, ...source }, EAGER));
    expect(results.map((result) => [result.data, result.extraction_agent_id])).toEqual(
      [10, 11, 12].map((index) => [invoice(index), agentId]),
    );
  });

  it('is refused a stateless run of no source and of two', async () => {
    const asked = { data_schema: INVOICE, config: {} };
    for (const source of [{}, { text: 'a', file_id: await upload(invoiceText(13)) }])
      await expect(client.extraction.run({ ...asked, ...source })).rejects.toMatchObject({ status: 422 });
  });

  it('cancels what cannot be cancelled elsewhere, through the raw client', async () => {
    const extraction_agent_id = await createAgent('Cancelled');
    const file_id = await upload(await invoicePdf(16, 20));
    const asked = { extraction_agent_id, file_id, config_override: { invalidate_cache: true } };
    // Behind others, so that it still waits its turn.
    const created = await Promise.all(Array.from({ length: 8 }, () => client.extraction.jobs.create(asked)));
    const cancel = `${JOBS}/${created.at(-1)?.id}/cancel`;
    expect(await client.post(cancel)).toMatchObject({ status: 'CANCELLED' });
    await expect(client.post(cancel)).rejects.toBeInstanceOf(ConflictError);
  });

  it('makes one job of a request whose answer was lost', async () => {
    const extraction_agent_id = await createAgent('Over a bad line');
    const file_id = await upload(invoiceText(14));
    const throughProxy = llamaCloud1({ url: lossy.url, key: server.key }, tap);
    lossy.lose(1);
    const job = await throughProxy.extraction.jobs.create({ extraction_agent_id, file_id });
    expect(lossy.lost()).toBe(1);
    const listed = await client.extraction.jobs.list({ extraction_agent_id });
    expect(listed.map(({ id }) => id)).toEqual([job.id]);

    const second = await client.extraction.jobs.create({ extraction_agent_id, file_id });
    expect(second.id).not.toBe(job.id);
  });

  it('makes one stateless run of a request whose answers were lost', async () => {
    const throughProxy = llamaCloud1({ url: lossy.url, key: server.key }, tap);
    const { id: agentId } = await client.get<{ id: string }>('/api/v1/extraction/extraction-agents/default');
    const count = async () => (await client.extraction.jobs.list({ extraction_agent_id: agentId })).length;
    const before = await count();
    lossy.lose(2);
    await throughProxy.extraction.run({ data_schema: INVOICE, config: {}, text: 'Invoice number: T-0015' });
    expect(await count()).toBe(before + 1);
  });

  it('was answered about jobs as the documents of the vendor say', async () => {
    expect(await faultsIn(tap.exchanges)).toEqual([]);
  });
});
