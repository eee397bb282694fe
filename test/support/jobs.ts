import { readEvents } from '../../scripts/event-stream.mjs';
import type { CreatedJob, Job, JobResults } from '../../src/http/talonic/job-wire';
import type { Client } from './client';
import { formWith, INVOICE_SCHEMA, type Upload } from './documents';

/** One live event as a reader sees it. */
export interface LiveEvent {
  readonly id: number;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export async function uploadAll(client: Client, uploads: readonly Upload[]): Promise<string[]> {
  const ids: string[] = [];
  for (const upload of uploads) {
    const { id } = await client.ok<{ id: string }>('POST', '/v1/documents', { form: formWith(upload) });
    ids.push(id);
  }
  return ids;
}

export async function createInvoiceSchema(client: Client): Promise<string> {
  const json = { name: 'Invoice', definition: INVOICE_SCHEMA };
  return (await client.ok<{ id: string }>('POST', '/v1/schemas', { json })).id;
}

export async function createJob(
  client: Client,
  name: string,
  schemaId: string,
  documentIds: readonly string[],
): Promise<string> {
  const json = { name, schema_id: schemaId, document_ids: documentIds };
  return (await client.ok<CreatedJob>('POST', '/v1/jobs', { json })).id;
}

export const getJob = (client: Client, id: string): Promise<Job> => client.ok<Job>('GET', `/v1/jobs/${id}`);

export const getResults = (client: Client, id: string): Promise<JobResults> =>
  client.ok<JobResults>('GET', `/v1/jobs/${id}/results`);

/** The job once it has ended. */
export async function untilEnded(client: Client, id: string): Promise<Job> {
  for (;;) {
    const job = await client.ok<Job>('GET', `/v1/jobs/${id}?wait=30`);
    if (job.status === 'complete' || job.status === 'failed') return job;
  }
}

/** Live events after number `after`, until the server ends the stream; throws when the connection breaks. */
export async function* eventsOf(client: Client, id: string, after = 0): AsyncGenerator<LiveEvent> {
  const response = await client.open(`/v1/jobs/${id}/events`, after > 0 ? { 'Last-Event-ID': String(after) } : {});
  if (response.body === null || response.status !== 200) throw new Error(`events answered ${response.status}`);
  for await (const message of readEvents(response.body)) {
    yield { id: Number(message.id), event: message.event, data: asRecord(message.data) };
  }
}

/** All events of a job that has ended. */
export async function allEvents(client: Client, id: string): Promise<LiveEvent[]> {
  const events: LiveEvent[] = [];
  for await (const event of eventsOf(client, id)) events.push(event);
  return events;
}

// Every event's data is an object; the test that reads a member compares it.
const asRecord = (data: unknown): Readonly<Record<string, unknown>> => data as Readonly<Record<string, unknown>>;
