/** The simulation cancels at every call of every kind of job; this is a sample of it with the real objects, bucket and tables. */

import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { cancelJob } from '../../../src/jobs/cancel-job';
import { createJob } from '../../../src/jobs/create-job';
import { isTerminal, type JobDocument } from '../../../src/jobs/job';
import type { Caller, DocumentRecord } from '../../../src/jobs/records';
import type { Parcel } from '../../../src/jobs/webhooks/parcel';
import { consumeWork, type Delivery } from '../../../src/pipeline/consumer';
import { extractionOf, newCaller, ports, storeInvoices } from '../../support/accounts';
import { hookTo } from '../../support/announcements';
import { gateOf } from '../../support/end-retention';
import { withPassing } from './numbered-calls';

/** At the n-th call (0-based) that the consumer makes. */
interface Place {
  readonly call: number;
  readonly when: 'before' | 'after';
}

interface Run {
  /** Names of all calls that the consumer made. */
  readonly calls: readonly string[];
  readonly status: string;
  /** Whether the cancel was in time; null: none was sent. */
  readonly isCancelled: boolean | null;
}

const ENDS = ['job.completed', 'job.failed', 'job.cancelled', 'job.expired'];

/** Tells of every end, to an address that nothing is sent to. Answers which outbox is to do so. */
async function listenTo({ accountId }: Caller): Promise<string> {
  const id = crypto.randomUUID();
  const { family, secret, headers, sourceId, asked } = hookTo('talonic');
  const now = Date.now();
  await ports().webhooks.add({
    id,
    accountId,
    family,
    url: 'https://10.0.0.1/in',
    events: ENDS,
    secret,
    headers,
    sourceId,
    isActive: true,
    disabled: null,
    asked,
    createdAt: now,
    updatedAt: now,
  });
  return `${accountId}/${id}`;
}

/** Longer than a test lasts, and no longer than a gate waits for a message. */
const LATER_MS = 100_000;

/** A job that takes its messages to be in the queue: they come from the test. */
async function startAlone(caller: Caller, documents: readonly DocumentRecord[]): Promise<string> {
  const { job } = await createJob(ports(), caller, extractionOf(documents, { delayMs: LATER_MS }));
  const gate = gateOf(caller, job.id);
  await runInDurableObject(gate, async (_, { storage }) => {
    for (const { position, body } of storage.sql.exec<{ position: number; body: string }>('SELECT * FROM documents')) {
      const sent: JobDocument = { ...JSON.parse(body), sends: 1 };
      storage.sql.exec('UPDATE documents SET body = ? WHERE position = ?', JSON.stringify(sent), position);
    }
  });
  await evictDurableObject(gate);
  return job.id;
}

const deliveryOf = (caller: Caller, jobId: string, index: number): Delivery => ({
  body: { accountId: caller.accountId, jobId, attempt: 1, index, version: 1 },
  attempts: 1,
  ack: () => undefined,
  retry: () => undefined,
});

/** What its owner can see of the documents and their results. */
const shownOf = async (caller: Caller, jobId: string): Promise<string> => {
  const { gates, blobs } = ports();
  const job = { accountId: caller.accountId, jobId };
  const records = await gates.at(job).extractions();
  const outputs = records.map(({ attempt, index, phase, token }) =>
    phase === null || token === null ? null : blobs.getOutput({ ...job, attempt, index, phase, token }),
  );
  return JSON.stringify([records, await Promise.all(outputs)]);
};

/** Which ends an outbox was given to tell. */
const endsTold = (outbox: string): Promise<readonly string[]> =>
  runInDurableObject(env.WEBHOOK_OUTBOX.getByName(outbox), (_, { storage }) =>
    storage.sql
      .exec<{ parcel: string }>('SELECT parcel FROM parcels')
      .toArray()
      .map(({ parcel }) => (JSON.parse(parcel) as Parcel).kind),
  );

/** One job whose messages come all at once, and again when they are done. `place` null: nobody cancels it. */
async function runCancelledAt(count: number, place: Place | null): Promise<Run> {
  const caller = newCaller();
  const outbox = await listenTo(caller);
  const jobId = await startAlone(caller, await storeInvoices(caller, count));
  const calls: string[] = [];
  let isCancelled: boolean | null = null;
  let shownThen: string | null = null;
  const numbered = withPassing(ports(), async ({ call, name }, when) => {
    if (when === 'before') calls[call] = name;
    if (place === null || isCancelled !== null || call < place.call || when !== place.when) return;
    isCancelled = false;
    isCancelled = await cancelJob(ports(), caller, jobId).then(
      ({ status }) => status === 'cancelled',
      () => false,
    );
    shownThen = await shownOf(caller, jobId);
  });
  const deliveries = Array.from({ length: count }, (_, index) => deliveryOf(caller, jobId, index));
  await consumeWork(numbered, deliveries);
  await consumeWork(ports(), deliveries);

  const gate = ports().gates.at({ accountId: caller.accountId, jobId });
  const status = (await gate.summary())?.status ?? 'unknown';
  const { events = [] } = (await gate.eventsAfter(0, 1_000)) ?? {};
  expect(events.map(({ event }) => event.kind === 'end').indexOf(true)).toBe(events.length - 1);
  expect(
    events.flatMap(({ event }) => (event.kind === 'state' && isTerminal(event.status) ? event.status : [])),
  ).toEqual([status]);
  if (isCancelled !== null) expect(await shownOf(caller, jobId)).toBe(shownThen);
  await vi.waitUntil(async () => (await endsTold(outbox)).length > 0, { timeout: 10_000 });
  expect(await endsTold(outbox)).toEqual([`job.${status}`]);
  await vi.waitUntil(async () => (await ports().jobs.get(caller.accountId, jobId))?.status === status, {
    timeout: 10_000,
  });
  return { calls, status, isCancelled };
}

test.each([
  { documents: 1, every: 1 },
  { documents: 3, every: 7 },
])(
  'a job of $documents documents that is cancelled in front of a call or behind it shows nothing new, ends once and tells one end',
  async ({ documents, every }) => {
    const whole = await runCancelledAt(documents, null);
    expect(whole.status).toBe('completed');
    expect(whole.calls.length).toBeGreaterThan(12 * documents);
    const places = whole.calls
      .flatMap((_, call): Place[] => [
        { call, when: 'before' },
        { call, when: 'after' },
      ])
      .filter((_, number) => number % every === 0);
    const runs: Run[] = [];
    for (const place of places) runs.push(await runCancelledAt(documents, place));
    for (const { status, isCancelled } of runs) expect(status).toBe(isCancelled ? 'cancelled' : 'completed');
    expect(runs.filter(({ isCancelled }) => isCancelled).length).toBeGreaterThan(runs.length / 2);
  },
  90_000,
);
