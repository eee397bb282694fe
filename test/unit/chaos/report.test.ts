import { describe, expect, test } from 'vitest';
import { lineOf, settledP99, summaryOf } from '../../chaos/report.mjs';

const record = (kind: string, changes = {}) => ({
  plan: { index: 7, kind, size: 1, postsAgainAfterMs: null },
  id: 'an-id',
  answer: { status: 201 },
  cancelled: null,
  retried: null,
  removed: null,
  ...changes,
});

const PARSED = record('parse');
const DELETED = record('parse', { removed: { status: 200 } });
const AT_ONCE = record('extract', { id: null });

const RESTART = {
  pending: 2,
  kills: 2,
  restartMs: 1_500,
  settled: [
    { record: PARSED, ms: 1_000, processorMs: 400 },
    { record: DELETED, ms: 3_000, processorMs: 900 },
  ],
  faults: { d1: { before: 2, away: 7 }, message: { lost: 1 } },
};

const RESULT = {
  restarts: [RESTART, { ...RESTART, pending: 0, kills: 1, settled: [], faults: { d1: { before: 1 } } }],
  records: [PARSED, DELETED, AT_ONCE],
  finals: new Map([
    [PARSED, { last: { status: 'complete', isEnded: true } }],
    [DELETED, { last: { missing: 404 } }],
  ]),
  history: [{ status: 200 }, { status: null }],
  receiver: { calls: () => 3, taken: [{ id: 'one' }, { id: 'one' }] },
  checks: [{ what: 'jobs are there', looked: 3, lines: ['job 7: is not'] }],
};

/** The cells of the line that begins with this. */
const cells = (begin: string): string[] =>
  (summaryOf(RESULT).find((line) => line.startsWith(begin)) ?? '').split(/ {2,}/);

describe('What a run has shown', () => {
  test('is told of each restart', () => {
    expect(lineOf(RESTART, 1)).toBe(
      'restart 1 in 1.50 s, killed again 1 times: 2 jobs pending, ended after p50 1.00 s, last 3.00 s (the server had 0.90 s of processor)',
    );
    expect(lineOf({ ...RESTART, kills: 1, pending: 0, settled: [] }, 2)).toContain('0 jobs pending');
    expect(settledP99(RESULT)).toBe(3_000);
  });

  test('is summed up in tables', () => {
    expect(cells('kills')).toEqual(['kills', '3, 1 of them while the server still recovered']);
    expect(cells('parse')).toEqual(['parse', '2', '1', '1']);
    expect(cells('extract')).toEqual(['extract', '1', '1']);
    expect(cells('d1')).toEqual(['d1', '3', '7']);
    expect(cells('message')).toEqual(['message', '1']);
    expect(cells('by the clock')).toEqual(['by the clock', '1.00', '3.00', '3.00']);
    expect(cells('webhooks')).toEqual(['webhooks', '3 sent, 2 taken, of 1 events']);
    expect(cells('jobs are there')).toEqual(['jobs are there', '3', '1']);
  });

  test('is told where no job was pending', () => {
    const restarts = [{ ...RESTART, pending: 0, settled: [] }];
    expect(summaryOf({ ...RESULT, restarts })).toContain('no job was pending at a restart');
  });
});
