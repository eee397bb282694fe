import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { cancelJob } from '../../../src/jobs/cancel-job';
import { followJob } from '../../../src/jobs/follow-job';
import { getJob } from '../../../src/jobs/get-job';
import { getResult } from '../../../src/jobs/get-result';
import type { NumberedEvent } from '../../../src/jobs/live-event';
import type { Caller } from '../../../src/jobs/records';
import { retryJob } from '../../../src/jobs/retry-job';
import { UNDER_WAY_MS } from '../../../src/jobs/under-way';
import { newCaller, ports, startJob, storeInvoices } from '../../support/accounts';
import { endRetention, gateOf, rewriteJob } from '../../support/end-retention';
import { opening } from '../../support/job-states';

async function eventsOf(caller: Caller, jobId: string, after = 0): Promise<NumberedEvent[]> {
  const events: NumberedEvent[] = [];
  for await (const event of followJob(ports(), caller, jobId, after)) if (event !== 'idle') events.push(event);
  return events;
}

const alarmOf = (caller: Caller, jobId: string): Promise<number | null> =>
  runInDurableObject(gateOf(caller, jobId), (_, { storage }) => storage.getAlarm());

const storedKeys = async (caller: Caller, jobId: string): Promise<string[]> =>
  (await env.BLOBS.list({ prefix: `accounts/${caller.accountId}/jobs/${jobId}/` })).objects.map((object) => object.key);

describe('a job over the real queue, gate, D1 and R2', () => {
  test('runs to its end; gate, list row and results agree', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 3);
    const opened = await startJob(caller, documents);
    expect(opened).toMatchObject({ status: 'queued', documentCount: 3, totalCells: 9 });

    const job = await getJob(ports(), caller, opened.id, 20);
    expect(job).toMatchObject({
      status: 'completed',
      progress: 100,
      completedDocuments: 3,
      filledCells: 9,
      phase: null,
    });
    await vi.waitUntil(async () => (await ports().jobs.get(caller.accountId, opened.id))?.status === 'completed', {
      timeout: 10_000,
    });
    const { estimatedEndAt: _, ...shown } = job;
    expect(await ports().jobs.get(caller.accountId, opened.id)).toMatchObject(shown);

    const { rows } = await getResult(ports(), caller, opened.id);
    expect(rows.map((row) => row.values)).toEqual(
      [100, 101, 102].map((number) => ({
        invoice_number: `RE-2026-${number}`,
        invoice_date: '2026-03-04',
        total: 119,
      })),
    );
    expect(rows[0]?.cells[0]?.citations[0]).toMatchObject({ page: 1, text: expect.stringContaining('RE-2026-100') });
    const listed = await ports().documents.getMany(
      caller.accountId,
      documents.map((document) => document.id),
    );
    expect(listed.map((document) => [document.status, document.pages])).toEqual([
      ['completed', 1],
      ['completed', 1],
      ['completed', 1],
    ]);
  });

  test('tells its events in order, each once, also to a reader who comes back in the middle', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 2));
    const events = await eventsOf(caller, id);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)?.event).toEqual({ kind: 'end', status: 'completed', progress: 100, problem: null });
    const progress = events.flatMap(({ event }) => ('progress' in event ? [event.progress] : []));
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    const phases = events.flatMap(({ event }) => (event.kind === 'phase' ? [event.phase] : []));
    expect(phases).toEqual(['resolve', 'execute', 'validate', 'reread'].slice(0, phases.length));
    expect(await eventsOf(caller, id, 4)).toEqual(events.slice(4));
    expect(await eventsOf(caller, id, events.length)).toEqual([]);
  });

  test('goes on where it was when its gate is evicted again and again', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 6));
    let last = 0;
    for (let look = 0; look < 200; look++) {
      await evictDurableObject(gateOf(caller, id)).catch(() => undefined);
      const job = await getJob(ports(), caller, id);
      expect(job.progress).toBeGreaterThanOrEqual(last);
      last = job.progress;
      if (job.status === 'completed') break;
    }
    expect(await getJob(ports(), caller, id, 20)).toMatchObject({
      status: 'completed',
      completedDocuments: 6,
      failedDocuments: 0,
    });
  });
});

describe('cancelling', () => {
  test('ends the job for good: later reports, alarms and looks change nothing, and a second cancel is refused', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 12));
    const cancelled = await cancelJob(ports(), caller, id);
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      problem: { code: 'cancelled', message: 'Cancelled via API' },
    });
    await expect(cancelJob(ports(), caller, id)).rejects.toMatchObject({ code: 'not-cancellable' });

    const before = await eventsOf(caller, id);
    await runDurableObjectAlarm(gateOf(caller, id));
    const late = {
      attempt: 1,
      index: 0,
      token: 1,
      phase: 'resolve',
      filledFields: 3,
      confidence: 1,
      pages: 1,
      language: null,
    } as const;
    expect(await ports().gates.at({ accountId: caller.accountId, jobId: id }).report(late)).toBe('stop');
    expect(await eventsOf(caller, id)).toEqual(before);
    const { expiresAt: _, ...still } = await getJob(ports(), caller, id);
    expect(cancelled).toMatchObject({ ...still, revision: expect.any(Number) });
  });

  test('followed by a retry, does what was left and keeps what was done', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 8));
    await cancelJob(ports(), caller, id);
    expect(await retryJob(ports(), caller, id)).toMatchObject({ attempt: 2, failedDocuments: 0, cancelledAt: null });
    expect(await getJob(ports(), caller, id, 20)).toMatchObject({
      status: 'completed',
      completedDocuments: 8,
      filledCells: 24,
    });
    expect((await getResult(ports(), caller, id)).rows.every((row) => row.values.total === 119)).toBe(true);
  });
});

describe('a gate', () => {
  test('opened twice keeps the first opening', async () => {
    const gate = ports().gates.at({ accountId: 'acme', jobId: opening(1).id });
    const first = await gate.open(opening(1, { name: 'first' }));
    expect(await gate.open(opening(2, { name: 'second' }))).toMatchObject({
      name: 'first',
      documentCount: 1,
      createdAt: first.createdAt,
    });
  });

  test('asked for a job that was never opened knows nothing and stores nothing', async () => {
    const stub = env.JOB_GATE.getByName('acme/unknown');
    expect(await ports().gates.at({ accountId: 'acme', jobId: 'unknown' }).summary()).toBeNull();
    expect(await runInDurableObject(stub, (_, state) => state.storage.sql.databaseSize)).toBeLessThan(10_000);
    await expect(cancelJob(ports(), { accountId: 'acme', keyId: 'key' }, 'unknown')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('looks at an ended job no more until its retention is over, and at an expired one when nobody can come late', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 1));
    const { createdAt, expiresAt } = await getJob(ports(), caller, id, 20);
    expect(expiresAt).toBe(createdAt + ports().settings.retentionMs);
    await runDurableObjectAlarm(gateOf(caller, id));
    expect(await alarmOf(caller, id)).toBe(expiresAt);

    await endRetention(caller, id);
    await runDurableObjectAlarm(gateOf(caller, id));
    const { status, endedAt } = await getJob(ports(), caller, id);
    expect(status).toBe('expired');
    expect(await alarmOf(caller, id)).toBe((endedAt ?? 0) + UNDER_WAY_MS);

    await rewriteJob(caller, id, (stored) => ({ ...stored, endedAt: Date.now() - UNDER_WAY_MS }));
    await runDurableObjectAlarm(gateOf(caller, id));
    expect(await alarmOf(caller, id)).toBeNull();
    expect(await getJob(ports(), caller, id)).toMatchObject({ status: 'expired', documentCount: 1 });
    expect((await eventsOf(caller, id)).map(({ event }) => event)).toEqual([
      { kind: 'state', status: 'expired', progress: 100, attempt: 1, problem: null },
    ]);
  });

  test('keeps a job that is retried for the whole retention again', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 1));
    await cancelJob(ports(), caller, id);
    await rewriteJob(caller, id, (stored) => ({ ...stored, expiresAt: Date.now() + 60_000 }));
    const before = Date.now();
    const { expiresAt } = await retryJob(ports(), caller, id);
    expect(expiresAt).toBeGreaterThanOrEqual(before + ports().settings.retentionMs);
    expect(await getJob(ports(), caller, id, 20)).toMatchObject({ status: 'completed', expiresAt });
    await runDurableObjectAlarm(gateOf(caller, id));
    expect(await alarmOf(caller, id)).toBe(expiresAt);
  });

  test('does not expire a job that still runs, however late it is', async () => {
    const caller = newCaller();
    const { accountId } = caller;
    const jobId = crypto.randomUUID();
    const gate = ports().gates.at({ accountId, jobId });
    await gate.open(opening(3, { id: jobId, accountId, createdAt: 1_000, retentionMs: 1 }));
    await gate.lease(1, 2);
    await runDurableObjectAlarm(gateOf(caller, jobId));
    expect(await gate.summary()).toMatchObject({ status: 'running', expiresAt: 1_001 });
    await gate.remove();
  });

  test('reads what it stored before jobs had labels, agents and an expiry of their own', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 1));
    await getJob(ports(), caller, id, 20);
    const gate = ports().gates.at({ accountId: caller.accountId, jobId: id });
    const now = await gate.summary();
    const added = ['agentId', 'projectId', 'model', 'labels', 'origin', 'deletedAt', 'expiresAt'];
    await rewriteJob(caller, id, (stored) =>
      Object.fromEntries(Object.entries(stored).filter(([name]) => !added.includes(name))),
    );
    expect(await gate.summary()).toEqual({
      ...now,
      expiresAt: (now?.endedAt ?? 0) + ports().settings.retentionMs,
    });
    expect(await gate.extractions()).toMatchObject([{ agentId: null, origin: 'api', outcome: 'completed' }]);
    await runDurableObjectAlarm(gateOf(caller, id));
    expect(await gate.summary()).toMatchObject({ status: 'completed', deletedAt: null });
  });

  test('asked to retry while it expires refuses, since what the retry needs is being deleted', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 1));
    await cancelJob(ports(), caller, id);
    await endRetention(caller, id);
    const [, retried] = await Promise.allSettled([
      runDurableObjectAlarm(gateOf(caller, id)),
      vi
        .waitUntil(async () => (await storedKeys(caller, id)).length === 0, { interval: 1 })
        .then(() => retryJob(ports(), caller, id)),
    ]);
    expect(retried).toMatchObject({ status: 'rejected', reason: { code: 'not-retryable' } });
    expect(await getJob(ports(), caller, id)).toMatchObject({ status: 'expired' });
  });

  test('deletes a job with all its results when its retention is over, and only then', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 1));
    await getJob(ports(), caller, id, 20);
    await runDurableObjectAlarm(gateOf(caller, id));
    expect((await storedKeys(caller, id)).length).toBe(5);

    await endRetention(caller, id);
    await runDurableObjectAlarm(gateOf(caller, id));
    expect(await storedKeys(caller, id)).toEqual([]);
    expect(await getJob(ports(), caller, id)).toMatchObject({ status: 'expired' });
    await expect(getResult(ports(), caller, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
