import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job, JobResults } from '../../src/http/talonic/job-wire';
import type { Client } from '../support/client';
import { invoicePdf } from '../support/documents';
import {
  allEvents,
  createInvoiceSchema,
  createJob,
  eventsOf,
  getJob,
  getResults,
  type LiveEvent,
  untilEnded,
  uploadAll,
} from '../support/jobs';
import { seededRandom } from '../support/random';
import { type Server, startServer } from '../support/server';

const DOCUMENTS = 50;
const CANCELS = 10;
const SEED = 20261121;
/** The last events of a job come when nothing is left to cancel. */
const LATEST_SHARE = 0.8;

interface Observed {
  readonly job: Job;
  readonly results: JobResults;
  readonly events: readonly LiveEvent[];
}

async function observe(client: Client, id: string): Promise<Observed> {
  return { events: await allEvents(client, id), job: await getJob(client, id), results: await getResults(client, id) };
}

/** Waits until the job's stream has told of `count` events. */
async function untilEvent(client: Client, id: string, count: number): Promise<void> {
  if (count === 0) return;
  for await (const event of eventsOf(client, id)) if (event.id >= count) return;
}

describe('A job of 50 documents cancelled at ten random moments', () => {
  let server: Server;
  const answers: { readonly status: number; readonly body: Job }[] = [];
  const atOnce: Observed[] = [];
  const later: Observed[] = [];
  const again: { readonly status: number; readonly body: unknown }[] = [];

  beforeAll(async () => {
    server = await startServer();
    const { client } = server;
    const random = seededRandom(SEED);
    const schemaId = await createInvoiceSchema(client);
    const uploads = await Promise.all(Array.from({ length: DOCUMENTS }, (_, index) => invoicePdf(index)));
    const documentIds = await uploadAll(client, uploads);
    const run = (name: string) => createJob(client, name, schemaId, documentIds);

    const whole = await run('whole');
    await untilEnded(client, whole);
    const eventCount = (await allEvents(client, whole)).length;

    for (let index = 0; index < CANCELS; index++) {
      const id = await run(`cancelled ${index}`);
      await untilEvent(client, id, Math.floor(random() * LATEST_SHARE * eventCount));
      answers.push(await client.call<Job>('POST', `/v1/jobs/${id}/cancel`));
      atOnce.push(await observe(client, id));
    }
    // A whole job after them: whatever the cancelled ones had left in the queue has been consumed by its end.
    await untilEnded(client, await run('afterwards'));
    for (const { job } of atOnce) {
      later.push(await observe(client, job.id));
      again.push(await client.call('POST', `/v1/jobs/${job.id}/cancel`));
    }
  }, 170_000);
  afterAll(() => server?.remove());

  it('answers each cancel with the cancelled job', () => {
    const shown = answers.map(({ status, body }) => [status, body.status, body.error]);
    expect(shown).toEqual(answers.map(() => [200, 'failed', { code: 'job_failed', message: 'Cancelled via API' }]));
    expect(answers).toHaveLength(CANCELS);
  });

  it('was not yet done with any of them, and had begun some', () => {
    const completed = atOnce.map(({ job }) => job.completed_documents);
    expect(Math.max(...completed)).toBeLessThan(DOCUMENTS);
    expect(Math.max(...completed)).toBeGreaterThan(0);
  });

  it('ends each in one terminal state', () => {
    for (const { job, events } of atOnce) {
      expect(job).toMatchObject({ status: 'failed', error: { code: 'job_failed', message: 'Cancelled via API' } });
      expect(job.cancelled_at).toBe(job.completed_at);
      const ends = events.filter(({ event, data }) => ['state', 'end'].includes(event) && data.status === 'failed');
      expect(ends.map(({ event }) => event)).toEqual(['state', 'end']);
      expect(events.at(-1)?.event).toBe('end');
    }
  });

  it('writes nothing afterwards: job, results and events stay as they were', () => {
    expect(later).toEqual(atOnce);
  });

  it('answers 409 when cancelled again', () => {
    expect(again.map(({ status }) => status)).toEqual(again.map(() => 409));
    expect(again[0]?.body).toMatchObject({ statusCode: 409, error: 'Conflict', retryable: false });
  });
});
