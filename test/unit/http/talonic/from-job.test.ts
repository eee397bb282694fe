import { describe, expect, test } from 'vitest';
import { fromCreatedJob, fromJob, fromJobs, gridStats } from '../../../../src/http/talonic/from-job';
import { Job } from '../../../../src/http/talonic/job-wire';
import type { JobSummary } from '../../../../src/jobs/job';
import { NOON, ORIGIN, summaryOf } from './records';

const now = NOON + 30_000;
const jobOf = (changes: Partial<JobSummary> = {}) => fromJob(summaryOf(changes), now, ORIGIN);

describe('a job', () => {
  test('at work has every field of the vendor, and those of its SDK', () => {
    expect(jobOf()).toEqual({
      id: 'job-1',
      name: 'Invoices',
      status: 'processing',
      progress: 45,
      estimated_seconds_remaining: 32,
      estimated_completion: '2026-01-02T03:05:06.506Z',
      schema: { id: 'schema-1', name: 'Invoice' },
      document_count: 48,
      total_documents: 48,
      completed_documents: 12,
      failed_documents: 1,
      grid_stats: { total_cells: 2016, filled: 1890, empty: 126, fill_rate: 0.94 },
      current_phase: 'phase_2_execute',
      error: null,
      message: '12 of 48 documents completed.',
      operation: 'extract',
      attempt: 1,
      created_at: '2026-01-02T03:04:05.006Z',
      started_at: '2026-01-02T03:04:06.006Z',
      completed_at: null,
      cancelled_at: null,
      links: {
        self: '/v1/jobs/job-1',
        cancel: '/v1/jobs/job-1/cancel',
        results: '/v1/jobs/job-1/results',
        events: '/v1/jobs/job-1/events',
        dashboard: 'https://quarry.test/jobs/job-1',
      },
    });
    expect(Job.parse(jobOf())).toEqual(jobOf());
  });

  test('that waits has no progress yet, and can be cancelled', () => {
    const job = jobOf({ status: 'queued', phase: null, progress: 0, startedAt: null });
    expect(job).toMatchObject({
      status: 'queued',
      progress: null,
      current_phase: null,
      started_at: null,
      estimated_seconds_remaining: 32,
      message: 'Waiting with 48 documents.',
      links: { cancel: '/v1/jobs/job-1/cancel' },
    });
  });

  test('past its estimate still has a second to go', () => {
    const late = jobOf({ estimatedEndAt: NOON });
    expect([late.estimated_seconds_remaining, late.estimated_completion]).toEqual([1, '2026-01-02T03:04:35.006Z']);
  });

  test('that ended has neither progress nor estimate nor a way to cancel', () => {
    const ended = {
      status: 'completed',
      phase: null,
      progress: 100,
      endedAt: NOON + 9000,
      estimatedEndAt: null,
    } as const;
    const job = jobOf({ ...ended, completedDocuments: 47 });
    expect(job).toMatchObject({
      status: 'complete',
      progress: null,
      estimated_seconds_remaining: null,
      current_phase: null,
      error: null,
      message: '47 of 48 documents completed, 1 failed.',
      completed_at: '2026-01-02T03:04:14.006Z',
    });
    expect(job).not.toHaveProperty('estimated_completion');
    expect(job.links).not.toHaveProperty('cancel');
    expect(jobOf({ ...ended, completedDocuments: 1, documentCount: 1, failedDocuments: 0 }).message).toBe(
      '1 of 1 document completed.',
    );
  });

  test.each<[string, Partial<JobSummary>, unknown]>([
    [
      'failed',
      { status: 'failed', problem: { code: 'document-unreadable', message: 'locked' } },
      { code: 'OCR_FAILED', message: 'locked' },
    ],
    ['failed without a reason', { status: 'failed' }, { code: 'job_failed', message: 'No document came through' }],
    [
      'cancelled',
      { status: 'cancelled', cancelledAt: NOON, problem: { code: 'cancelled', message: 'Cancelled via API' } },
      { code: 'job_failed', message: 'Cancelled via API' },
    ],
    [
      'expired',
      { status: 'expired' },
      { code: 'job_failed', message: 'Expired: the results were deleted after the retention time' },
    ],
  ])('that %s is failed and says why', (_name, changes, error) => {
    const job = jobOf({ ...changes, phase: null, endedAt: NOON });
    expect(job).toMatchObject({ status: 'failed', error, progress: null });
  });

  test('without a stored schema names none', () => {
    expect(jobOf({ schemaId: null, schemaName: null }).schema).toBeNull();
  });

  test('is created as pending, wherever it stands by then', () => {
    expect(fromCreatedJob(summaryOf({ status: 'completed', documentCount: 1 }))).toEqual({
      id: 'job-1',
      status: 'pending',
      message: 'Job accepted with 1 document.',
      links: { self: '/v1/jobs/job-1', results: '/v1/jobs/job-1/results', events: '/v1/jobs/job-1/events' },
    });
  });

  test('in a list is the same job', () => {
    const listing = { items: [summaryOf()], total: 300, next: null };
    expect(fromJobs(listing, 7, now, ORIGIN)).toEqual({
      data: [jobOf()],
      pagination: { total: 300, limit: 7, has_more: false, next_cursor: null },
    });
  });
});

describe('the grid', () => {
  test.each([
    [2016, 1890, { total_cells: 2016, filled: 1890, empty: 126, fill_rate: 0.94 }],
    [8850, 0, { total_cells: 8850, filled: 0, empty: 8850, fill_rate: 0 }],
    [3, 3, { total_cells: 3, filled: 3, empty: 0, fill_rate: 1 }],
    [3, 1, { total_cells: 3, filled: 1, empty: 2, fill_rate: 0.33 }],
    [0, 0, null],
  ])('of %i cells with %i filled is %o', (total, filled, stats) => {
    expect(gridStats(total, filled)).toEqual(stats);
  });
});
