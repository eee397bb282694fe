import { expect, test, vi } from 'vitest';
import { correctExtraction } from '../../../src/jobs/correct-extraction';
import { createJob } from '../../../src/jobs/create-job';
import { createSchema } from '../../../src/jobs/create-schema';
import { getJob } from '../../../src/jobs/get-job';
import { type DocumentResult, getResult } from '../../../src/jobs/get-result';
import type { Caller } from '../../../src/jobs/records';
import { PLAIN_READING, type Target } from '../../../src/jobs/request';
import { storeDocument } from '../../../src/jobs/store-document';
import { extractionOf, newCaller, ports } from '../../support/accounts';

const TEXT = 'Invoice number: N-1\nTotal: 119.00 EUR\n\fInvoice number: N-2\nTotal: 120.00 EUR\n';

/** The only row of a job over `documentId`, once the index knows that it is done. */
async function extracted(
  caller: Caller,
  schemaId: string,
  documentId: string,
  target: Target,
): Promise<DocumentResult> {
  const { job } = await createJob(
    ports(),
    caller,
    extractionOf([{ id: documentId }], {
      schema: { kind: 'stored', idOrShortId: schemaId },
      options: { ...PLAIN_READING, target, model: 'large-9' },
      joinsSame: false,
    }),
  );
  await getJob(ports(), caller, job.id, 20);
  await vi.waitUntil(async () => (await ports().jobs.get(caller.accountId, job.id))?.status === 'completed', {
    timeout: 10_000,
  });
  const [row] = (await getResult(ports(), caller, job.id)).rows;
  if (row === undefined) throw new Error('a job has a row for each document');
  return row;
}

async function stored(caller: Caller): Promise<{ readonly schemaId: string; readonly documentId: string }> {
  const definition = { invoice_number: 'string', total: 'number' };
  const command = { name: 'Invoice', description: null, definition, idempotencyKey: null };
  const bytes = new TextEncoder().encode(TEXT);
  const schema = await createSchema(ports(), caller, command);
  const document = await storeDocument(ports(), caller, { filename: 'two-pages.txt', bytes });
  return { schemaId: schema.id, documentId: document.id };
}

const FIRST = { invoice_number: 'N-1', total: 119 };
const SECOND = { invoice_number: 'N-2', total: 120 };

test('a job has an entry for each page, with what could not be honoured and the sizes of the pages', async () => {
  const caller = newCaller();
  const { schemaId, documentId } = await stored(caller);
  const row = await extracted(caller, schemaId, documentId, 'page');
  expect(row.values).toEqual({ pages: [FIRST, SECOND] });
  expect(row.notices.map(({ option }) => option)).toEqual(['model']);
  expect(row.pageSizes.map(({ number }) => number)).toEqual([1, 2]);
  expect(row.pages).toBe(2);
});

test('a correction of the pages stays with results by page, and one of a field with results of the whole', async () => {
  const caller = newCaller();
  const { schemaId, documentId } = await stored(caller);
  const corrected = async (target: Target, field: string, value: string | string[]) => {
    const { extraction } = await extracted(caller, schemaId, documentId, target);
    const corrections = [{ field, value, reason: null }];
    const command = { extractionId: extraction.id, corrections, everywhere: true };
    return (await correctExtraction(ports(), caller, command)).result.values;
  };
  expect(await corrected('page', 'pages', ['mended'])).toEqual({ pages: ['mended'] });
  expect((await extracted(caller, schemaId, documentId, 'page')).values).toEqual({ pages: ['mended'] });
  expect((await extracted(caller, schemaId, documentId, 'document')).values).toEqual(FIRST);
  expect(await corrected('document', 'invoice_number', 'N-9')).toEqual({ ...FIRST, invoice_number: 'N-9' });
  expect((await extracted(caller, schemaId, documentId, 'table-row')).values).toEqual({ rows: [FIRST, SECOND] });
});
