import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { followJob } from '../../../src/jobs/follow-job';
import { getExtraction } from '../../../src/jobs/get-extraction';
import { getJob } from '../../../src/jobs/get-job';
import { getResult } from '../../../src/jobs/get-result';
import type { NumberedEvent } from '../../../src/jobs/live-event';
import type { Ports } from '../../../src/jobs/ports';
import type { Caller } from '../../../src/jobs/records';
import { retryJob } from '../../../src/jobs/retry-job';
import { newCaller, ports, startJob, storeInvoices } from '../../support/accounts';
import { gateOf, rewriteJob } from '../../support/end-retention';
import { opening } from '../../support/job-states';

const storedKeys = async ({ accountId }: Caller, jobId: string): Promise<number> =>
  (await env.BLOBS.list({ prefix: `accounts/${accountId}/jobs/${jobId}/` })).objects.length;

/** A job of one document that has come to its end, in lists as well. */
async function completed(caller: Caller): Promise<{ id: string; extractionId: string; expiresAt: number }> {
  const { id } = await startJob(caller, await storeInvoices(caller, 1));
  const { expiresAt } = await getJob(ports(), caller, id, 20);
  await vi.waitUntil(async () => (await ports().jobs.get(caller.accountId, id))?.status === 'completed', {
    timeout: 10_000,
  });
  const [extraction] = await ports().gates.at({ accountId: caller.accountId, jobId: id }).extractions();
  return { id, extractionId: extraction?.id ?? '', expiresAt };
}

/** Nobody has looked at the job since its time was over; lists show nothing of it either. */
async function letTimePass(caller: Caller, jobId: string): Promise<void> {
  const expiresAt = Date.now();
  await env.DB.prepare('update jobs set expires_at = ? where id = ?').bind(expiresAt, jobId).run();
  await rewriteJob(caller, jobId, (stored) => ({ ...stored, expiresAt }));
}

test('lists are believed up to the last millisecond of a job; from then on its gate is asked', async () => {
  const caller = newCaller();
  const { id, expiresAt } = await completed(caller);
  const asked: string[] = [];
  const at = (now: number): Ports => ({
    ...ports(),
    clock: () => now,
    gates: {
      at: (ref) => {
        asked.push(ref.jobId);
        return ports().gates.at(ref);
      },
    },
  });
  await getJob(at(expiresAt - 1), caller, id);
  expect(asked).toEqual([]);
  await getJob(at(expiresAt), caller, id);
  await getJob(at(expiresAt + 1), caller, id);
  expect(asked).toEqual([id, id]);
});

test('a job whose time is over has expired for every reader, though no alarm has come', async () => {
  const caller = newCaller();
  const { id, extractionId } = await completed(caller);
  await letTimePass(caller, id);
  const gone = { code: 'not-found' };
  await expect(getExtraction(ports(), caller, extractionId)).rejects.toMatchObject(gone);
  await expect(getResult(ports(), caller, id)).rejects.toMatchObject(gone);
  expect(await getJob(ports(), caller, id)).toMatchObject({ status: 'expired' });
  await expect(retryJob(ports(), caller, id)).rejects.toMatchObject({ code: 'not-retryable' });
  await vi.waitUntil(async () => (await storedKeys(caller, id)) === 0, { timeout: 10_000 });
  await vi.waitUntil(async () => (await ports().jobs.get(caller.accountId, id))?.status === 'expired', {
    timeout: 10_000,
  });
});

test('what a consumer stores for an expired job is deleted when it reports, and at the last look when it never does', async () => {
  const caller = newCaller();
  const { id } = await completed(caller);
  await letTimePass(caller, id);
  await runDurableObjectAlarm(gateOf(caller, id));
  expect(await storedKeys(caller, id)).toBe(0);

  const turn = { attempt: 1, index: 0, phase: 'resolve', token: 1 } as const;
  const ref = { accountId: caller.accountId, jobId: id };
  const output = { cells: [], pages: 1, pageSizes: [], language: null, elapsedMs: 1, notices: [] };
  await ports().blobs.putOutput({ ...ref, ...turn }, output);
  const told = { filledFields: 0, confidence: null, pages: 1, language: null };
  expect(
    await ports()
      .gates.at(ref)
      .report({ ...turn, ...told }),
  ).toBe('stop');
  await vi.waitUntil(async () => (await storedKeys(caller, id)) === 0, { timeout: 10_000 });

  await ports().blobs.putOutput({ ...ref, ...turn }, output);
  await runDurableObjectAlarm(gateOf(caller, id));
  expect(await storedKeys(caller, id)).toBe(0);
});

test('a job that has not ended when its time is over goes on, and one who follows it hears its end', async () => {
  const caller = newCaller();
  const { accountId } = caller;
  const jobId = crypto.randomUUID();
  const gate = ports().gates.at({ accountId, jobId });
  await gate.open(opening(1, { id: jobId, accountId, createdAt: 1_000, delayMs: 60_000, retentionMs: 1 }));
  const heard: NumberedEvent[] = [];
  const following = (async () => {
    for await (const event of followJob(ports(), caller, jobId, 0)) if (event !== 'idle') heard.push(event);
  })();
  await vi.waitUntil(() => heard.length > 0, { timeout: 10_000 });
  await runDurableObjectAlarm(gateOf(caller, jobId));
  expect(await gate.summary()).toMatchObject({ status: 'queued' });
  await gate.cancel();
  await following;
  expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, index) => index + 1));
  expect(heard.some(({ event }) => event.kind === 'end' && event.status === 'cancelled')).toBe(true);

  await runDurableObjectAlarm(gateOf(caller, jobId));
  expect(await gate.summary()).toMatchObject({ status: 'expired' });
  const events = await runInDurableObject(gateOf(caller, jobId), (_, { storage }) =>
    storage.sql.exec<{ n: number }>('select count(*) as n from events').one(),
  );
  expect(events.n).toBeGreaterThan(1);
});
