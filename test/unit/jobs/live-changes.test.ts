import { expect, test } from 'vitest';
import { changesBetween } from '../../../src/jobs/live-changes';
import { BOOT, opened, play } from '../../support/job-states';

test('opening, a phase, the end: each is told once, in order, and an event that changed nothing tells nothing', () => {
  const queued = opened(1);
  expect(changesBetween(null, queued, 1_000)).toEqual([
    { kind: 'state', status: 'queued', progress: 0, attempt: 1, problem: null },
  ]);

  const running = play(queued, { kind: 'lease', attempt: 1, index: 0, boot: BOOT, now: 2_000 }).state;
  const document = { kind: 'document', index: 0, documentId: 'document-0', filename: 'invoice-0.pdf', problem: null };
  expect(changesBetween(queued, running, 2_000)).toEqual([
    { kind: 'state', status: 'running', progress: 0, attempt: 1, problem: null },
    { ...document, outcome: 'running', phase: null, filledFields: 0 },
    { kind: 'phase', phase: 'resolve', progress: 0 },
  ]);

  const report = {
    attempt: 1,
    index: 0,
    token: 1,
    filledFields: 6,
    confidence: 0.9,
    pages: 1,
    language: null,
  } as const;
  const resolved = play(running, { kind: 'report', report: { ...report, phase: 'resolve' }, now: 2_001 }).state;
  expect(changesBetween(running, resolved, 2_001)).toEqual([
    { ...document, outcome: 'running', phase: 'resolve', filledFields: 6 },
    { kind: 'cells', totalCells: 10, filledCells: 6, progress: 25 },
    { kind: 'phase', phase: 'execute', progress: 25 },
  ]);
  expect(changesBetween(resolved, play(resolved, { kind: 'renew', turn: report, now: 2_002 }).state, 2_002)).toEqual(
    [],
  );
  expect(changesBetween(resolved, resolved, 2_002)).toEqual([]);

  const problem = { code: 'cancelled', message: 'Cancelled via API' };
  expect(changesBetween(resolved, play(resolved, { kind: 'cancel', now: 2_003 }).state, 2_003)).toEqual([
    { kind: 'state', status: 'cancelled', progress: 25, attempt: 1, problem },
    { ...document, outcome: 'failed', phase: 'resolve', filledFields: 6, problem },
    { kind: 'end', status: 'cancelled', progress: 25, problem },
  ]);
});
