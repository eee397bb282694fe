import { expect, test, vi } from 'vitest';
import { createSchema } from '../../../src/jobs/create-schema';
import { deleteSchema } from '../../../src/jobs/delete-schema';
import { getJob } from '../../../src/jobs/get-job';
import { getResult } from '../../../src/jobs/get-result';
import { type ReExtractDocument, reExtractDocument } from '../../../src/jobs/re-extract-document';
import type { Caller } from '../../../src/jobs/records';
import { newCaller, ports, storeInvoices } from '../../support/accounts';

const plain = { schema: null, instructions: null, idempotencyKey: null };

async function ended(caller: Caller, command: ReExtractDocument): Promise<string> {
  const { id } = await reExtractDocument(ports(), caller, command);
  await getJob(ports(), caller, id, 20);
  await vi.waitUntil(async () => (await ports().jobs.get(caller.accountId, id))?.status === 'completed', {
    timeout: 10_000,
  });
  return id;
}

const valuesOf = async (caller: Caller, jobId: string) => (await getResult(ports(), caller, jobId)).rows[0]?.values;

test('a document is read again by the schema of its latest extraction, also when that was deleted or never stored', async () => {
  const caller = newCaller();
  const [document] = await storeInvoices(caller, 1);
  const documentId = document?.id ?? '';
  await expect(reExtractDocument(ports(), caller, { ...plain, documentId })).rejects.toMatchObject({
    code: 'invalid-request',
    details: { field: 'schema' },
  });

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

test('an idempotency key of the caller joins what it made before', async () => {
  const caller = newCaller();
  const [document] = await storeInvoices(caller, 1);
  const schema = { kind: 'inline', definition: { total: 'number' } } as const;
  const command = { ...plain, documentId: document?.id ?? '', schema, idempotencyKey: 'again' };
  const first = await ended(caller, command);
  expect(await ended(caller, command)).toBe(first);
});
