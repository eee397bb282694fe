import { expect, test } from 'vitest';
import { fromEvent } from '../../../../src/http/talonic/from-event';
import type { LiveEvent } from '../../../../src/jobs/live-event';
import { NOON } from './records';

const at = '2026-01-02T03:04:05.006Z';
const locked = { code: 'document-unreadable', message: 'locked' } as const;

const CASES: readonly (readonly [LiveEvent, Record<string, unknown>])[] = [
  [
    { kind: 'state', status: 'running', progress: 3, attempt: 1, problem: null },
    { at, status: 'processing', progress: 3, attempt: 1, error: null },
  ],
  [
    { kind: 'phase', phase: 'validate', progress: 50 },
    { at, phase: 'phase_3_validation', progress: 50 },
  ],
  [
    {
      kind: 'document',
      index: 4,
      documentId: 'd',
      filename: 'a\nb.pdf',
      outcome: 'failed',
      phase: null,
      filledFields: 0,
      problem: locked,
    },
    {
      at,
      index: 4,
      document_id: 'd',
      filename: 'a\nb.pdf',
      status: 'failed',
      phase: null,
      filled: 0,
      error: { code: 'OCR_FAILED', message: 'locked' },
    },
  ],
  [
    { kind: 'cells', totalCells: 4, filledCells: 1, progress: 20 },
    { at, grid_stats: { total_cells: 4, filled: 1, empty: 3, fill_rate: 0.25 }, progress: 20 },
  ],
  [
    { kind: 'end', status: 'cancelled', progress: 20, problem: { code: 'cancelled', message: 'x' } },
    { at, status: 'failed', progress: 20, error: { code: 'job_failed', message: 'Cancelled via API' } },
  ],
];

test.each(CASES)('the event %o is one message', (event, data) => {
  const message = fromEvent({ seq: 12, at: NOON, event });
  const [id, kind, line, ...rest] = message.split('\n');
  expect([id, kind, rest]).toEqual(['id: 12', `event: ${event.kind}`, ['', '']]);
  expect(JSON.parse(line?.replace('data: ', '') ?? '')).toEqual(data);
});
