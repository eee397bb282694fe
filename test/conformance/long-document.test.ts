import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job, JobResults } from '../../src/http/talonic/job-wire';
import { longInvoicePdf, longInvoiceRow } from '../support/documents';
import { createJob, getJob, getResults, untilEnded, uploadAll } from '../support/jobs';
import { type Server, startServer } from '../support/server';

const PAGES = 120;
const ROWS = PAGES * 12;
const DEFINITION = {
  invoice_number: 'string',
  due_date: 'date',
  total_gross: 'number',
  items: [{ description: 'string', quantity: 'number', amount: 'number' }],
};
const POLL_MS = 10;

describe('A server killed in the middle of an invoice of 120 pages', () => {
  let server: Server;
  let job: Job;
  let results: JobResults;
  let killedAt: Job;

  beforeAll(async () => {
    server = await startServer();
    const { client } = server;
    const schema = await client.ok<{ id: string }>('POST', '/v1/schemas', {
      json: { name: 'Long', definition: DEFINITION },
    });
    const documentIds = await uploadAll(client, [await longInvoicePdf(PAGES, 'first')]);
    const jobId = await createJob(client, 'long', schema.id, documentIds);
    killedAt = await untilUnderWay(server, jobId);
    await server.kill();
    await server.restart();
    job = await untilEnded(client, jobId);
    results = await getResults(client, jobId);
  }, 170_000);
  afterAll(() => server?.remove());

  it('was in the middle of the first phase', () => {
    expect(killedAt).toMatchObject({ status: 'processing', completed_documents: 0 });
    expect(killedAt.progress).toBeGreaterThan(0);
    expect(killedAt.progress).toBeLessThan(25);
  });

  it('completes the job', () => {
    expect(job).toMatchObject({ status: 'complete', completed_documents: 1, failed_documents: 0, error: null });
  });

  it('has the head of the first page, the sum of the last, and every row of all pages once', () => {
    const rows = Array.from({ length: ROWS }, (_, row) => longInvoiceRow(row));
    expect(results.data.map(({ values }) => values)).toEqual([
      {
        invoice_number: 'LONG-2026-7',
        due_date: '2026-09-30',
        total_gross: rows.reduce((sum, { amount }) => sum + amount, 0),
        items: rows,
      },
    ]);
  });
});

/** Until the first phase has got some of its windows done. */
async function untilUnderWay(server: Server, jobId: string): Promise<Job> {
  for (;;) {
    const job = await getJob(server.client, jobId);
    if ((job.progress ?? 0) > 0) return job;
    await pause(POLL_MS);
  }
}
