import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import type { JobSummary } from '../../../src/jobs/job';
import { createD1DocumentIndex } from '../../../src/stores/d1/document-index';
import { createD1ExtractionIndex } from '../../../src/stores/d1/extraction-index';
import { createD1JobIndex } from '../../../src/stores/d1/job-index';

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** Migrations that a database of the first release has. */
const FIRST_RELEASE = ['0000_start.sql', '0001_job_counts.sql'];

const listed = { limit: 100, after: null, order: 'asc', offset: 0 } as const;
const jobs = () => createD1JobIndex(env.DB);
const documents = () => createD1DocumentIndex(env.DB);

async function insert(table: string, row: Record<string, string | number | null>): Promise<void> {
  const names = Object.keys(row).map((name) => `"${name}"`);
  const places = names.map(() => '?').join(', ');
  await env.DB.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`)
    .bind(...Object.values(row))
    .run();
}

const job = (id: string, status: string, endedAt: number | null, expiresAt: number | null) =>
  insert('jobs', {
    ...{ id, account_id: 'a', operation: 'extract', status, progress: 0, attempt: 1, document_count: 1 },
    ...{ completed_documents: 1, failed_documents: 0, total_cells: 3, filled_cells: 3, created_at: 100, revision: 4 },
    ...{ ended_at: endedAt, expires_at: expiresAt },
  });

const document = (id: string, sha256: string) =>
  insert('documents', {
    ...{ id, account_id: 'a', filename: `${id}.pdf`, media_type: 'application/pdf', size_bytes: 9, sha256 },
    ...{ status: 'completed', created_at: 100 },
  });

const extraction = (id: string, jobId: string, filename: string) =>
  insert('extractions', {
    ...{ id, account_id: 'a', job_id: jobId, index: 0, document_id: 'd-1', filename, attempt: 1, outcome: 'completed' },
    ...{ filled_fields: 3, field_count: 3, created_at: 100, revision: 4 },
  });

/** A database of the first release with data in it, brought up to date. */
beforeEach(async () => {
  await reset();
  const first = env.TEST_MIGRATIONS.filter(({ name }) => FIRST_RELEASE.includes(name));
  expect(first).toHaveLength(FIRST_RELEASE.length);
  await applyD1Migrations(env.DB, first);
  await job('j-1', 'completed', 200, null);
  await job('j-2', 'running', null, null);
  await job('j-3', 'completed', 300, 999);
  await document('d-1', 'sha-1');
  await document('d-2', 'sha-2');
  await extraction('e-1', 'j-1', 'Bills 2026.final.PDF');
  await extraction('e-2', 'j-2', 'README');
  await extraction('e-3', 'j-3', '.hidden');
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

test('jobs of an older database are listed as before, with when they expire', async () => {
  const { items } = await jobs().list('a', listed);
  expect(items.map(({ id, status, expiresAt, labels, origin }) => [id, status, expiresAt, labels, origin])).toEqual([
    ['j-1', 'completed', 200 + WEEK_MS, {}, 'api'],
    ['j-2', 'running', 100 + WEEK_MS, {}, 'api'],
    ['j-3', 'completed', 999, {}, 'api'],
  ]);
});

test('documents of an older database are shared: the same bytes given again are the one that is there', async () => {
  const stored = await documents().get('a', 'd-1');
  if (stored === null) throw new Error('the document was migrated');
  expect(stored).toMatchObject({ isShared: true, sha256: 'sha-1', externalId: null, metadata: null });
  expect(await documents().add({ ...stored, id: 'd-9', filename: 'again.pdf' })).toEqual(stored);
  expect((await documents().add({ ...stored, id: 'd-9', isShared: false })).id).toBe('d-9');
});

test('filenames of an older database are found by their ending, and by any test', async () => {
  const found = async (filter: Parameters<ReturnType<typeof jobs>['list']>[1]) =>
    (await jobs().list('a', filter)).items.map(({ id }) => id);
  expect(await found({ ...listed, extensions: ['pdf'] })).toEqual(['j-1']);
  expect(await found({ ...listed, extensions: ['hidden'] })).toEqual(['j-3']);
  expect(await found({ ...listed, extensions: [''] })).toEqual(['j-2']);
  expect(await found({ ...listed, filenameMatches: (name) => name.includes('final') })).toEqual(['j-1']);
  const window = { ...listed, documentId: 'd-1', schemaId: null, outcomes: null };
  expect((await createD1ExtractionIndex(env.DB).list('a', window)).total).toBe(3);
});

test('counts of an older database go on, and a deleted job is counted no more', async () => {
  const counts = async () => [
    await jobs().count('a', null),
    await jobs().count('a', ['completed']),
    await jobs().count('a', ['running']),
  ];
  expect(await counts()).toEqual([3, 2, 1]);
  const running = await jobs().get('a', 'j-2');
  if (running === null) throw new Error('the job was migrated');
  const later = (changes: Partial<JobSummary>) => jobs().project({ ...running, ...changes }, []);
  await later({ status: 'completed', revision: 5 });
  expect(await counts()).toEqual([3, 3, 0]);
  await later({ status: 'completed', deletedAt: 500, revision: 6 });
  expect(await counts()).toEqual([2, 2, 0]);
  await later({ status: 'completed', deletedAt: 500, revision: 7 });
  expect(await counts()).toEqual([2, 2, 0]);
  expect(await jobs().get('a', 'j-2')).toBeNull();
});
