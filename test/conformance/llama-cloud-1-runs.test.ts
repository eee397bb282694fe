/** https://github.com/run-llama/llama-cloud-ts 1.8.0 — runs, files. */
import { type LlamaCloud, NotFoundError } from '@llamaindex/llama-cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoiceNumber, invoicePdf, invoiceText } from '../support/documents';
import { asFile, EAGER, llamaCloud1 } from '../support/llama-clouds';
import { parseAs } from '../support/read-as';
import { type Server, startServer } from '../support/server';
import { tapWire } from '../support/wire-tap';
import * as wire from '../wire/llama-cloud';
import { faultsIn } from '../wire/openapi';

const RUNS = '/api/v1/extraction/runs';
const INVOICE = { type: 'object', properties: { invoice_number: { type: 'string' } }, required: ['invoice_number'] };

let server: Server;
let client: LlamaCloud;
let agentId: string;
/** Of the agent's jobs, newest first. */
const runIds: string[] = [];
const jobIds: string[] = [];
const tap = tapWire();
beforeAll(async () => {
  server = await startServer();
  client = llamaCloud1(server, tap);
  const agent = await client.extraction.extractionAgents.create({ name: 'Runner', data_schema: INVOICE, config: {} });
  agentId = agent.id;
  for (const index of [1, 2, 3]) {
    const { id } = await client.files.create({ file: asFile(invoiceText(index)), purpose: 'extract' });
    const job = await client.extraction.jobs.create({
      extraction_agent_id: agentId,
      file_id: id,
      from_ui: index === 2,
    });
    await client.extraction.jobs.waitForCompletion(job.id, EAGER);
    jobIds.unshift(job.id);
    runIds.unshift((await client.extraction.runs.getByJob(job.id)).id);
  }
});
afterAll(() => server?.remove());

describe('@llamaindex/llama-cloud 1.8.0', () => {
  it('pages through the runs of an agent by itself', async () => {
    const seen: string[] = [];
    const lines = await tap.linesOf(async () => {
      for await (const run of client.extraction.runs.list({ extraction_agent_id: agentId, limit: 1 }))
        seen.push(run.id);
    });
    expect(seen).toEqual(runIds);
    const first = `GET ${RUNS}?extraction_agent_id=${agentId}&limit=1`;
    expect(lines).toEqual([first, `${first}&skip=1`, `${first}&skip=2`]);
    const { items, total, skip } = await client.extraction.runs.list({ extraction_agent_id: agentId, skip: 1 });
    expect([items.map(({ id }) => id), total, skip]).toEqual([runIds.slice(1), 3, 1]);
  });

  it('reads a run by its id and by its job', async () => {
    const [runId = ''] = runIds;
    const run = await client.extraction.runs.get(runId);
    expect(run).toMatchObject({
      status: 'SUCCESS',
      error: null,
      job_id: jobIds[0],
      extraction_agent_id: agentId,
      from_ui: false,
      data: { invoice_number: invoiceNumber(3) },
      file: { name: 'invoice-3.txt' },
    });
    expect(await client.extraction.runs.getByJob(jobIds[0] ?? '')).toEqual(run);
  });

  it('reads the latest run from the web page through the raw client', async () => {
    const latest = (id: string) => client.get(`${RUNS}/latest-from-ui`, { query: { extraction_agent_id: id } });
    expect(await latest(agentId)).toMatchObject({ id: runIds[1], from_ui: true });
    const { id } = await client.extraction.extractionAgents.create({ name: 'Idle', data_schema: INVOICE, config: {} });
    expect(await latest(id)).toBeNull();
  });

  it('deletes a run, which is then gone from everywhere', async () => {
    const [runId = '', ...others] = runIds;
    await client.extraction.runs.delete(runId);
    const { items, total } = await client.extraction.runs.list({ extraction_agent_id: agentId });
    expect([items.map(({ id }) => id), total]).toEqual([others, 2]);
    await expect(client.extraction.runs.get(runId)).rejects.toBeInstanceOf(NotFoundError);
    await expect(client.extraction.jobs.getResult(jobIds[0] ?? '')).rejects.toBeInstanceOf(NotFoundError);
  });

  it('uploads, finds, downloads and deletes a file', async () => {
    const pdf = await invoicePdf(7);
    const created = await client.files.create({ file: asFile(pdf), purpose: 'extract', external_file_id: 'ledger-7' });
    parseAs(wire.FileV2, created);
    expect(created).toMatchObject({ name: 'invoice-7.pdf', external_file_id: 'ledger-7', file_type: 'pdf' });
    expect(tap.exchanges.at(-1)?.status).toBe(201);

    const listed = await client.files.list({ file_ids: [created.id, created.project_id], page_size: 5 });
    expect(listed.items).toEqual([created]);
    parseAs(wire.FilePage, tap.exchanges.at(-1)?.body);
    expect((await client.files.list({ external_file_id: 'ledger-7' })).items).toEqual([created]);
    expect((await client.files.query({ filter: { file_name: 'invoice-7.pdf' } })).items).toEqual([created]);

    const link = parseAs(wire.PresignedUrl, await client.files.get(created.id));
    const download = await fetch(link.url);
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(pdf.bytes);
    await client.files.delete(created.id);
    expect(tap.exchanges.at(-1)?.status).toBe(204);
    await expect(client.files.get(created.id)).rejects.toBeInstanceOf(NotFoundError);
    expect((await fetch(link.url)).status).toBe(404);
  });

  it('pages through the files by itself', async () => {
    const names: string[] = [];
    for await (const file of client.files.list({ page_size: 1, order_by: 'created_at asc' })) names.push(file.name);
    expect(names).toEqual(['invoice-1.txt', 'invoice-2.txt', 'invoice-3.txt']);
  });

  it('was answered about runs and files as the documents of the vendor say', async () => {
    expect(await faultsIn(tap.exchanges)).toEqual([]);
  });
});
