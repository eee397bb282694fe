import { expect, test, vi } from 'vitest';
import { correctExtraction } from '../../../src/jobs/correct-extraction';
import { createJob } from '../../../src/jobs/create-job';
import { createSchema } from '../../../src/jobs/create-schema';
import { deleteSchema } from '../../../src/jobs/delete-schema';
import { getJob } from '../../../src/jobs/get-job';
import { getResult } from '../../../src/jobs/get-result';
import { type ReExtractDocument, reExtractDocument } from '../../../src/jobs/re-extract-document';
import type { Caller } from '../../../src/jobs/records';
import { PLAIN_READING } from '../../../src/jobs/request';
import { storeDocument } from '../../../src/jobs/store-document';
import { extractionOf, newCaller, ports, storeInvoices } from '../../support/accounts';

const plain = { schema: null, instructions: null, idempotencyKey: null };

async function ended(caller: Caller, command: ReExtractDocument): Promise<string> {
  const { id } = await reExtractDocument(ports(), caller, command);
  await untilEnded(caller, id);
  return id;
}

async function untilEnded(caller: Caller, id: string): Promise<void> {
  await getJob(ports(), caller, id, 20);
  await vi.waitUntil(async () => (await ports().jobs.get(caller.accountId, id))?.status === 'completed', {
    timeout: 10_000,
  });
}

const valuesOf = async (caller: Caller, jobId: string) => (await getResult(ports(), caller, jobId)).rows[0]?.values;

test('a document that was never extracted is read by what it shows', async () => {
  const caller = newCaller();
  const [document] = await storeInvoices(caller, 1);
  const job = await ended(caller, { ...plain, documentId: document?.id ?? '' });
  expect(await valuesOf(caller, job)).toMatchObject({ invoice_number: 'RE-2026-100', invoice_date: '2026-03-04' });
});

test('a document is read again by the schema of its latest extraction, also when that was deleted or never stored', async () => {
  const caller = newCaller();
  const [document] = await storeInvoices(caller, 1);
  const documentId = document?.id ?? '';
  const inline = { kind: 'inline', definition: { invoice_number: 'string' } } as const;
  const first = await ended(caller, { ...plain, documentId, schema: inline });
  const second = await ended(caller, { ...plain, documentId });
  expect(second).not.toBe(first);
  expect(await valuesOf(caller, second)).toEqual({ invoice_number: 'RE-2026-100' });

  const definition = { total: 'number' };
  const schema = await createSchema(ports(), caller, {
    name: 'A',
    description: null,
    definition,
    idempotencyKey: null,
  });
  const stored = { kind: 'stored', idOrShortId: schema.shortId } as const;
  const third = await ended(caller, { ...plain, documentId, schema: stored });
  expect((await getJob(ports(), caller, third)).schemaId).toBe(schema.id);
  await deleteSchema(ports(), caller, schema.id);
  const fourth = await ended(caller, { ...plain, documentId });
  expect(await valuesOf(caller, fourth)).toEqual({ total: 119 });
});

test('what people corrected holds for the next reading by the same schema, stored or not', async () => {
  const caller = newCaller();
  const [document] = await storeInvoices(caller, 1);
  const documentId = document?.id ?? '';
  const schema = { kind: 'inline', definition: { invoice_number: 'string', total: 'number' } } as const;
  const first = await ended(caller, { ...plain, documentId, schema });
  const [row] = (await getResult(ports(), caller, first)).rows;
  const corrections = [{ field: 'total', value: 7, reason: null }];
  await correctExtraction(ports(), caller, {
    extractionId: row?.extraction.id ?? '',
    corrections,
    everywhere: false,
  });
  const again = await ended(caller, { ...plain, documentId });
  expect(await valuesOf(caller, again)).toEqual({ invoice_number: 'RE-2026-100', total: 7 });
  const other = { kind: 'inline', definition: { total: 'number' } } as const;
  expect(await valuesOf(caller, await ended(caller, { ...plain, documentId, schema: other }))).toEqual({ total: 119 });
});

test('a document that was read page by page is read page by page again', async () => {
  const caller = newCaller();
  const bytes = new TextEncoder().encode('Invoice number: N-1\n\fInvoice number: N-2\n');
  const { id } = await storeDocument(ports(), caller, { filename: 'two-pages.txt', bytes });
  const { job } = await createJob(
    ports(),
    caller,
    extractionOf([{ id }], {
      schema: { kind: 'inline', definition: { invoice_number: 'string' } },
      options: { ...PLAIN_READING, target: 'page' },
    }),
  );
  await untilEnded(caller, job.id);
  const again = await ended(caller, { ...plain, documentId: id });
  expect(await valuesOf(caller, again)).toEqual({ pages: [{ invoice_number: 'N-1' }, { invoice_number: 'N-2' }] });
  expect(await ports().fields.all(caller.accountId)).toEqual([]);
});

test('an idempotency key of the caller joins what it made before', async () => {
  const caller = newCaller();
  const [document] = await storeInvoices(caller, 1);
  const schema = { kind: 'inline', definition: { total: 'number' } } as const;
  const command = { ...plain, documentId: document?.id ?? '', schema, idempotencyKey: 'again' };
  const first = await ended(caller, command);
  expect(await ended(caller, command)).toBe(first);
});
