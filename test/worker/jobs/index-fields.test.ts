import { describe, expect, test } from 'vitest';
import { correctExtraction } from '../../../src/jobs/correct-extraction';
import { createJob } from '../../../src/jobs/create-job';
import { fieldIdOf } from '../../../src/jobs/field';
import { getJob } from '../../../src/jobs/get-job';
import { getResult } from '../../../src/jobs/get-result';
import { indexFields } from '../../../src/jobs/index-fields';
import type { Caller, DocumentRecord } from '../../../src/jobs/records';
import { PLAIN_READING } from '../../../src/jobs/request';
import { extractionOf, INVOICE_SCHEMA, newCaller, ports, startJob, storeInvoices } from '../../support/accounts';

async function textsOf(caller: Caller, { id }: DocumentRecord): Promise<Record<string, string | null>> {
  const names = Object.keys(INVOICE_SCHEMA);
  const ids = await Promise.all(names.map((name) => fieldIdOf(caller.accountId, name)));
  const values = await ports().fields.valuesOf(caller.accountId, [id]);
  return Object.fromEntries(
    names.map((name, position) => [name, values.find(({ fieldId }) => fieldId === ids[position])?.text ?? null]),
  );
}

describe('the values of a document', () => {
  test('are what its newest extraction says, corrections included, however often they are written down', async () => {
    const caller = newCaller();
    const [document] = await storeInvoices(caller, 1);
    if (document === undefined) throw new Error('no document was stored');
    const { id } = await startJob(caller, [document]);
    await getJob(ports(), caller, id, 20);
    const { rows } = await getResult(ports(), caller, id);
    const extractions = rows.map(({ extraction }) => extraction);
    await expect
      .poll(() => textsOf(caller, document), { timeout: 10_000 })
      .toEqual({ invoice_number: 'RE-2026-100', invoice_date: '2026-03-04', total: '119' });

    await correctExtraction(ports(), caller, {
      extractionId: extractions[0]?.id ?? '',
      corrections: [{ field: 'total', value: '12,50 EUR', reason: null }],
      everywhere: false,
    });
    const corrected = { invoice_number: 'RE-2026-100', invoice_date: '2026-03-04', total: '12,50 EUR' };
    expect(await textsOf(caller, document)).toEqual(corrected);
    await indexFields(ports(), { accountId: caller.accountId, jobId: id }, extractions);
    expect(await textsOf(caller, document)).toEqual(corrected);
    const older = extractions.map((extraction) => ({ ...extraction, createdAt: extraction.createdAt - 1, attempt: 9 }));
    await indexFields(ports(), { accountId: caller.accountId, jobId: id }, older);
    expect(await textsOf(caller, document)).toEqual(corrected);
  });

  test('are none where the result has an entry for each page', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 1);
    const { job } = await createJob(
      ports(),
      caller,
      extractionOf(documents, { options: { ...PLAIN_READING, target: 'page' } }),
    );
    await getJob(ports(), caller, job.id, 20);
    const { rows } = await getResult(ports(), caller, job.id);
    const ref = { accountId: caller.accountId, jobId: job.id };
    await indexFields(
      ports(),
      ref,
      rows.map(({ extraction }) => extraction),
    );
    expect(await ports().fields.all(caller.accountId)).toEqual([]);
  });

  test('are none when the request has been deleted', async () => {
    const caller = newCaller();
    await indexFields(ports(), { accountId: caller.accountId, jobId: 'gone' }, []);
    expect(await ports().fields.all(caller.accountId)).toEqual([]);
  });
});
