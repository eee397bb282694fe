import { describe, expect, it } from 'vitest';
import type { JobState } from '../../../../src/jobs/job';
import { PHASES } from '../../../../src/jobs/job';
import type { JobEvent } from '../../../../src/jobs/job-event';
import { transition } from '../../../../src/jobs/lifecycle';
import {
  announcementOf,
  announcementsBetween,
  type OwedAnnouncement,
} from '../../../../src/jobs/webhooks/announcements-between';
import { hookTo } from '../../../support/announcements';
import { BOOT, opened } from '../../../support/job-states';

const lease = (index: number, attempt = 1): JobEvent => ({ kind: 'lease', attempt, index, boot: BOOT, now: 2_000 });
const reports = (index: number, token = 1, attempt = 1): JobEvent[] =>
  PHASES.extract.map((phase) => ({
    kind: 'report',
    now: 3_000,
    report: { attempt, index, token, phase, filledFields: 4, confidence: 0.9, pages: 1, language: 'en' },
  }));
const failing = (index: number): JobEvent => ({
  kind: 'fail',
  turn: { attempt: 1, index, token: 1 },
  problem: { code: 'document-unreadable', message: 'broken' },
  now: 3_000,
});

/** What is owed over all of these events, in order. */
function owedOver(start: JobState, ...events: readonly JobEvent[]) {
  let state = start;
  return events.flatMap((event) => {
    const next = transition(state, event).state;
    const owed = announcementsBetween(state, next, event.now);
    state = next;
    return owed;
  });
}

const words = (owed: readonly OwedAnnouncement[]) =>
  owed.map((one) =>
    'extraction' in one ? `${one.kind} ${one.extraction.index}` : [one.kind, one.milestone].join(' ').trim(),
  );

describe('what there is to tell of a job', () => {
  it('begins, passes its milestones, and ends, each once', () => {
    expect(words(owedOver(opened(1), lease(0), ...reports(0)))).toEqual([
      'job.started',
      'job.progress 25',
      'job.progress 50',
      'job.progress 75',
      'extraction.completed 0',
      'job.completed',
    ]);
  });

  it('shows the job as it was at that moment', () => {
    const owed = owedOver(opened(1), lease(0), ...reports(0));
    expect(owed.map(({ job: { status, progress } }) => [status, progress])).toEqual([
      ['running', 0],
      ['running', 25],
      ['running', 50],
      ['running', 75],
      ['completed', 100],
      ['completed', 100],
    ]);
  });

  it('tells each document that failed, and the job as failed only when none came through', () => {
    expect(words(owedOver(opened(2), lease(0), failing(0), lease(1), failing(1)))).toEqual([
      'job.started',
      'extraction.failed 0',
      'job.progress 25',
      'job.progress 50',
      'extraction.failed 1',
      'job.failed',
    ]);
    expect(words(owedOver(opened(2), lease(0), failing(0), lease(1), ...reports(1))).at(-1)).toBe('job.completed');
  });

  it('tells of a cancelled job that it is cancelled, and of none of its documents that they failed', () => {
    expect(words(owedOver(opened(2), lease(0), { kind: 'cancel', now: 4_000 }))).toEqual([
      'job.started',
      'job.cancelled',
    ]);
  });

  it('tells nothing where nothing changed: late reports, a second cancel, ticks', () => {
    const cancelled = transition(opened(1), { kind: 'cancel', now: 4_000 }).state;
    expect(
      owedOver(cancelled, ...reports(0), { kind: 'cancel', now: 5_000 }, { kind: 'tick', boot: BOOT, now: 5_000 }),
    ).toEqual([]);
  });

  it('tells of a retry as of a new attempt, with ids of its own', async () => {
    const failed = transition(transition(opened(1), lease(0)).state, failing(0)).state;
    const again = owedOver(
      failed,
      { kind: 'retry', now: 5_000 },
      { ...lease(0, 2), now: 5_001 } as JobEvent,
      ...reports(0, 2, 2),
    );
    expect(words(again).slice(0, 1)).toEqual(['job.started']);
    expect(words(again).slice(-2)).toEqual(['extraction.completed 0', 'job.completed']);
    const first = owedOver(opened(1), lease(0));
    const ids = await Promise.all([...again, ...first].map(announcementOf));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  });

  it('gives the same thing the same id whenever it is told', async () => {
    const [once] = owedOver(opened(1), lease(0));
    const [later] = owedOver(opened(1), { ...lease(0), now: 9_000 } as JobEvent);
    if (!once || !later) throw new Error('nothing owed');
    expect((await announcementOf(once)).id).toBe((await announcementOf(later)).id);
  });

  it('tells those who are to hear of this one job that it waits, once it is made and when it is tried again', () => {
    const heard = { ...opened(1), hooks: [hookTo('llamacloud')] };
    expect([announcementsBetween(null, heard, 1_000), announcementsBetween(null, opened(1), 1_000)].map(words)).toEqual(
      [['job.queued'], []],
    );
    const retried = owedOver(heard, { kind: 'cancel', now: 4_000 }, { kind: 'retry', now: 2_000 }, lease(0, 2));
    expect(words(retried)).toEqual(['job.cancelled', 'job.queued', 'job.started']);
  });

  it('tells of the expiry of an ended job once', () => {
    const ended = transition(opened(1), { kind: 'cancel', now: 4_000 }).state;
    const over = { kind: 'expire', now: ended.expiresAt } as const;
    expect(words(owedOver(ended, over, { ...over, now: over.now + 1 }))).toEqual(['job.expired']);
  });
});
