import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job, JobResults } from '../../src/http/talonic/job-wire';
import { invoiceNumber, invoicePdf } from '../support/documents';
import {
  createInvoiceSchema,
  createJob,
  eventsOf,
  getJob,
  getResults,
  type LiveEvent,
  untilEnded,
  uploadAll,
} from '../support/jobs';
import { type Server, startServer } from '../support/server';

const DOCUMENTS = 50;
/** Kill once so many documents are done: early, and again when the restarted server is under way. */
const KILL_AT = [8, 25];
const POLL_MS = 25;

describe('A server killed twice in the middle of a job of 50 documents', () => {
  let server: Server;
  let documentIds: string[];
  let job: Job;
  let results: JobResults;
  const completedWhenKilled: number[] = [];
  const polled: Job[] = [];
  const streamed: LiveEvent[] = [];

  beforeAll(async () => {
    server = await startServer();
    const { client } = server;
    const schemaId = await createInvoiceSchema(client);
    const uploads = await Promise.all(Array.from({ length: DOCUMENTS }, (_, index) => invoicePdf(index, 3)));
    documentIds = await uploadAll(client, uploads);
    const jobId = await createJob(client, 'killed', schemaId, documentIds);

    const stream = followAcrossRestarts(server, jobId, streamed);
    let watching = true;
    const poller = pollAcrossRestarts(server, jobId, polled, () => watching);
    for (const threshold of KILL_AT) {
      const { completed_documents: completed } = await untilCompleted(server, jobId, threshold);
      completedWhenKilled.push(completed);
      await server.kill();
      await server.restart();
    }
    job = await untilEnded(client, jobId);
    await stream;
    watching = false;
    await poller;
    results = await getResults(client, jobId);
  }, 170_000);
  afterAll(() => server?.remove());

  it('was in the middle of the job each time', () => {
    expect(completedWhenKilled.every((completed) => completed > 0 && completed < DOCUMENTS)).toBe(true);
  });

  it('completes the job', () => {
    expect(job).toMatchObject({ status: 'complete', completed_documents: DOCUMENTS, failed_documents: 0, error: null });
  });

  it('has each document in the grid exactly once, with its own values', () => {
    const rows = results.data.map(({ document_id, status, values }) => [document_id, status, values.invoice_number]);
    const expected = documentIds.map((id, index) => [id, 'complete', invoiceNumber(index)]);
    expect(rows.sort()).toEqual(expected.sort());
  });

  it('keeps one extraction for each document', async () => {
    const { pagination } = await server.client.ok<{ pagination: { total: number } }>('GET', '/v1/extractions?limit=1');
    expect(pagination.total).toBe(DOCUMENTS);
  });

  it('tells of each completed document exactly once', () => {
    const completed = streamed.filter(({ event, data }) => event === 'document' && data.status === 'complete');
    expect(completed.map(({ data }) => data.document_id).sort()).toEqual([...documentIds].sort());
  });

  it('never lowers the progress that a poller sees', () => {
    const progress = polled.flatMap((seen) => seen.progress ?? []);
    expect(progress.length).toBeGreaterThan(2);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    const completed = polled.map((seen) => seen.completed_documents);
    expect(completed).toEqual([...completed].sort((a, b) => a - b));
  });

  it('never lowers the progress that a stream tells, and resumes it without gap or repetition', () => {
    expect(streamed.map(({ id }) => id)).toEqual(streamed.map((_, index) => index + 1));
    const progress = streamed.flatMap(({ data }) => (typeof data.progress === 'number' ? data.progress : []));
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(streamed.filter(({ event }) => event === 'end')).toHaveLength(1);
    expect(streamed.at(-1)).toMatchObject({ event: 'end', data: { status: 'complete', progress: 100, error: null } });
  });
});

async function untilCompleted(server: Server, jobId: string, threshold: number): Promise<Job> {
  for (;;) {
    const job = await getJob(server.client, jobId);
    if (job.completed_documents >= threshold || job.status === 'complete') return job;
    await pause(POLL_MS);
  }
}

async function pollAcrossRestarts(server: Server, jobId: string, seen: Job[], watching: () => boolean): Promise<void> {
  while (watching()) {
    const job = await getJob(server.client, jobId).catch(() => null);
    if (job !== null) seen.push(job);
    await pause(POLL_MS);
  }
}

/** Resumes after the last event it has whenever the connection breaks, as a browser's EventSource does. */
async function followAcrossRestarts(server: Server, jobId: string, seen: LiveEvent[]): Promise<void> {
  while (seen.at(-1)?.event !== 'end') {
    try {
      for await (const event of eventsOf(server.client, jobId, seen.at(-1)?.id ?? 0)) seen.push(event);
    } catch {
      await pause(POLL_MS);
    }
  }
}
