import { expect, test, vi } from 'vitest';
import { correctExtraction } from '../../../src/jobs/correct-extraction';
import { createJob } from '../../../src/jobs/create-job';
import { createSchema } from '../../../src/jobs/create-schema';
import { getJob } from '../../../src/jobs/get-job';
import { getResult } from '../../../src/jobs/get-result';
import type { Caller, Correction } from '../../../src/jobs/records';
import { storeDocument } from '../../../src/jobs/store-document';
import { extractionOf, newCaller, ports } from '../../support/accounts';

const DEFINITION = { invoice_number: 'string', iban: 'string', total: 'number' };

/** One job over texts, by a schema of its own; its extractions once the index knows that they are done. */
async function extracted(caller: Caller, schemaName: string, texts: readonly string[]): Promise<readonly string[]> {
  const command = { name: schemaName, description: null, definition: DEFINITION, idempotencyKey: null };
  const schema = await createSchema(ports(), caller, command);
  const documents = await Promise.all(
    texts.map((text, index) =>
      storeDocument(ports(), caller, { filename: `${schemaName}-${index}.txt`, bytes: new TextEncoder().encode(text) }),
    ),
  );
  const { job } = await createJob(
    ports(),
    caller,
    extractionOf(documents, { schema: { kind: 'stored', idOrShortId: schema.id } }),
  );
  await getJob(ports(), caller, job.id, 20);
  await vi.waitUntil(async () => (await ports().jobs.get(caller.accountId, job.id))?.status === 'completed', {
    timeout: 10_000,
  });
  const { rows } = await getResult(ports(), caller, job.id);
  return rows.map((row) => row.extraction.id);
}

const invoice = (number: string, total: number): string => `Invoice number: ${number}\nTotal: ${total}.00 EUR\n`;

async function correctionsOf(caller: Caller, ids: readonly string[]): Promise<(readonly string[])[]> {
  const found = await ports().extractions.corrections(caller.accountId, ids);
  return ids.map((id) => (found.get(id) ?? []).map(({ field, value }: Correction) => `${field}=${value}`).sort());
}

const fix = (field: string, value: Correction['value']) => ({ field, value, reason: null });

test('a correction spreads to the same wrong value of the same schema, not to empty fields or other schemas', async () => {
  const caller = newCaller();
  const ids = await extracted(caller, 'A', [invoice('N-1', 119), invoice('N-2', 119), invoice('N-3', 120)]);
  const others = await extracted(caller, 'B', [`${invoice('N-9', 119)} `]);
  const corrections = [fix('total', 99), fix('iban', 'DE89370400440532013000')];
  const [first = ''] = ids;
  const read = await correctExtraction(ports(), caller, { extractionId: first, corrections, everywhere: true });
  expect(read.result.values).toEqual({ invoice_number: 'N-1', iban: 'DE89370400440532013000', total: 99 });
  expect(await correctionsOf(caller, [...ids, ...others])).toEqual([
    ['iban=DE89370400440532013000', 'total=99'],
    ['total=99'],
    [],
    [],
  ]);
});

test('a correction of one document stays with it', async () => {
  const caller = newCaller();
  const ids = await extracted(caller, 'A', [invoice('N-1', 119), invoice('N-2', 119)]);
  const [first = ''] = ids;
  await correctExtraction(ports(), caller, { extractionId: first, corrections: [fix('total', 99)], everywhere: false });
  expect(await correctionsOf(caller, ids)).toEqual([['total=99'], []]);
});

test('one wrong field name keeps every correction of the request out', async () => {
  const caller = newCaller();
  const ids = await extracted(caller, 'A', [invoice('N-1', 119)]);
  const [first = ''] = ids;
  const corrections = [fix('total', 99), fix('totl', 99)];
  const command = { extractionId: first, corrections, everywhere: true };
  await expect(correctExtraction(ports(), caller, command)).rejects.toMatchObject({
    code: 'invalid-request',
    details: { field: 'corrections[1].field' },
  });
  expect(await correctionsOf(caller, ids)).toEqual([[]]);
});
