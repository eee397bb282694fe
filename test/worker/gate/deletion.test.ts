import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { awaitExtraction } from '../../../src/jobs/await-extraction';
import { cancelJob } from '../../../src/jobs/cancel-job';
import { correctExtraction } from '../../../src/jobs/correct-extraction';
import { NO_TRAITS } from '../../../src/jobs/create-job';
import { deleteJob } from '../../../src/jobs/delete-job';
import { followJob } from '../../../src/jobs/follow-job';
import { getDocument } from '../../../src/jobs/get-document';
import { getExtraction } from '../../../src/jobs/get-extraction';
import { getJob } from '../../../src/jobs/get-job';
import { getResult } from '../../../src/jobs/get-result';
import type { JobSummary } from '../../../src/jobs/job';
import { LEASE_MS } from '../../../src/jobs/lifecycle';
import { listExtractions } from '../../../src/jobs/list-extractions';
import { listJobs } from '../../../src/jobs/list-jobs';
import type { Caller } from '../../../src/jobs/records';
import { retryJob } from '../../../src/jobs/retry-job';
import { searchJobs } from '../../../src/jobs/search-jobs';
import { REMEMBERED_MS } from '../../../src/jobs/under-way';
import { newCaller, ports, startJob, storeInvoices } from '../../support/accounts';
import { gateOf, rewriteJob } from '../../support/end-retention';

const window = { limit: 10, after: null, order: 'desc', offset: 0 } as const;
const storedKeys = async (caller: Caller, jobId: string): Promise<string[]> =>
  (await env.BLOBS.list({ prefix: `accounts/${caller.accountId}/jobs/${jobId}/` })).objects.map(({ key }) => key);

/** A job of one document that has come to its end, in lists as well. */
async function completed(caller: Caller): Promise<{ job: JobSummary; documentId: string; extractionId: string }> {
  const documents = await storeInvoices(caller, 1);
  const { id } = await startJob(caller, documents);
  const job = await getJob(ports(), caller, id, 20);
  await vi.waitUntil(async () => (await ports().jobs.get(caller.accountId, id))?.status === 'completed', {
    timeout: 10_000,
  });
  const [extraction] = await ports().gates.at({ accountId: caller.accountId, jobId: id }).extractions();
  return { job, documentId: documents[0]?.id ?? '', extractionId: extraction?.id ?? '' };
}

/** Until the gate waits for nothing but its last look. */
const untilSettled = (caller: Caller, jobId: string): Promise<unknown> =>
  vi.waitUntil(
    async () => {
      await runDurableObjectAlarm(gateOf(caller, jobId));
      const alarm = await runInDurableObject(gateOf(caller, jobId), (_, { storage }) => storage.getAlarm());
      return alarm !== null && alarm > Date.now() + LEASE_MS;
    },
    { timeout: 10_000 },
  );

/** Every way to look at a job, or to do something with it, says that there is none. */
async function expectUnknown(caller: Caller, jobId: string): Promise<void> {
  const unknown = { code: 'not-found' };
  await expect(getJob(ports(), caller, jobId)).rejects.toMatchObject(unknown);
  await expect(getResult(ports(), caller, jobId)).rejects.toMatchObject(unknown);
  await expect(awaitExtraction(ports(), caller, jobId, 1)).rejects.toMatchObject(unknown);
  await expect(cancelJob(ports(), caller, jobId)).rejects.toMatchObject(unknown);
  await expect(retryJob(ports(), caller, jobId)).rejects.toMatchObject(unknown);
  await expect(deleteJob(ports(), caller, jobId)).rejects.toMatchObject(unknown);
  await expect(followJob(ports(), caller, jobId, 0)[Symbol.asyncIterator]().next()).rejects.toMatchObject(unknown);
  const gate = ports().gates.at({ accountId: caller.accountId, jobId });
  expect([await gate.summary(), await gate.eventsAfter(0, 10)]).toEqual([null, null]);
  await expect(gate.extractions()).rejects.toMatchObject(unknown);
  expect(await listJobs(ports(), caller, window)).toEqual({ items: [], next: null, total: 0 });
  expect(await searchJobs(ports(), caller, { ...window, ids: [jobId] })).toMatchObject({ items: [] });
  const extractions = { ...window, documentId: null, schemaId: null, outcomes: null };
  expect(await listExtractions(ports(), caller, extractions)).toEqual({ items: [], next: null, total: 0 });
}

describe('a deleted job', () => {
  test('is unknown to every reader, and so is its extraction; the document stays as one never extracted', async () => {
    const caller = newCaller();
    const { job, documentId, extractionId } = await completed(caller);
    const correction = { field: 'total', value: 1, reason: null };
    await correctExtraction(ports(), caller, { extractionId, corrections: [correction], everywhere: false });
    expect((await getDocument(ports(), caller, documentId)).extractions).toMatchObject({ latestId: extractionId });

    await deleteJob(ports(), caller, job.id);
    await expectUnknown(caller, job.id);
    await expect(getExtraction(ports(), caller, extractionId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await ports().extractions.corrections(caller.accountId, [extractionId])).toEqual(new Map());
    expect(await getDocument(ports(), caller, documentId)).toMatchObject({
      document: { status: 'completed' },
      extractions: null,
    });
    expect(await storedKeys(caller, job.id)).toEqual([]);
  });

  test('that ran is ended: its documents are worked on no more, and nothing of it comes back', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 12));
    const gate = ports().gates.at({ accountId: caller.accountId, jobId: id });
    await deleteJob(ports(), caller, id);
    await expectUnknown(caller, id);
    expect(await gate.lease(1, 11)).toEqual({ kind: 'terminal' });
    const late = { attempt: 1, index: 0, token: 1, phase: 'resolve', filledFields: 3, confidence: 1 } as const;
    expect(await gate.report({ ...late, pages: 1, language: null })).toBe('stop');
    await runDurableObjectAlarm(gateOf(caller, id));
    await evictDurableObject(gateOf(caller, id));
    await expectUnknown(caller, id);
  });

  test('has what a consumer stored for it too late deleted as well', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 12));
    await deleteJob(ports(), caller, id);
    const deletedAt = await runInDurableObject(gateOf(caller, id), (_, { storage }) => {
      const [row] = storage.sql.exec<{ body: string }>('SELECT body FROM job').toArray();
      return Number(JSON.parse(row?.body ?? '{}').deletedAt);
    });
    await runDurableObjectAlarm(gateOf(caller, id));
    const alarm = await runInDurableObject(gateOf(caller, id), (_, { storage }) => storage.getAlarm());
    expect(alarm).toBe(deletedAt + LEASE_MS);

    const ref = { accountId: caller.accountId, jobId: id, attempt: 1, index: 0, phase: 'resolve', token: 1 } as const;
    const output = { cells: [], pages: 1, pageSizes: [], language: null, elapsedMs: 1, notices: [] };
    await ports().blobs.putOutput(ref, output);
    await runDurableObjectAlarm(gateOf(caller, id));
    await vi.waitUntil(async () => (await storedKeys(caller, id)).length === 0, { timeout: 10_000 });
  });

  test('has what a consumer stored deleted as soon as it reports that, however late it does', async () => {
    const caller = newCaller();
    const { job } = await completed(caller);
    await deleteJob(ports(), caller, job.id);
    await untilSettled(caller, job.id);
    const turn = { attempt: 1, index: 0, phase: 'resolve', token: 1 } as const;
    const output = { cells: [], pages: 1, pageSizes: [], language: null, elapsedMs: 1, notices: [] };
    await ports().blobs.putOutput({ accountId: caller.accountId, jobId: job.id, ...turn }, output);

    const gate = ports().gates.at({ accountId: caller.accountId, jobId: job.id });
    const told = { filledFields: 0, confidence: null, pages: 1, language: null };
    expect(await gate.report({ ...turn, ...told })).toBe('stop');
    await vi.waitUntil(async () => (await storedKeys(caller, job.id)).length === 0, { timeout: 10_000 });
  });

  test('stays deleted for a request that was about to open it, and keeps nothing of that', async () => {
    const caller = newCaller();
    const { job } = await completed(caller);
    const ref = { accountId: caller.accountId, jobId: job.id };
    const request = await ports().blobs.getRequest(ref);
    await deleteJob(ports(), caller, job.id);
    await untilSettled(caller, job.id);
    if (request !== null) await ports().blobs.putRequest(ref, request);
    expect(await storedKeys(caller, job.id)).toHaveLength(1);

    const { id, accountId, operation, name, createdAt } = job;
    const opening = { id, accountId, operation, name, createdAt, priority: 'normal', ...NO_TRAITS } as const;
    const schema = { schemaId: null, schemaName: null, schemaVersion: null, fieldCount: 1 };
    await expect(
      ports()
        .gates.at(ref)
        .open({ ...opening, ...schema, retentionMs: 1, documents: [] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await vi.waitUntil(async () => (await storedKeys(caller, job.id)).length === 0, { timeout: 10_000 });
  });

  test('whose deletion broke off after it was saved is taken away by the alarm', async () => {
    const caller = newCaller();
    const { job } = await completed(caller);
    await rewriteJob(caller, job.id, (stored) => ({
      ...stored,
      deletedAt: Date.now(),
      revision: Number(stored.revision) + 1,
    }));
    expect((await listJobs(ports(), caller, window)).total).toBe(1);
    expect(await storedKeys(caller, job.id)).not.toEqual([]);

    await runDurableObjectAlarm(gateOf(caller, job.id));
    await expectUnknown(caller, job.id);
    expect(await storedKeys(caller, job.id)).toEqual([]);
  });

  test('asked to go several times at once goes once', async () => {
    const caller = newCaller();
    const { job } = await completed(caller);
    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => deleteJob(ports(), caller, job.id)));
    expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'not-found' });
    await expectUnknown(caller, job.id);
  });

  test('is that of its account: another one cannot delete it', async () => {
    const caller = newCaller();
    const { job } = await completed(caller);
    await expect(deleteJob(ports(), newCaller(), job.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await getJob(ports(), caller, job.id)).toMatchObject({ status: 'completed' });
  });

  test('is forgotten by its gate once nobody can come late, with what was stored after all and every word of its row', async () => {
    const caller = newCaller();
    const { job } = await completed(caller);
    await deleteJob(ports(), caller, job.id);
    await untilSettled(caller, job.id);
    const row = await env.DB.prepare('select * from jobs where id = ?').bind(job.id).first();
    expect(row).toMatchObject({ name: null, labels: '{}', problem_message: null, account_id: caller.accountId });
    const rows = await env.DB.prepare('select count(*) as n from extractions where job_id = ?').bind(job.id).first();
    expect(rows).toEqual({ n: 0 });

    const turn = { attempt: 1, index: 0, phase: 'resolve', token: 1 } as const;
    const output = { cells: [], pages: 1, pageSizes: [], language: null, elapsedMs: 1, notices: [] };
    await ports().blobs.putOutput({ accountId: caller.accountId, jobId: job.id, ...turn }, output);
    await rewriteJob(caller, job.id, (stored) => ({ ...stored, deletedAt: Date.now() - REMEMBERED_MS }));
    await runDurableObjectAlarm(gateOf(caller, job.id));
    expect(await storedKeys(caller, job.id)).toEqual([]);
    await expectUnknown(caller, job.id);
    const left = await runInDurableObject(gateOf(caller, job.id), async (_, { storage }) => [
      storage.sql.exec("select name from sqlite_master where name not like '\\_%' escape '\\'").toArray(),
      await storage.getAlarm(),
    ]);
    expect(left).toEqual([[], null]);
    expect(await ports().gates.at({ accountId: caller.accountId, jobId: job.id }).lease(1, 0)).toEqual({
      kind: 'unknown',
    });
  });
});
