/** Runs of jobs that were made in other words, of several documents, or whose time is over. */

import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { createPorts } from '../../../src/bindings';
import type { ExtractAgent } from '../../../src/http/llamacloud/agent-wire';
import type { ExtractJob, ResultSet } from '../../../src/http/llamacloud/job-wire';
import type { ExtractRun, RunList } from '../../../src/http/llamacloud/run-wire';
import { createJob } from '../../../src/jobs/create-job';
import { getJob } from '../../../src/jobs/get-job';
import { PLAIN_READING } from '../../../src/jobs/request';
import { storeDocument } from '../../../src/jobs/store-document';
import { extractionOf } from '../../support/accounts';
import { invoiceText } from '../../support/documents';
import { endRetention, gateOf } from '../../support/end-retention';
import { type Account, newAccount } from './account';

const PREFIX = '/api/v1/extraction';

/** A job of nobody's dialect, over so many documents, ended. */
async function jobOf(account: Account, documentCount: number): Promise<string> {
  const ports = createPorts(env);
  const caller = { accountId: account.id, keyId: 'key' };
  const documents = await Promise.all(
    Array.from({ length: documentCount }, (_, index) => storeDocument(ports, caller, invoiceText(index + 1))),
  );
  const command = extractionOf(documents, {
    name: 'Elsewhere',
    schema: { kind: 'inline', definition: { invoice_number: 'string', total_gross: 'number' } },
    options: { ...PLAIN_READING, pages: [1, 2] },
  });
  const { job } = await createJob(ports, caller, command);
  expect(await getJob(ports, caller, job.id, 20)).toMatchObject({ status: 'completed' });
  return job.id;
}

/** Once the index has seen the end of all of them. */
async function runsOf(account: Account): Promise<RunList> {
  const agent = (await account.call<ExtractAgent>('GET', `${PREFIX}/extraction-agents/default`)).body;
  return vi.waitUntil(async () => {
    const { body } = await account.call<RunList>('GET', `${PREFIX}/runs?extraction_agent_id=${agent.id}`);
    return body.items.every(({ status }) => status === 'SUCCESS' || status === 'ERROR') ? body : null;
  });
}

test('a job made in other words is one of the default agent, with all that can be told', async () => {
  const account = await newAccount();
  const id = await jobOf(account, 1);
  const job = (await account.call<ExtractJob>('GET', `${PREFIX}/jobs/${id}`)).body;
  expect(job).toMatchObject({
    id,
    status: 'SUCCESS',
    error: null,
    extraction_agent: { name: 'default', data_schema: {} },
  });
  const result = (await account.call<ResultSet>('GET', `${PREFIX}/jobs/${id}/result`)).body;
  expect(result).toMatchObject({
    extraction_agent_id: job.extraction_agent.id,
    data: { invoice_number: 'T-0001', total_gross: 119 },
    extraction_metadata: {
      field_metadata: {
        invoice_number: { citation: [{ page: 1, matching_text: 'T-0001' }], confidence: expect.any(Number) },
      },
    },
  });
  const run = (await account.call<ExtractRun>('GET', `${PREFIX}/runs/by-job/${id}`)).body;
  expect(run).toMatchObject({
    config: { cite_sources: true, confidence_scores: true, page_range: '1,2', extraction_target: 'PER_DOC' },
    data_schema: { required: ['invoice_number', 'total_gross'], additionalProperties: false },
    data: result.data,
  });
});

test('a job of several documents has a run for each, which do not go one by one', async () => {
  const account = await newAccount();
  const id = await jobOf(account, 2);
  const { items, total } = await runsOf(account);
  expect([total, items.map((run) => [run.job_id, run.status])]).toEqual([2, Array(2).fill([id, 'SUCCESS'])]);
  expect(items.map((run) => Object(run.data).invoice_number).sort()).toEqual(['T-0001', 'T-0002']);
  const refused = await account.call('DELETE', `${PREFIX}/runs/${items[0]?.id}`);
  expect([refused.status, refused.body]).toEqual([400, { detail: expect.stringContaining(`the 2 of job ${id}`) }]);
  expect((await runsOf(account)).total).toBe(2);
});

test('a run whose job is over its time says so, and has no data any more', async () => {
  const account = await newAccount();
  const caller = { accountId: account.id, keyId: 'key' };
  const id = await jobOf(account, 1);
  const [before] = (await runsOf(account)).items;
  await endRetention(caller, id);
  await runDurableObjectAlarm(gateOf(caller, id));
  const error = 'expired: the results were deleted after the retention time';
  expect((await account.call('GET', `${PREFIX}/jobs/${id}`)).body).toMatchObject({ status: 'ERROR', error });
  expect((await account.call('GET', `${PREFIX}/jobs/${id}/result`)).status).toBe(404);
  const run = { status: 'ERROR', error, data: null, extraction_metadata: null, file: before?.file };
  for (const path of [`runs/${before?.id}`, `runs/by-job/${id}`])
    expect((await account.call('GET', `${PREFIX}/${path}`)).body).toMatchObject(run);
  expect((await runsOf(account)).items).toEqual([expect.objectContaining(run)]);
  expect((await account.call('DELETE', `${PREFIX}/runs/${before?.id}`)).status).toBe(200);
  expect((await runsOf(account)).total).toBe(0);
});
