import { expect, test } from 'vitest';
import { LEASE_MS } from '../../../src/jobs/lifecycle';
import { openJob } from '../../../src/jobs/open-job';
import { CHECK_EVERY_MS, isAtRest, isToBeCleared, nextWakeAt, owedMessages, WINDOW } from '../../../src/jobs/schedule';
import { REMEMBERED_MS, UNDER_WAY_MS } from '../../../src/jobs/under-way';
import { BOOT, opened, opening, play } from '../../support/job-states';

test('a large job fills the queue no further than its window', () => {
  const job = opened(WINDOW + 10);
  const first = owedMessages(job, 1_000);
  expect(first).toEqual(Array.from({ length: WINDOW }, (_, index) => index));
  const sent = play(job, { kind: 'sent', attempt: 1, indexes: first, now: 1_000 }).state;
  expect(owedMessages(sent, 1_001)).toEqual([]);
  const oneEnded = play(sent, {
    kind: 'fail',
    turn: { attempt: 1, index: 3, token: 0 },
    problem: { code: 'document-unreadable', message: '' },
    now: 1_001,
  }).state;
  expect(owedMessages(oneEnded, 1_002)).toEqual([WINDOW]);
});

test('a job that begins later owes nothing until then by the clock of its gate, and is looked at then', () => {
  const job = openJob(opening(2, { createdAt: 900_000, delayMs: 500 }), BOOT, 1_000);
  expect([owedMessages(job, 1_499), owedMessages(job, 1_500)]).toEqual([[], [0, 1]]);
  expect(nextWakeAt(job, 1_000, true)).toBe(1_500);
  expect(play(job, { kind: 'lease', attempt: 1, index: 0, boot: BOOT, now: 1_100 }).verdicts).toEqual([
    { kind: 'busy', retryAfterMs: 400 },
  ]);
});

test('a message nobody took up is sent again, later each time', () => {
  let job = play(opened(1), { kind: 'sent', attempt: 1, indexes: [0], now: 1_000 }).state;
  expect(owedMessages(job, 10_999)).toEqual([]);
  expect(owedMessages(job, 11_000)).toEqual([0]);
  job = play(job, { kind: 'sent', attempt: 1, indexes: [0], now: 11_000 }).state;
  expect(owedMessages(job, 30_999)).toEqual([]);
  expect(owedMessages(job, 31_000)).toEqual([0]);
});

test('messages of an attempt that was cancelled while they were sent are owed again by the retry', () => {
  const retried = play(opened(1), { kind: 'cancel', now: 1_000 }, { kind: 'retry', now: 1_001 }).state;
  const late = play(retried, { kind: 'sent', attempt: 1, indexes: [0], now: 1_002 }).state;
  expect(owedMessages(late, 1_002)).toEqual([0]);
});

test('messages sent by a server that is gone are owed again at the first look', () => {
  const job = play(
    opened(2),
    { kind: 'sent', attempt: 1, indexes: [0, 1], now: 1_000 },
    { kind: 'tick', boot: 'boot-2', now: 1_500 },
  ).state;
  expect(owedMessages(job, 1_500)).toEqual([0, 1]);
});

test('the gate looks again soon while a job is open, at expiry once it has ended, and after that only when somebody may come late', () => {
  const job = opened(1);
  expect(nextWakeAt(job, 2_000, true)).toBe(2_000 + CHECK_EVERY_MS);
  const ended = play(job, { kind: 'cancel', now: 2_000 }).state;
  expect(nextWakeAt(ended, 2_000, false)).toBe(2_000 + CHECK_EVERY_MS);
  expect(nextWakeAt(ended, 2_000, true)).toBe(job.createdAt + job.retentionMs);
  const expired = play(ended, { kind: 'expire', now: job.expiresAt }).state;
  expect(nextWakeAt(expired, job.expiresAt, true)).toBeNull();
  expect(isAtRest(expired, job.expiresAt)).toBe(true);
  expect(isAtRest(ended, job.expiresAt)).toBe(false);

  const late = play(job, { kind: 'cancel', now: job.expiresAt + 5 }, { kind: 'expire', now: job.expiresAt + 5 }).state;
  const rest = job.expiresAt + 5 + UNDER_WAY_MS;
  expect(nextWakeAt(late, job.expiresAt + 5, true)).toBe(rest);
  expect([rest - 1, rest].map((now) => isAtRest(late, now))).toEqual([false, true]);
  expect(nextWakeAt(late, rest, true)).toBeNull();
  expect(BOOT).toBe(job.boot);
});

test('an ended job is cleared from the moment its retention since creation is over; one that still runs never', () => {
  const job = opened(1);
  const ended = play(job, { kind: 'cancel', now: 2_000 }).state;
  expect(job.expiresAt).toBe(job.createdAt + job.retentionMs);
  expect([-1, 0, 1].map((ms) => isToBeCleared(ended, job.expiresAt + ms))).toEqual([false, true, true]);
  expect(isToBeCleared(job, job.expiresAt * 2)).toBe(false);
  const expired = play(ended, { kind: 'expire', now: job.expiresAt }).state;
  expect(isToBeCleared(expired, job.expiresAt)).toBe(true);
});

test('a retry keeps the job for the whole retention again', () => {
  const job = opened(1);
  const at = job.expiresAt - 1;
  const retried = play(job, { kind: 'cancel', now: 2_000 }, { kind: 'retry', now: at }).state;
  expect(retried.expiresAt).toBe(at + job.retentionMs);
  const again = play(retried, { kind: 'cancel', now: at + 1 }).state;
  expect(isToBeCleared(again, job.expiresAt)).toBe(false);
  expect(nextWakeAt(again, at + 1, true)).toBe(at + job.retentionMs);
});

test('a deleted job is cleared at once, again when nobody can be at work on it and when nobody can come late, and then no more', () => {
  const removed = play(opened(2), { kind: 'remove', now: 2_000 }).state;
  expect(isToBeCleared(removed, 2_000)).toBe(true);
  expect(owedMessages(removed, 2_000)).toEqual([]);
  expect(nextWakeAt(removed, 2_000, false)).toBe(2_000 + CHECK_EVERY_MS);
  expect(nextWakeAt(removed, 2_000, true)).toBe(2_000 + LEASE_MS);
  expect(nextWakeAt(removed, 2_000 + LEASE_MS, true)).toBe(2_000 + REMEMBERED_MS);
  expect(nextWakeAt(removed, 2_000 + REMEMBERED_MS, true)).toBeNull();
  expect(isAtRest(removed, 2_000 + REMEMBERED_MS)).toBe(true);

  const turn = { attempt: 1, index: 0, token: 0 };
  const problem = { code: 'document-unreadable', message: '' } as const;
  const ended = play(opened(1), { kind: 'fail', turn, problem, now: 1_500 }, { kind: 'remove', now: 2_000 }).state;
  expect(nextWakeAt(ended, 2_000, true)).toBe(2_000 + REMEMBERED_MS);
});
