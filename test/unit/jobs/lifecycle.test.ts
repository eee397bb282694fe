import { describe, expect, test } from 'vitest';
import type { JobProblem } from '../../../src/jobs/errors';
import type { Phase } from '../../../src/jobs/job';
import type { JobEvent } from '../../../src/jobs/job-event';
import { LEASE_MS, MAX_CRASHES, transition } from '../../../src/jobs/lifecycle';
import { deriveStatus } from '../../../src/jobs/status';
import { summarise } from '../../../src/jobs/summary';
import { BOOT, opened, play } from '../../support/job-states';

const lease = (index: number, now: number, boot = BOOT, attempt = 1): JobEvent => ({
  kind: 'lease',
  attempt,
  index,
  boot,
  now,
});
const report = (index: number, token: number, phase: Phase, now: number, filledFields = 5): JobEvent => ({
  kind: 'report',
  report: { attempt: 1, index, token, phase, filledFields, confidence: 0.9, pages: 1, language: 'en' },
  now,
});
const wholeRun = (index: number, token: number, now: number): JobEvent[] => [
  lease(index, now),
  report(index, token, 'resolve', now + 1),
  report(index, token, 'execute', now + 2),
  report(index, token, 'validate', now + 3),
  report(index, token, 'reread', now + 4),
];
const unreadable: JobProblem = { code: 'document-unreadable', message: 'invoice-0.pdf: encrypted' };

describe('one document', () => {
  test('runs its phases under one lease and completes with the last', () => {
    const { state, verdicts } = play(opened(1), ...wholeRun(0, 1, 2_000));
    expect(verdicts.map((verdict) => verdict.kind)).toEqual(['granted', 'go', 'go', 'go', 'stop']);
    expect(state.documents[0]).toMatchObject({
      outcome: 'completed',
      lease: null,
      dueAt: null,
      endedAt: 2_004,
      checkpoint: { attempt: 1, phase: 'reread', token: 1 },
    });
    expect(summarise(state, 2_004)).toMatchObject({
      status: 'completed',
      progress: 100,
      filledCells: 5,
      totalCells: 10,
      phase: null,
      estimatedEndAt: null,
    });
  });

  test('is busy for a second consumer while the lease lasts, and free after it', () => {
    const { state } = play(opened(1), lease(0, 2_000));
    expect(transition(state, lease(0, 2_100)).verdict).toEqual({ kind: 'busy', retryAfterMs: LEASE_MS - 100 });
    expect(transition(state, lease(0, 2_000 + LEASE_MS)).verdict).toMatchObject({
      kind: 'granted',
      lease: { token: 2 },
    });
  });

  test('is free at once for a consumer of a server started anew', () => {
    const { state } = play(opened(1), lease(0, 2_000));
    expect(transition(state, lease(0, 2_001, 'boot-2')).verdict).toMatchObject({
      kind: 'granted',
      lease: { token: 2, boot: 'boot-2' },
    });
  });

  test('a consumer that lost its turn is told to stop and changes nothing', () => {
    const { state } = play(opened(1), lease(0, 2_000), lease(0, 2_000 + LEASE_MS));
    for (const event of [
      report(0, 1, 'resolve', 40_000),
      { kind: 'renew', turn: { attempt: 1, index: 0, token: 1 }, now: 40_000 } as const,
    ]) {
      const late = transition(state, event);
      expect(late.verdict).toEqual({ kind: 'stop' });
      expect(late.state).toBe(state);
    }
  });

  test('a repeated report changes nothing and goes on; one that skips a phase is stopped', () => {
    const { state } = play(opened(1), lease(0, 2_000), report(0, 1, 'resolve', 2_001));
    const repeated = transition(state, report(0, 1, 'resolve', 2_002));
    expect(repeated).toEqual({ state, verdict: { kind: 'go' } });
    expect(transition(state, report(0, 1, 'validate', 2_002))).toEqual({ state, verdict: { kind: 'stop' } });
  });

  test('resumes after the last finished phase when its consumer vanished', () => {
    const { state } = play(opened(1), lease(0, 2_000), report(0, 1, 'resolve', 2_001), {
      kind: 'tick',
      boot: BOOT,
      now: 2_001 + LEASE_MS,
    });
    expect(state.documents[0]).toMatchObject({
      outcome: 'waiting',
      crashes: 1,
      checkpoint: { phase: 'resolve', token: 1 },
      dueAt: 2_001 + LEASE_MS,
    });
    expect(transition(state, lease(0, 40_000)).verdict.kind).toBe('granted');
  });

  test('that was put off after an error is due at once when the server was started anew', () => {
    const turn = { attempt: 1, index: 0, token: 1 };
    const problem = { code: 'storage-unavailable', message: 'away' } as const;
    const { state } = play(opened(1), lease(0, 2_000), { kind: 'release', turn, delayMs: 60_000, problem, now: 2_001 });
    expect(transition(state, { kind: 'tick', boot: BOOT, now: 2_002 }).state).toBe(state);
    const woken = transition(state, { kind: 'tick', boot: 'boot-2', now: 2_002 }).state;
    expect(woken.documents[0]).toMatchObject({ outcome: 'waiting', errors: 1, dueAt: 2_002 });
  });

  test('that was given back, or is held, by a clock ten minutes ahead is not put off when the clock is right again', () => {
    const ahead = 600_000;
    const turn = { attempt: 1, index: 0, token: 1 };
    const held = play(opened(1), lease(0, ahead)).state;
    const back = transition(held, { kind: 'release', turn, delayMs: 0, problem: null, now: ahead }).state;
    for (const boot of [BOOT, 'boot-2']) {
      const woken = transition(back, { kind: 'tick', boot, now: 2_000 }).state;
      expect(woken.documents[0]).toMatchObject({ outcome: 'waiting', dueAt: 2_000 });
    }
    const still = transition(held, { kind: 'tick', boot: BOOT, now: 2_000 }).state;
    expect(still.documents[0]).toMatchObject({ outcome: 'running', token: 1, lease: { until: 2_000 + LEASE_MS } });
  });

  test('is given up when consumers keep vanishing over the same phase', () => {
    let state = opened(1);
    for (let crash = 0, now = 2_000; crash <= MAX_CRASHES; crash++, now += LEASE_MS)
      state = play(state, lease(0, now), { kind: 'tick', boot: BOOT, now: now + LEASE_MS }).state;
    expect(state.documents[0]).toMatchObject({ outcome: 'failed', problem: { code: 'extraction-failed' } });
    expect(deriveStatus(state)).toBe('failed');
  });

  test('handed back, it waits for its delay and counts an error only when there was one', () => {
    const { state } = play(opened(1), lease(0, 2_000), {
      kind: 'release',
      turn: { attempt: 1, index: 0, token: 1 },
      delayMs: 500,
      problem: null,
      now: 2_100,
    });
    expect(state.documents[0]).toMatchObject({ outcome: 'waiting', dueAt: 2_600, errors: 0 });
    expect(transition(state, lease(0, 2_200)).verdict).toEqual({ kind: 'busy', retryAfterMs: 400 });
    expect(transition(state, lease(0, 2_600)).verdict.kind).toBe('granted');
  });

  test('a dead letter fails it only when nobody is at it', () => {
    const dead: JobEvent = { kind: 'fail', turn: { attempt: 1, index: 0, token: 0 }, problem: unreadable, now: 3_000 };
    const held = play(opened(1), lease(0, 2_000)).state;
    expect(transition(held, dead).state).toBe(held);
    expect(transition(opened(1), dead).state.documents[0]).toMatchObject({ outcome: 'failed', problem: unreadable });
  });
});

describe('the job', () => {
  test('with some failed documents is completed; with none through it is failed with the reason', () => {
    const failFirst: JobEvent[] = [
      lease(0, 2_000),
      { kind: 'fail', turn: { attempt: 1, index: 0, token: 1 }, problem: unreadable, now: 2_001 },
    ];
    expect(summarise(play(opened(2), ...failFirst, ...wholeRun(1, 1, 2_002)).state, 3_000)).toMatchObject({
      status: 'completed',
      completedDocuments: 1,
      failedDocuments: 1,
      problem: null,
    });
    expect(summarise(play(opened(1), ...failFirst).state, 3_000)).toMatchObject({
      status: 'failed',
      problem: unreadable,
    });
  });

  test('stays cancelled when a phase ends late, and cannot be cancelled twice', () => {
    const { state } = play(opened(2), lease(0, 2_000), { kind: 'cancel', now: 2_001 });
    expect(summarise(state, 2_001)).toMatchObject({
      status: 'cancelled',
      cancelledAt: 2_001,
      problem: { message: 'Cancelled via API' },
    });
    expect(transition(state, report(0, 1, 'resolve', 2_002))).toEqual({ state, verdict: { kind: 'stop' } });
    expect(transition(state, lease(1, 2_002))).toEqual({ state, verdict: { kind: 'terminal' } });
    expect(transition(state, { kind: 'cancel', now: 2_003 })).toEqual({
      state,
      verdict: { kind: 'refused', reason: 'not-cancellable' },
    });
  });

  test('retried, it does the documents again that did not complete, and messages of the first attempt are stale', () => {
    const cancelled = play(opened(2), ...wholeRun(0, 1, 2_000), { kind: 'cancel', now: 3_000 }).state;
    const { state } = play(cancelled, { kind: 'retry', now: 4_000 });
    expect(summarise(state, 4_000)).toMatchObject({
      status: 'queued',
      attempt: 2,
      completedDocuments: 1,
      failedDocuments: 0,
      cancelledAt: null,
    });
    expect(state.documents[0]).toMatchObject({ outcome: 'completed', checkpoint: { attempt: 1, token: 1 } });
    expect(transition(state, lease(1, 4_001, BOOT, 1)).verdict).toEqual({ kind: 'stale' });
    expect(transition(state, lease(1, 4_001, BOOT, 2)).verdict.kind).toBe('granted');
  });

  test('a completed job is neither retried nor cancelled; it expires once, when its time is over and not a moment before', () => {
    const { state } = play(opened(1), ...wholeRun(0, 1, 2_000));
    expect(transition(state, { kind: 'retry', now: 3_000 }).verdict).toEqual({
      kind: 'refused',
      reason: 'not-retryable',
    });
    const { expiresAt } = state;
    expect(transition(state, { kind: 'expire', now: expiresAt - 1 }).state).toBe(state);
    const expired = transition(state, { kind: 'expire', now: expiresAt }).state;
    expect(deriveStatus(expired)).toBe('expired');
    expect(transition(expired, { kind: 'expire', now: expiresAt + 1 }).state).toBe(expired);
  });
});

describe('a job that is deleted', () => {
  test('while it runs is cancelled in the same step, and counts one change more', () => {
    const running = play(opened(2), lease(0, 1_500)).state;
    const { state, verdict } = transition(running, { kind: 'remove', now: 2_000 });
    expect(verdict).toEqual({ kind: 'go' });
    expect(state).toMatchObject({ deletedAt: 2_000, cancelledAt: 2_000, endedAt: 2_000 });
    expect(state.documents.map(({ outcome, lease }) => [outcome, lease])).toEqual([
      ['failed', null],
      ['failed', null],
    ]);
    expect(state.revision).toBeGreaterThan(running.revision);
  });

  test('after its end keeps how it ended', () => {
    const cancelled = play(opened(1), { kind: 'cancel', now: 1_500 }).state;
    const { state } = transition(cancelled, { kind: 'remove', now: 2_000 });
    expect(state).toEqual({ ...cancelled, deletedAt: 2_000, revision: cancelled.revision + 1 });
  });

  test.each<JobEvent>([
    { kind: 'remove', now: 3_000 },
    { kind: 'cancel', now: 3_000 },
    { kind: 'retry', now: 3_000 },
    { kind: 'expire', now: 9e12 },
    { kind: 'tick', boot: 'boot-2', now: 3_000 },
    { kind: 'sent', attempt: 1, indexes: [0], now: 3_000 },
    lease(0, 3_000),
  ])('is changed by nothing more: $kind', (event) => {
    const removed = play(opened(1), { kind: 'remove', now: 2_000 }).state;
    expect(transition(removed, event).state).toBe(removed);
  });
});
