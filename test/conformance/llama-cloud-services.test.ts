/**
 * llama-cloud-services 0.5.4 (https://github.com/run-llama/llama_cloud_services): its LlamaExtract helper, and what its
 * functions alone have.
 */
import { join } from 'node:path';
import { LlamaExtract } from 'llama-cloud-services';
import * as api from 'llama-cloud-services/api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { encryptedPdf, invoiceNumber, invoiceText } from '../support/documents';
import { asFile } from '../support/llama-clouds';
import { type Server, startServer } from '../support/server';
import { tapWire } from '../support/wire-tap';
import { checkAgainst } from '../wire/openapi';

// It says on import that it is deprecated.
vi.hoisted(() => vi.spyOn(console, 'warn').mockImplementation(() => {}));

const INVOICE = {
  type: 'object',
  properties: { invoice_number: { type: 'string' }, total_gross: { type: 'number' } },
  required: ['invoice_number', 'total_gross'],
};
const invoice = (index: number) => ({ invoice_number: invoiceNumber(index), total_gross: 119 });
/** The helper takes its ways by place: seconds between looks, most looks, tries again, seconds between tries. */
const POLLING = [0.02, 3000, 1, 0.01] as const;
const OF_NO_PROJECT = [null, null] as const;

let server: Server;
let helper: LlamaExtract;
const tap = tapWire();
beforeAll(async () => {
  server = await startServer();
  // The helper takes no fetch of ours: it calls whatever the global one is.
  vi.stubGlobal('fetch', tap.fetch);
  helper = new LlamaExtract(server.key, server.url);
  api.client.setConfig({ baseUrl: server.url, headers: { Authorization: `Bearer ${server.key}` } });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server?.remove();
});

describe('LlamaExtract of llama-cloud-services 0.5.4', () => {
  it('creates an agent, finds it by name and by id, and deletes it', async () => {
    const created = await helper.createAgent('Helped: 1/2', INVOICE, { extraction_mode: 'BALANCED' });
    expect(created).toMatchObject({ name: 'Helped: 1/2', dataSchema: { ...INVOICE, additionalProperties: false } });
    expect((await helper.getAgent('Helped: 1/2'))?.id).toBe(created?.id);
    expect((await helper.getAgent(undefined, created?.id))?.name).toBe('Helped: 1/2');
    expect(await helper.deleteAgent(created?.id ?? '')).toBe(true);
    await expect(helper.getAgent('Helped: 1/2', undefined, ...OF_NO_PROJECT, 0, 0.01)).rejects.toThrow(
      /maximum number/,
    );
  });

  it('extracts with an agent from bytes, from a text and from a path', async () => {
    const agent = await helper.createAgent('Reader', INVOICE);
    const ways: [path: string | undefined, content?: Buffer | string, name?: string][] = [
      [undefined, Buffer.from(invoiceText(1).bytes), 'one.txt'],
      [undefined, new TextDecoder().decode(invoiceText(2).bytes)],
      [join(root, 'test/samples/brightwater-invoice.pdf')],
    ];
    const found: unknown[] = [];
    for (const [path, content, name] of ways) {
      const result = await agent?.extract(path, content, name, ...OF_NO_PROJECT, undefined, ...POLLING);
      found.push(result?.data);
    }
    expect(found).toEqual([invoice(1), invoice(2), { invoice_number: 'BW-2026-0417', total_gross: 1425 }]);
  });

  it('extracts without an agent, with what is known about each value', async () => {
    const config = { cite_sources: true, confidence_scores: true } as const;
    const path = join(root, 'test/samples/brightwater-invoice.pdf');
    const result = await helper.extract(INVOICE, config, path, undefined, undefined, ...OF_NO_PROJECT, ...POLLING);
    expect(result?.data).toEqual({ invoice_number: 'BW-2026-0417', total_gross: 1425 });
    expect(result?.extractionMetadata.field_metadata).toMatchObject({
      invoice_number: { citation: [{ page: 1 }], confidence: expect.any(Number) },
    });
  });

  it('fails over a file that cannot be read', async () => {
    const agent = await helper.createAgent('Stopped', INVOICE);
    const bytes = Buffer.from(encryptedPdf().bytes);
    const run = agent?.extract(undefined, bytes, 'locked.pdf', ...OF_NO_PROJECT, undefined, ...POLLING);
    await expect(run).rejects.toThrow('There was an error extracting data from your file.');
  });

  it('tries a refused request as often as it is told to, and no job comes of it', async () => {
    const taken = await helper.createAgent('Only one', INVOICE);
    const lines = await tap.linesOf(() =>
      expect(helper.createAgent('Only one', INVOICE, {}, ...OF_NO_PROJECT, 2, 0.01)).rejects.toThrow(/maximum number/),
    );
    expect(lines).toHaveLength(3);
    expect((await helper.getAgent('Only one'))?.id).toBe(taken?.id);
  });
});

describe('The functions of llama-cloud-services 0.5.4 alone', () => {
  it('get the default agent and run without one', async () => {
    const { data: agent } = await api.getOrCreateDefaultExtractionAgentApiV1ExtractionExtractionAgentsDefaultGet({});
    const { data: job } = await api.extractStatelessApiV1ExtractionRunPost({
      body: { data_schema: INVOICE, config: {}, text: new TextDecoder().decode(invoiceText(4).bytes) },
    });
    expect(job?.extraction_agent.id).toBe(agent?.id);
  });

  it('find and delete files of the second generation', async () => {
    const { data: file } = await api.uploadFileApiV1FilesPost({ body: { upload_file: asFile(invoiceText(5)) } });
    const filter = { file_ids: [file?.id ?? ''] };
    const { data: found } = await api.queryFilesApiV1BetaFilesQueryPost({ body: { filter } });
    expect(found?.items.map(({ id }: { id: string }) => id)).toEqual([file?.id]);
    const path = { file_id: file?.id ?? '' };
    expect((await api.deleteFileApiV1BetaFilesFileIdDelete({ path })).response.status).toBe(204);
  });

  it('are refused a file of which nothing but the name is sent', async () => {
    const { response } = await api.createFileApiV1BetaFilesPost({ body: { name: 'hollow.pdf' } });
    expect(response.status).toBe(400);
  });

  it('were answered all along as the document of the package says', async () => {
    const check = await checkAgainst('llama-cloud-services', true);
    expect(tap.exchanges.flatMap((answered) => check(answered) ?? [])).toEqual([]);
  });
});
