/** https://github.com/run-llama/llama-cloud-ts 2.16.0 — extraction of the second generation. */
import {
  BadRequestError,
  ConflictError,
  type LlamaCloud,
  NotFoundError,
  UnprocessableEntityError,
} from 'llama-cloud-2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encryptedPdf, invoiceNumber, invoicePdf, invoiceText, type Upload } from '../support/documents';
import { asFile, EAGER, llamaCloud1, llamaCloud2 } from '../support/llama-clouds';
import { type LossyProxy, startLossyProxy } from '../support/lossy-proxy';
import { parseAs } from '../support/read-as';
import { type Server, startServer } from '../support/server';
import { tapWire } from '../support/wire-tap';
import * as wire from '../wire/llama-cloud';

const EXTRACT = '/api/v2/extract';
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
const INVOICE = {
  type: 'object',
  properties: { invoice_number: { type: 'string' }, total_gross: { type: 'number' } },
  required: ['invoice_number', 'total_gross'],
};
const invoice = (index: number) => ({ invoice_number: invoiceNumber(index), total_gross: 119 });

let server: Server;
let lossy: LossyProxy;
let client: LlamaCloud;
const tap = tapWire();
beforeAll(async () => {
  server = await startServer();
  lossy = await startLossyProxy(server.url);
  client = llamaCloud2(server, tap);
});
afterAll(async () => {
  await lossy?.close();
  await server?.remove();
});

const upload = async (document: Upload): Promise<string> =>
  (await client.files.create({ file: asFile(document), purpose: 'extract' })).id;

/** Behind others, so that it still waits its turn. */
async function createManyAndTakeTheLast() {
  const file_input = await upload(await invoicePdf(6, 20));
  const asked = { file_input, configuration: { data_schema: INVOICE, disable_cache: true } };
  const created = await Promise.all(Array.from({ length: 8 }, () => client.extract.create(asked)));
  return created.at(-1) ?? { id: '' };
}

describe('@llamaindex/llama-cloud 2.16.0', () => {
  it('extracts by a configuration it sends along, and waits', async () => {
    const file_input = await upload(invoiceText(1));
    const job = await client.extract.run({ file_input, configuration: { data_schema: INVOICE } }, EAGER);
    expect(parseAs(wire.V2Job, job)).toMatchObject({ file_input, status: 'COMPLETED', extract_result: invoice(1) });
    expect(job.error_message).toBeNull();
  });

  it('extracts by a stored configuration', async () => {
    const parameters = { product_type: 'extract_v2', data_schema: INVOICE, cite_sources: true } as const;
    const { id } = await client.configurations.create({ name: 'Invoices', parameters });
    const asked = { file_input: await upload(await invoicePdf(2)), configuration_id: id };
    const created = await client.extract.create(asked);
    expect(parseAs(wire.V2Job, created)).toMatchObject({ configuration_id: id, status: 'PENDING' });
    const expand = ['configuration', 'extract_metadata', 'metadata', 'usage'];
    const done = await client.extract.waitForCompletion(created.id, { expand }, EAGER);
    expect(parseAs(wire.V2Job, done)).toMatchObject({
      configuration: { data_schema: INVOICE, cite_sources: true },
      extract_result: invoice(2),
      extract_metadata: {
        field_metadata: { document_metadata: { invoice_number: { citation: [{ page: 1 }] } } },
      },
      metadata: { usage: { num_pages_extracted: 1 } },
      usage: { credits: 0 },
    });
  });

  it('is shown what it expands, and the metadata it asked for by the configuration', async () => {
    const file_input = await upload(invoiceText(3));
    const plain = await client.extract.run({ file_input, configuration: { data_schema: INVOICE } }, EAGER);
    expect([plain.configuration, plain.extract_metadata, plain.metadata, plain.usage]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const configuration = { data_schema: INVOICE, confidence_scores: true };
    const sure = await client.extract.run({ file_input, configuration }, EAGER);
    expect(sure.extract_metadata?.field_metadata?.document_metadata).toMatchObject({
      total_gross: { confidence: expect.any(Number) },
    });
  });

  it('extracts every page and every row by itself', async () => {
    const per_page = { data_schema: INVOICE, extraction_target: 'per_page', cite_sources: true } as const;
    const pages = await client.extract.run(
      { file_input: await upload(await invoicePdf(4)), configuration: per_page },
      EAGER,
    );
    expect(pages.extract_result).toEqual([invoice(4)]);
    expect(pages.extract_metadata?.field_metadata?.page_metadata).toHaveLength(1);

    const bytes = new Uint8Array(new TextEncoder().encode('item,amount\nBolts,12\nNuts,24\n'));
    const table = await upload({ filename: 'parts.csv', mediaType: 'text/csv', bytes });
    const data_schema = { type: 'object', properties: { item: { type: 'string' }, amount: { type: 'integer' } } };
    const per_row = { data_schema, extraction_target: 'per_table_row', confidence_scores: true } as const;
    const rows = await client.extract.run({ file_input: table, configuration: per_row }, EAGER);
    expect(rows.extract_result).toEqual([
      { item: 'Bolts', amount: 12 },
      { item: 'Nuts', amount: 24 },
    ]);
    expect(parseAs(wire.V2Job, rows).extract_metadata?.field_metadata?.row_metadata).toHaveLength(2);
  });

  it('lists jobs by every filter, page after page', async () => {
    const files = [await upload(invoiceText(5)), await upload(encryptedPdf())];
    const since = new Date().toISOString();
    const ids: string[] = [];
    for (const file_input of [...files, files[0] ?? '']) {
      const { id } = await client.extract.create({ file_input, configuration: { data_schema: INVOICE } });
      await client.extract.waitForCompletion(id, {}, EAGER).catch(() => {});
      ids.unshift(id);
    }
    const [third = '', second = '', first = ''] = ids;
    const found = async (query: Parameters<LlamaCloud['extract']['list']>[0]) => {
      const seen: string[] = [];
      for await (const { id } of client.extract.list({ created_at_on_or_after: since, page_size: 2, ...query }))
        seen.push(id);
      return seen;
    };
    expect(await found({})).toEqual([third, second, first]);
    expect(await found({ status: 'FAILED' })).toEqual([second]);
    expect(await found({ file_input: files[0] ?? '' })).toEqual([third, first]);
    expect(await found({ job_ids: [first, second, UNKNOWN_ID] })).toEqual([second, first]);
    expect(await found({ created_at_on_or_before: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(await found({ configuration_id: UNKNOWN_ID })).toEqual([]);
    const page = await client.extract.list({ expand: ['configuration'], page_size: 1 });
    expect(page.items[0]?.configuration?.data_schema).toMatchObject(INVOICE);
    parseAs(wire.V2JobPage, tap.exchanges.at(-1)?.body);
  });

  it('is told why a job failed', async () => {
    const asked = { file_input: await upload(encryptedPdf()), configuration: { data_schema: INVOICE } };
    await expect(client.extract.run(asked, EAGER)).rejects.toMatchObject({
      name: 'PollingError',
      message: expect.stringMatching(/FAILED \| Error: .*(encrypted|password)/i),
    });
  });

  it('cancels a job at work, once, and deletes it', async () => {
    const { id } = await createManyAndTakeTheLast();
    expect(parseAs(wire.V2Job, await client.extract.cancel(id))).toMatchObject({ id, status: 'CANCELLED' });
    await expect(client.extract.waitForCompletion(id, {}, EAGER)).rejects.toThrow(/CANCELLED/);
    const lines = await tap.linesOf(() => expect(client.extract.cancel(id)).rejects.toBeInstanceOf(ConflictError));
    expect(lines).toEqual([`POST ${EXTRACT}/${id}/cancel`]);
    await client.extract.delete(id);
    await expect(client.extract.get(id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('validates a schema and generates a configuration', async () => {
    const loose = { type: 'object', properties: { iban: { type: 'string', title: 'IBAN' } } };
    expect((await client.extract.validateSchema({ data_schema: loose })).data_schema).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: { iban: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
      required: ['iban'],
    });
    const bad = client.extract.validateSchema({ data_schema: { type: 'array', items: loose } });
    await expect(bad).rejects.toBeInstanceOf(BadRequestError);

    const generated = await client.extract.generateSchema({ file_id: await upload(invoiceText(7)), name: 'Bills' });
    expect(generated).toMatchObject({ name: 'Bills', parameters: { product_type: 'extract_v2' } });
    const stored = await client.configurations.create(generated);
    expect(stored.parameters).toMatchObject({ data_schema: { properties: { invoice_number: {} } } });
  });

  it('is refused a job of no configuration, of two, or over a file that is not there', async () => {
    const file_input = await upload(invoiceText(8));
    const configuration = { data_schema: INVOICE };
    const refused = [{ file_input }, { file_input, configuration, configuration_id: UNKNOWN_ID }];
    for (const asked of refused)
      await expect(client.extract.create(asked)).rejects.toBeInstanceOf(UnprocessableEntityError);
    await expect(client.extract.create({ file_input: UNKNOWN_ID, configuration })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    await expect(client.extract.create({ file_input, configuration_id: UNKNOWN_ID })).rejects.toBeInstanceOf(
      NotFoundError,
    );
  });

  it('makes one job of a request whose answer was lost', async () => {
    const file_input = await upload(invoiceText(9));
    const throughProxy = llamaCloud2({ url: lossy.url, key: server.key }, tap);
    lossy.lose(1);
    const { id } = await throughProxy.extract.create({ file_input, configuration: { data_schema: INVOICE } });
    expect(lossy.lost()).toBe(1);
    expect((await client.extract.list({ file_input })).items.map((job) => job.id)).toEqual([id]);
  });

  it('reads what the first generation made, and the other way round', async () => {
    const first = llamaCloud1(server, tap);
    const file_id = await upload(invoiceText(10));
    const { id } = await first.extraction.run({ data_schema: INVOICE, config: {}, file_id });
    const job = await client.extract.waitForCompletion(id, {}, EAGER);
    expect(job.extract_result).toEqual(invoice(10));
    expect((await first.extraction.jobs.getResult(job.id)).data).toEqual(invoice(10));
  });
});
