/**
 * @llamaindex/cloud 4.1.3 (https://github.com/run-llama/LlamaIndexTS) and llama-cloud-services 0.5.4
 * (https://github.com/run-llama/llama_cloud_services): the functions that both packages generated from the vendor's
 * OpenAPI document, each from its own state of it.
 */
import * as cloud from '@llamaindex/cloud/api';
import * as services from 'llama-cloud-services/api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { invoiceNumber, invoiceText } from '../support/documents';
import { asFile } from '../support/llama-clouds';
import { parseAs } from '../support/read-as';
import { type Server, startServer } from '../support/server';
import { tapWire, type WireTap } from '../support/wire-tap';
import * as wire from '../wire/llama-cloud';
import { checkAgainst } from '../wire/openapi';

// It says on import that it is deprecated.
vi.hoisted(() => vi.spyOn(console, 'warn').mockImplementation(() => {}));

const INVOICE = {
  type: 'object',
  properties: { invoice_number: { type: 'string' }, total_gross: { type: 'number' } },
  required: ['invoice_number', 'total_gross'],
};

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.remove());

const PACKAGES = [
  { name: '@llamaindex/cloud', api: cloud, isClosed: false },
  { name: 'llama-cloud-services', api: services, isClosed: true },
];

describe.each(PACKAGES)('The generated functions of $name', ({ name, api, isClosed }) => {
  let tap: WireTap;
  beforeAll(() => {
    tap = tapWire();
    const headers = { Authorization: `Bearer ${server.key}` };
    api.client.setConfig({ baseUrl: server.url, headers, fetch: tap.fetch });
  });

  /** The data of an answer that is none of the errors; the functions' own types hang on a package that is not there. */
  async function ok<Data>(call: Promise<{ data?: Data; error?: unknown }>): Promise<Data> {
    const { data, error } = await call;
    if (data === undefined) throw new Error(`was refused: ${JSON.stringify(error)}`);
    return data;
  }

  const createAgent = (agentName: string) =>
    ok<cloud.ExtractAgent>(
      api.createExtractionAgentApiV1ExtractionExtractionAgentsPost({
        body: { name: `${agentName} of ${name}`, data_schema: INVOICE, config: {} },
        query: { project_id: null, organization_id: null },
      }),
    );

  const upload = (index: number) =>
    ok<cloud.File>(api.uploadFileApiV1FilesPost({ body: { upload_file: asFile(invoiceText(index)) } }));

  async function untilDone(jobId: string): Promise<string> {
    for (;;) {
      const { status } = await ok<cloud.ExtractJob>(api.getJobApiV1ExtractionJobsJobIdGet({ path: { job_id: jobId } }));
      if (status !== api.StatusEnum.PENDING) return status;
    }
  }

  it('manage agents and their schemas', async () => {
    const created = await createAgent('An agent');
    const path = { extraction_agent_id: created.id };
    const listed = await ok<cloud.ExtractAgent[]>(api.listExtractionAgentsApiV1ExtractionExtractionAgentsGet({}));
    expect(listed.map(({ id }) => id)).toContain(created.id);
    const byName = { path: { name: created.name } };
    expect(await ok(api.getExtractionAgentByNameApiV1ExtractionExtractionAgentsByNameNameGet(byName))).toEqual(created);
    const body = { data_schema: INVOICE, config: { cite_sources: true } };
    const changed = await ok<cloud.ExtractAgent>(
      api.updateExtractionAgentApiV1ExtractionExtractionAgentsExtractionAgentIdPut({ path, body }),
    );
    expect(changed.config).toMatchObject({ cite_sources: true });
    const get = () => api.getExtractionAgentApiV1ExtractionExtractionAgentsExtractionAgentIdGet({ path });
    expect(await ok(get())).toEqual(changed);

    const valid = await ok<cloud.ExtractSchemaValidateResponse>(
      api.validateExtractionSchemaApiV1ExtractionExtractionAgentsSchemaValidationPost({
        body: { data_schema: INVOICE },
      }),
    );
    expect(valid.data_schema).toMatchObject({ additionalProperties: false });
    const generated = await ok<cloud.ExtractSchemaGenerateResponse>(
      api.generateExtractionSchemaApiV1ExtractionExtractionAgentsSchemaGeneratePost({
        body: { prompt: 'Extract the invoice number and the due date.' },
      }),
    );
    expect(generated.data_schema).toMatchObject({ type: 'object' });

    await api.deleteExtractionAgentApiV1ExtractionExtractionAgentsExtractionAgentIdDelete({ path });
    expect((await get()).response.status).toBe(404);
  });

  it('upload, read, announce and delete files', async () => {
    const { id, name: filename, external_file_id } = await upload(1);
    expect([filename, external_file_id]).toEqual(['invoice-1.txt', 'invoice-1.txt']);
    expect(await ok(api.getFileApiV1FilesIdGet({ path: { id } }))).toMatchObject({ id, file_type: 'txt' });
    const link = await ok(
      api.readFileContentApiV1FilesIdContentGet({ path: { id }, query: { expires_at_seconds: 60 } }),
    );
    const { url } = parseAs(wire.PresignedUrl, link);
    expect(await (await fetch(url)).text()).toContain(invoiceNumber(1));

    for (const method of ['PUT', 'POST']) {
      const body = { name: `${method}.txt` };
      const announced = await ok<cloud.FileIdPresignedUrl>(api.generatePresignedUrlApiV1FilesPut({ body }));
      await fetch(announced.url, { method, body: invoiceText(2).bytes });
      const came = await ok<cloud.File>(api.getFileApiV1FilesIdGet({ path: { id: announced.file_id } }));
      expect(came).toMatchObject({ name: body.name, file_size: invoiceText(2).bytes.length });
    }

    const fromUrl = { body: { url: 'http://127.0.0.1:1/a.pdf' } };
    expect((await api.uploadFileFromUrlApiV1FilesUploadFromUrlPut(fromUrl)).response.status).toBe(400);

    expect((await api.deleteFileApiV1FilesIdDelete({ path: { id } })).response.status).toBe(204);
    expect((await api.getFileApiV1FilesIdGet({ path: { id } })).response.status).toBe(404);
  });

  it('run jobs over a stored file, over one sent along and over many', async () => {
    const { id: agentId } = await createAgent('At work');
    const files = [await upload(11), await upload(12)];
    const one = await ok<cloud.ExtractJob>(
      api.runJobApiV1ExtractionJobsPost({ body: { extraction_agent_id: agentId, file_id: files[0]?.id ?? '' } }),
    );
    const sent = await ok<cloud.ExtractJob>(
      api.runJobOnFileApiV1ExtractionJobsFilePost({
        body: { extraction_agent_id: agentId, file: asFile(invoiceText(13)) },
        query: { from_ui: true },
      }),
    );
    const many = await ok<cloud.ExtractJob[]>(
      api.runBatchJobsApiV1ExtractionJobsBatchPost({
        body: { extraction_agent_id: agentId, file_ids: files.map(({ id }) => id) },
      }),
    );
    const jobIds: string[] = [one, sent, ...many].map(({ id }) => id);
    const found: unknown[] = [];
    for (const job_id of jobIds) {
      expect(await untilDone(job_id)).toBe('SUCCESS');
      found.push(
        (await ok<cloud.ExtractResultset>(api.getJobResultApiV1ExtractionJobsJobIdResultGet({ path: { job_id } })))
          .data,
      );
    }
    expect(found).toEqual(
      [11, 13, 11, 12].map((index) => ({ invoice_number: invoiceNumber(index), total_gross: 119 })),
    );
    const query = { extraction_agent_id: agentId };
    const listed = await ok<cloud.ExtractJob[]>(api.listJobsApiV1ExtractionJobsGet({ query }));
    expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(jobIds));

    const runs = await ok(api.listExtractRunsApiV1ExtractionRunsGet({ query: { ...query, skip: 1, limit: 2 } }));
    expect(runs).toMatchObject({ total: 4, skip: 1, limit: 2, items: [expect.anything(), expect.anything()] });
    const latest = await ok(api.getLatestRunFromUiApiV1ExtractionRunsLatestFromUiGet({ query }));
    expect(latest).toMatchObject({ job_id: sent.id, from_ui: true });
    const byJob = await ok<cloud.ExtractRun>(
      api.getRunByJobIdApiV1ExtractionRunsByJobJobIdGet({ path: { job_id: sent.id } }),
    );
    expect(byJob).toEqual(latest);
    const path = { run_id: byJob.id };
    expect(await ok(api.getRunApiV1ExtractionRunsRunIdGet({ path }))).toEqual(latest);
    await api.deleteExtractionRunApiV1ExtractionRunsRunIdDelete({ path });
    expect((await api.getRunApiV1ExtractionRunsRunIdGet({ path })).response.status).toBe(404);
  });

  it('list and read the project', async () => {
    const [project] = await ok<cloud.Project[]>(api.listProjectsApiV1ProjectsGet({ query: { project_name: null } }));
    const path = { project_id: project?.id ?? '' };
    expect(await ok(api.getProjectApiV1ProjectsProjectIdGet({ path }))).toEqual(project);
    const none = await ok(api.listProjectsApiV1ProjectsGet({ query: { project_name: 'none of this name' } }));
    expect(none).toEqual([]);
  });

  it('were answered all along as the document of their package says', async () => {
    const check = await checkAgainst(name, isClosed);
    expect(tap.exchanges.flatMap((answered) => check(answered) ?? [])).toEqual([]);
  });
});
