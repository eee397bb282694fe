import { describe, expect, test } from 'vitest';
import { asQueued, fromJob, fromPage, LIGHT } from '../../../../src/http/retab/from-job';
import { Job } from '../../../../src/http/retab/job-wire';
import type { JobStatus, JobSummary } from '../../../../src/jobs/job';
import { NOON, summaryOf } from '../talonic/records';

const ID = '9b2f1c34-5d6e-4f70-8a9b-0c1d2e3f4a5b';
const AT = Math.floor(NOON / 1000);

const jobOf = (changes: Partial<JobSummary> = {}) => fromJob(summaryOf({ id: ID, ...changes }));

describe('a job', () => {
  test('at work has every field of every generation of clients', () => {
    const job = jobOf({ labels: { team: 'north' } });
    expect(job).toEqual({
      id: expect.stringMatching(/^job_[\w-]{21}$/),
      object: 'job',
      status: 'in_progress',
      endpoint: '/v1/documents/extract',
      request: null,
      response: null,
      error: null,
      created_at: AT,
      started_at: AT + 1,
      completed_at: null,
      expires_at: AT + 604_800,
      organization_id: 'a',
      metadata: { team: 'north' },
      warnings: [],
      cancelled: false,
      attempt_count: 1,
      last_attempt_at: AT + 1,
      last_failure_code: null,
    });
    expect(Job.parse(job)).toEqual(job);
  });

  test.each<[JobStatus, string]>([
    ['validating', 'validating'],
    ['queued', 'queued'],
    ['running', 'in_progress'],
    ['completed', 'completed'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
    ['expired', 'expired'],
  ])('that is %s says %s, and an error only when it failed', (status, word) => {
    const problem = { code: 'document-unreadable', message: 'a.pdf is locked' } as const;
    const { status: shown, error, last_failure_code } = jobOf({ status, problem });
    const failure = { code: 'document_unreadable', message: 'a.pdf is locked', details: null };
    expect([shown, error, last_failure_code]).toEqual(
      status === 'failed' ? [word, failure, 'document_unreadable'] : [word, null, null],
    );
  });

  test('that was cancelled has its end', () => {
    const job = jobOf({ status: 'cancelled', cancelledAt: NOON + 5000, endedAt: NOON + 5000 });
    expect([job.cancelled, job.completed_at]).toEqual([true, AT + 5]);
  });

  test('in full has what was asked and what came of it', () => {
    const detail = { ...LIGHT, request: { model: 'm' }, warnings: [{ code: 'c', message: 'm', details: null }] };
    expect(fromJob(summaryOf({ id: ID }), detail)).toEqual({
      ...jobOf(),
      request: detail.request,
      warnings: detail.warnings,
    });
  });

  test('just taken waits, however far it has come by then', () => {
    const taken = fromJob(asQueued(summaryOf({ id: ID, status: 'completed', endedAt: NOON + 9, cancelledAt: NOON })));
    expect(taken).toEqual(fromJob(summaryOf({ id: ID, status: 'queued', startedAt: null })));
  });
});

describe('a page', () => {
  const first = summaryOf({ id: ID });
  const last = summaryOf({ id: ID.replace('9', 'a') });
  const ends = { first_id: fromJob(first).id, last_id: fromJob(last).id };

  test.each([
    ['alone', false, null, null, { has_more: false, list_metadata: { before: null, after: null } }],
    ['the first', false, null, last, { has_more: true, list_metadata: { before: null, after: ends.last_id } }],
    [
      'in the middle',
      false,
      first,
      last,
      { has_more: true, list_metadata: { before: ends.first_id, after: ends.last_id } },
    ],
    ['the last', false, first, null, { has_more: false, list_metadata: { before: ends.first_id, after: null } }],
    [
      'the first, walking back',
      true,
      null,
      last,
      { has_more: false, list_metadata: { before: null, after: ends.last_id } },
    ],
    [
      'before others, walking back',
      true,
      first,
      last,
      { has_more: true, list_metadata: { before: ends.first_id, after: ends.last_id } },
    ],
  ])('%s has its ends, and more in the direction of the walk', (_name, backwards, previous, next, rest) => {
    expect(fromPage({ items: [first, last], previous, next }, backwards)).toEqual({ object: 'list', ...ends, ...rest });
  });

  test('of nothing has no ends', () => {
    expect(fromPage({ items: [], previous: null, next: null }, false)).toEqual({
      object: 'list',
      first_id: null,
      last_id: null,
      has_more: false,
      list_metadata: { before: null, after: null },
    });
  });
});
