import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job, JobList } from '../../src/http/talonic/job-wire';
import { encryptedPdf, invoiceText } from '../support/documents';
import { createInvoiceSchema, createJob, untilEnded, uploadAll } from '../support/jobs';
import { type Server, startServer } from '../support/server';

const JOBS = 300;
const PAGE = 7;
const ADDED_MEANWHILE = 20;
const CANCELLED = 2;

describe('Listing 300 jobs', () => {
  let server: Server;
  let create: (name: string) => Promise<string>;
  let initial: string[];
  const added: string[] = [];
  let unreadable: string;
  const cancelled: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    const { client } = server;
    const schemaId = await createInvoiceSchema(client);
    const [readable = '', encrypted = ''] = await uploadAll(client, [invoiceText(1), encryptedPdf()]);
    create = (name) => createJob(client, name, schemaId, [readable]);
    initial = [];
    for (let index = 0; index < JOBS; index++) initial.push(await create(`job ${index}`));
    unreadable = await createJob(client, 'unreadable', schemaId, [encrypted]);
    initial.push(unreadable);
    // Of many documents, so that it is still at work when it is cancelled.
    const many = await uploadAll(
      client,
      Array.from({ length: 40 }, (_, index) => invoiceText(index + 2)),
    );
    for (let index = 0; index < CANCELLED; index++) {
      const id = await createJob(client, `cancelled ${index}`, schemaId, many);
      await client.ok('POST', `/v1/jobs/${id}/cancel`);
      cancelled.push(id);
      initial.push(id);
    }
    for (const id of initial) await untilEnded(client, id);
  }, 170_000);
  afterAll(() => server?.remove());

  /** All ids of a list, page by page; every third page a new job is created in between. */
  async function walk(query: string, addMeanwhile: boolean): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; ; page++) {
      const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { data, pagination }: JobList = await server.client.ok('GET', `/v1/jobs?limit=${PAGE}${query}${after}`);
      ids.push(...data.map((job: Job) => job.id));
      if (!pagination.has_more) return ids;
      expect(data).toHaveLength(PAGE);
      cursor = pagination.next_cursor;
      if (addMeanwhile && added.length < ADDED_MEANWHILE && page % 3 === 0)
        added.push(await create(`added ${added.length}`));
    }
  }

  it('newest first in pages of 7 has no gap and no duplicate while jobs are added', async () => {
    expect(await walk('', true)).toEqual([...initial].reverse());
    expect(added.length).toBeGreaterThan(10);
  });

  it('oldest first in pages of 7 shows the added ones too, once each', async () => {
    expect(await walk('&order=asc', false)).toEqual([...initial, ...added]);
  });

  it.each(['complete', 'completed'])('with status %s has those that came through', async (status) => {
    for (const id of added) await untilEnded(server.client, id);
    expect(await walk(`&order=asc&status=${status}`, false)).toEqual([...initial.slice(0, JOBS), ...added]);
  });

  it.each(['cancelled', 'canceled'])('with status %s has the cancelled ones alone', async (status) => {
    expect(await walk(`&order=asc&status=${status}`, false)).toEqual(cancelled);
  });

  it('with status failed has the unreadable and the cancelled ones', async () => {
    expect(await walk('&order=asc&status=failed', false)).toEqual([unreadable, ...cancelled]);
  });

  it.each(['pending', 'queued', 'processing'])('with status %s has none, since all have ended', async (status) => {
    expect(await walk(`&status=${status}`, false)).toEqual([]);
  });

  it('counts what matches, whatever the page', async () => {
    const { pagination } = await server.client.ok<JobList>('GET', '/v1/jobs?limit=1&status=failed');
    expect(pagination).toMatchObject({ total: 1 + CANCELLED, limit: 1, has_more: true });
  });

  it('takes page numbers as older clients send them', async () => {
    const { data } = await server.client.ok<JobList>('GET', '/v1/jobs?per_page=5&page=2&order=asc');
    expect(data.map((job) => job.id)).toEqual(initial.slice(5, 10));
  });
});
