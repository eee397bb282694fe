import { expect, test } from 'vitest';
import type { JobEvent } from '../../../src/jobs/job-event';
import { secondsRemaining } from '../../../src/jobs/progress';
import { summarise } from '../../../src/jobs/summary';
import { BOOT, opened, play } from '../../support/job-states';

const lease: JobEvent = { kind: 'lease', attempt: 1, index: 0, boot: BOOT, now: 10_000 };
const resolved = (now: number): JobEvent => ({
  kind: 'report',
  report: {
    attempt: 1,
    index: 0,
    token: 1,
    phase: 'resolve',
    filledFields: 7,
    confidence: 0.8,
    pages: 2,
    language: 'de',
  },
  now,
});

test('progress is the share of phases done; the phase shown is that of the least advanced document', () => {
  const { state } = play(opened(2), lease, resolved(11_000));
  expect(summarise(state, 11_000)).toMatchObject({
    status: 'running',
    progress: 12,
    phase: 'resolve',
    filledCells: 7,
    totalCells: 20,
  });
  expect(summarise(play(opened(1), lease, resolved(11_000)).state, 11_000)).toMatchObject({
    progress: 25,
    phase: 'execute',
  });
});

test('a job that has not begun has no phase, but an estimate', () => {
  const summary = summarise(opened(100), 1_000);
  expect(summary).toMatchObject({ status: 'queued', phase: null, progress: 0 });
  expect(secondsRemaining(summary, 1_000)).toBe(48);
});

test('the estimate follows the measured pace, is at least a second while work is left, and null after the end', () => {
  const slow = summarise(play(opened(1), lease, resolved(70_000)).state, 70_000);
  expect(secondsRemaining(slow, 70_000)).toBe(37);
  expect(secondsRemaining(slow, 999_999)).toBe(1);
  const ended = summarise(play(opened(1), { kind: 'cancel', now: 5_000 }).state, 5_000);
  expect(secondsRemaining(ended, 5_000)).toBeNull();
});
