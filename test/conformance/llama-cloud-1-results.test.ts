/** https://developers.llamaindex.ai (LlamaExtract: options, extensions) — what the configuration does to a result. */
import type { LlamaCloud } from '@llamaindex/llama-cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoiceNumber, invoicePdf, type Upload } from '../support/documents';
import { asFile, EAGER, llamaCloud1 } from '../support/llama-clouds';
import { parseAs } from '../support/read-as';
import { type Server, startServer } from '../support/server';
import { tapWire } from '../support/wire-tap';
import * as wire from '../wire/llama-cloud';

type Config = Parameters<LlamaCloud['extraction']['run']>[0]['config'];

const INVOICE = {
  type: 'object',
  properties: { invoice_number: { type: 'string' }, total_gross: { type: 'number' }, iban: { type: 'string' } },
  required: ['invoice_number', 'total_gross', 'iban'],
};
const PRICES = ['item,amount,price', 'Bolts,12,0.45', 'Nuts,12,0.30', 'Washers,24,0.05'].join('\n');

let server: Server;
let client: LlamaCloud;
const tap = tapWire();
beforeAll(async () => {
  server = await startServer();
  client = llamaCloud1(server, tap);
});
afterAll(() => server?.remove());

async function extract(document: Upload, data_schema: object, config: Config) {
  const { id } = await client.files.create({ file: asFile(document), purpose: 'extract' });
  const result = await client.extraction.extract({ data_schema: { ...data_schema }, config, file_id: id }, EAGER);
  return { data: result.data, metadata: parseAs(wire.ExtractionMetadata, result.extraction_metadata) };
}

const pricesCsv = (): Upload => ({
  filename: 'prices.csv',
  mediaType: 'text/csv',
  bytes: new Uint8Array(new TextEncoder().encode(PRICES)),
});

/** Two invoices on two pages. */
async function twoInvoices(): Promise<Upload> {
  const { PDFDocument } = await import('pdf-lib');
  const both = await PDFDocument.create();
  for (const index of [21, 22]) {
    const one = await PDFDocument.load((await invoicePdf(index)).bytes);
    for (const page of await both.copyPages(one, [0])) both.addPage(page);
  }
  return { filename: 'two.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(await both.save()) };
}

describe('@llamaindex/llama-cloud 1.8.0', () => {
  it('is told nothing about the values unless it asks', async () => {
    const { data, metadata } = await extract(await invoicePdf(20), INVOICE, {});
    expect(data).toEqual({ invoice_number: invoiceNumber(20), total_gross: 119, iban: null });
    expect(metadata.field_metadata).toEqual({});
    expect(metadata.usage).toMatchObject({ num_pages_extracted: 1 });
  });

  it('is told where each value stands', async () => {
    const { metadata } = await extract(await invoicePdf(20), INVOICE, { cite_sources: true });
    const { field_metadata } = metadata;
    expect(Object.keys(field_metadata)).toEqual(['invoice_number', 'total_gross']);
    expect(field_metadata).toMatchObject({
      invoice_number: {
        citation: [
          {
            page: 1,
            matching_text: expect.stringContaining(invoiceNumber(20)),
            page_dimensions: { width: 595, height: 842 },
          },
        ],
      },
    });
    const { citation } = parseAs(wire.FieldNote, (field_metadata as Record<string, unknown>).invoice_number);
    const [box] = citation?.[0]?.bounding_boxes ?? [];
    expect(box?.x).toBeGreaterThanOrEqual(60);
    expect(box?.y).toBeCloseTo(842 - 780 - 11, -1);
  });

  it('is told how sure each value is, and why', async () => {
    const config = { confidence_scores: true, use_reasoning: true } as const;
    const { metadata } = await extract(await invoicePdf(20), INVOICE, config);
    const note = parseAs(wire.FieldNote, (metadata.field_metadata as Record<string, unknown>).total_gross);
    expect(note.confidence).toBeGreaterThan(0.5);
    expect(note.extraction_confidence).toBeGreaterThan(0.5);
    expect(note.reasoning?.length).toBeGreaterThan(3);
    expect(note.citation).toBeUndefined();
  });

  it('extracts every page by itself', async () => {
    const config = { extraction_target: 'PER_PAGE', cite_sources: true } as const;
    const { data, metadata } = await extract(await twoInvoices(), INVOICE, config);
    expect(data).toEqual(
      [21, 22].map((index) => ({ invoice_number: invoiceNumber(index), total_gross: 119, iban: null })),
    );
    expect(metadata.field_metadata).toMatchObject([
      { invoice_number: { citation: [{ page: 1 }] } },
      { invoice_number: { citation: [{ page: 2 }] } },
    ]);
  });

  it('extracts only the pages of a range, which keep their numbers', async () => {
    const config = { page_range: '2', cite_sources: true } as const;
    const { data, metadata } = await extract(await twoInvoices(), INVOICE, config);
    expect(data).toEqual({ invoice_number: invoiceNumber(22), total_gross: 119, iban: null });
    expect(metadata.field_metadata).toMatchObject({ invoice_number: { citation: [{ page: 2 }] } });
    expect(metadata.usage.num_pages_extracted).toBe(1);
  });

  it('extracts every row of a table', async () => {
    const row = {
      type: 'object',
      properties: { item: { type: 'string' }, amount: { type: 'integer' }, price: { type: 'number' } },
      required: ['item', 'amount', 'price'],
    };
    const config = { extraction_target: 'PER_TABLE_ROW', confidence_scores: true } as const;
    const { data, metadata } = await extract(pricesCsv(), row, config);
    expect(data).toEqual([
      { item: 'Bolts', amount: 12, price: 0.45 },
      { item: 'Nuts', amount: 12, price: 0.3 },
      { item: 'Washers', amount: 24, price: 0.05 },
    ]);
    expect(metadata.field_metadata).toHaveLength(3);
  });

  it('is told which wishes could not be fulfilled', async () => {
    const config = { extract_model: 'openai-gpt-5', system_prompt: 'Answer in Latin.' };
    const { metadata } = await extract(await invoicePdf(20), INVOICE, config);
    expect(JSON.stringify(metadata)).toContain('extract_model');
    expect(JSON.stringify(metadata)).toContain('system_prompt');
  });
});
