import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { JobStatus, JobSummary } from '../../../src/jobs/job';
import type { JobFilter } from '../../../src/jobs/job-filter';
import { summarise } from '../../../src/jobs/summary';
import { createD1JobIndex } from '../../../src/stores/d1/job-index';
import { opened } from '../../support/job-states';
import { extractionOf } from './records';

const index = () => createD1JobIndex(env.DB);
const summary = (overrides: Partial<JobSummary>): JobSummary => ({ ...summarise(opened(2), 1_000), ...overrides });
const everything: JobFilter = { limit: 100, after: null, order: 'desc', offset: 0 };

const STATUSES: readonly JobStatus[] = ['queued', 'running', 'completed', 'failed', 'cancelled'];

/** Sixty jobs, three for each moment, statuses in turn. */
async function seed(): Promise<JobSummary[]> {
  const jobs = Array.from({ length: 60 }, (_, at) =>
    summary({
      id: `job-${String(at).padStart(2, '0')}`,
      createdAt: 1_000 + Math.floor(at / 3),
      status: STATUSES[at % STATUSES.length] ?? 'queued',
    }),
  );
  for (const job of jobs) await index().project(job, []);
  await index().project(summary({ id: 'foreign', accountId: 'other' }), []);
  return jobs;
}

describe('the projection of jobs', () => {
  test('gives back what was projected, to its account alone', async () => {
    const job = summary({
      problem: { code: 'document-unreadable', message: 'encrypted' },
      phase: 'execute',
      startedAt: 2,
      endedAt: 3,
      cancelledAt: 4,
      expiresAt: 5,
    });
    await index().project(job, []);
    expect(await index().get('acme', job.id)).toEqual(job);
    expect(await index().get('other', job.id)).toBeNull();
  });

  test('never goes back to an older revision', async () => {
    await index().project(summary({ revision: 7, status: 'completed', progress: 100 }), []);
    await index().project(summary({ revision: 6, status: 'running', progress: 50 }), []);
    expect(await index().get('acme', summary({}).id)).toMatchObject({
      revision: 7,
      status: 'completed',
      progress: 100,
    });
  });

  test('brings nothing of a deleted job back when it comes late', async () => {
    const labels = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`name-${at}`, 'v']));
    const job = summary({ id: 'j', labels });
    const rows = [extractionOf({ id: 'e', jobId: 'j', accountId: 'acme' })];
    await index().project(job, []);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM job_labels').first('n')).toBe(60);
    await index().project({ ...job, deletedAt: 9_000, revision: 5 }, []);
    await index().project({ ...job, revision: 4 }, rows);
    expect(await index().get('acme', 'j')).toBeNull();
    const left = 'SELECT (SELECT count(*) FROM job_labels) + (SELECT count(*) FROM extractions) AS n';
    expect(await env.DB.prepare(left).first('n')).toBe(0);
  });

  test('of the largest job with the longest names goes in values that D1 takes', async () => {
    const filename = '\u0001'.repeat(500);
    const problem = { code: 'document-unreadable', message: `${filename}: damaged` } as const;
    const rows = Array.from({ length: 2000 }, (_, index) =>
      extractionOf({ id: `e-${index}`, index, filename, problem }),
    );
    const bound: number[] = [];
    const measured = Object.assign(Object.create(env.DB), {
      batch: (statements: D1PreparedStatement[]) => env.DB.batch(statements),
      prepare: (sql: string) => ({
        bind(...values: unknown[]) {
          bound.push(
            ...values.map((value) => (typeof value === 'string' ? new TextEncoder().encode(value).length : 0)),
          );
          return env.DB.prepare(sql).bind(...values);
        },
      }),
    });
    await createD1JobIndex(measured).project(summary({ id: 'j' }), rows);
    expect(Math.max(...bound)).toBeLessThan(2_000_000);
    const count = await env.DB.prepare("SELECT count(*) AS n FROM extractions WHERE job_id = 'j'").first('n');
    expect(count).toBe(2000);
  });

  test.each([7, 20, 59, 60])(
    'lists every job once in pages of %i, ties of time included, in both orders',
    async (limit) => {
      const jobs = await seed();
      for (const order of ['desc', 'asc'] as const) {
        const seen: string[] = [];
        let after: JobFilter['after'] = null;
        do {
          const page = await index().list('acme', { ...everything, limit, after, order });
          seen.push(...page.items.map((job) => job.id));
          after = page.next;
        } while (after !== null);
        const ids = jobs.map((job) => job.id);
        expect(seen).toEqual(order === 'asc' ? ids : ids.reverse());
      }
    },
  );

  test('counts and filters by status as a plain filter over all jobs does', async () => {
    const jobs = await seed();
    await index().project({ ...(jobs[0] as JobSummary), status: 'completed', revision: 99 }, []);
    const now = jobs.map((job, at) => (at === 0 ? { ...job, status: 'completed' } : job));
    for (const statuses of [['completed'], ['failed', 'cancelled'], ['queued'], ['expired']] as const) {
      const expected = now.filter((job) => (statuses as readonly string[]).includes(job.status)).map((job) => job.id);
      const page = await index().list('acme', { ...everything, statuses });
      expect(page.items.map((job) => job.id)).toEqual(expected.reverse());
      expect(await index().count('acme', statuses)).toBe(expected.length);
    }
  });
});
