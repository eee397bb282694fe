import { describe, expect, test } from 'vitest';
import { createJob } from '../../../src/jobs/create-job';
import { type ProposeSchema, proposeSchema } from '../../../src/jobs/propose-schema';
import type { Caller } from '../../../src/jobs/records';
import { storeDocument } from '../../../src/jobs/store-document';
import { extractionOf, newCaller, ports, storeInvoices } from '../../support/accounts';
import { invoicePdf } from '../../support/documents';

const NOTHING: ProposeSchema = { documentIds: [], prompt: null, base: null };

const propose = (caller: Caller, command: Partial<ProposeSchema>) =>
  proposeSchema(ports(), caller, { ...NOTHING, ...command });

const storeText = async (caller: Caller, text: string): Promise<string> => {
  const bytes = new TextEncoder().encode(text);
  return (await storeDocument(ports(), caller, { filename: 'note.txt', bytes })).id;
};

const INVOICE_NUMBER = {
  type: 'string',
  title: 'Invoice number',
  description: 'Invoice number, e.g. called "Invoice number"',
};

describe('a schema', () => {
  test('is proposed from stored documents, and is one that jobs take', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 2);
    const definition = await propose(caller, { documentIds: documents.map(({ id }) => id) });
    expect(definition).toEqual({
      type: 'object',
      properties: {
        invoice_number: INVOICE_NUMBER,
        invoice_date: {
          type: 'string',
          format: 'date',
          title: 'Invoice date',
          description: 'Invoice date, e.g. called "Invoice date"',
        },
        total_gross: { type: 'number', title: 'Total gross', description: 'Total gross, e.g. called "Total"' },
        currency: { type: 'string', title: 'Currency', description: 'Currency' },
      },
    });
    const { job } = await createJob(
      ports(),
      caller,
      extractionOf(documents, { schema: { kind: 'inline', definition } }),
    );
    expect(job.documentCount).toBe(2);
  });

  test('is proposed from a PDF', async () => {
    const caller = newCaller();
    const { filename, bytes } = await invoicePdf(7);
    const { id } = await storeDocument(ports(), caller, { filename, bytes });
    const { properties } = await propose(caller, { documentIds: [id] });
    expect(Object.keys(properties ?? {})).toEqual(['invoice_number', 'due_date', 'total_gross', 'currency']);
  });

  test('is proposed from words, and added to the one given in any accepted form', async () => {
    expect(await propose(newCaller(), { prompt: 'the invoice number', base: { notes: 'string' } })).toEqual({
      type: 'object',
      properties: {
        notes: { type: 'string', title: 'Notes' },
        invoice_number: { ...INVOICE_NUMBER, description: 'Invoice number, e.g. called "invoice number"' },
      },
    });
  });
});

describe('a proposal', () => {
  test('of nothing, and one that comes to nothing, is refused with what would do', async () => {
    const caller = newCaller();
    const example = 'as "the invoice number, the due date, and for each line item the description and the amount"';
    await expect(propose(caller, { prompt: ' ' })).rejects.toMatchObject({
      code: 'invalid-request',
      message: `Nothing to make a schema of: give a document, or a prompt ${example}`,
    });
    await expect(propose(caller, { prompt: 'Make me a schema for this document' })).rejects.toMatchObject({
      code: 'invalid-request',
      message: `prompt: names no field; write what to extract, ${example}`,
    });
    await expect(propose(caller, { base: { type: 'object' } })).rejects.toMatchObject({
      code: 'invalid-request',
      details: { field: 'schema' },
    });
    const empty = await storeText(caller, 'It rained all day and nobody came.');
    await expect(propose(caller, { documentIds: [empty] })).rejects.toMatchObject({
      code: 'invalid-request',
      details: { field: 'documentIds' },
    });
  });

  test("does not know another account's document", async () => {
    const id = await storeText(newCaller(), 'Weight: 12');
    const unknown = crypto.randomUUID();
    const refusals = [id, unknown].map((one) => propose(newCaller(), { documentIds: [one] }).catch((error) => error));
    const [other, none] = await Promise.all(refusals);
    expect(other).toMatchObject({ code: 'not-found', message: `Document ${id} does not exist` });
    expect(none).toMatchObject({ code: 'not-found', message: `Document ${unknown} does not exist` });
  });

  test('of too much is refused', async () => {
    const ids = Array.from({ length: 11 }, () => crypto.randomUUID());
    await expect(propose(newCaller(), { documentIds: ids })).rejects.toMatchObject({ code: 'invalid-request' });
    await expect(propose(newCaller(), { prompt: 'x'.repeat(20_001) })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });
});
