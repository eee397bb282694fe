import { expect, test } from 'vitest';
import { readLimits } from '../../../src/jobs/limits';
import { PLAIN_READING } from '../../../src/jobs/request';
import { runDocument } from '../../../src/pipeline/run-document';
import { BOOT, opening } from '../../support/job-states';
import { simulate } from '../../support/simulated-ports';

const FIELD = { type: 'string', title: 'Invoice number' };
const SCHEMA = { type: 'object', properties: { invoice_number: FIELD, invoice_date: { type: 'string' } } };

test.each([
  ['1', 'failed', { code: 'extraction-failed', message: expect.stringContaining('more than 1 values were found') }],
  ['2', 'completed', null],
])('RESULT_VALUES %s: a document of two values is %s', async (values, outcome, problem) => {
  const at = simulate(
    opening(1, { fieldCount: 2 }),
    { schema: SCHEMA, options: PLAIN_READING },
    'Invoice number: A-1\nInvoice date: 2026-03-04\n',
  );
  at.apply({ kind: 'lease', attempt: 1, index: 0, boot: BOOT, now: at.now });
  const document = at.state().documents[0];
  if (!document) throw new Error('no document');
  const settings = { limits: readLimits({ RESULT_VALUES: values }) };
  const job = { accountId: 'acme', jobId: at.state().id };
  const turn = { job, attempt: 1, index: 0, token: document.token, operation: 'extract', document } as const;
  await runDocument({ ...at.ports, settings }, turn, Number.POSITIVE_INFINITY);
  expect(at.state().documents[0]).toMatchObject({ outcome, problem });
});
