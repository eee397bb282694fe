/** A check that finds nothing shows nothing: each kind of wrong is planted, and found. */
import { describe, expect, test } from 'vitest';
import {
  wrongWithAnswers,
  wrongWithBlobs,
  wrongWithJob,
  wrongWithList,
  wrongWithWebhooks,
} from '../../chaos/check-history.mjs';
import { planOf } from '../../chaos/plan.mjs';

const ID = '3a538f9f-21e0-46c8-8560-0313dbfe021c';

const read = (at: number, status: string, changes = {}) => ({
  invokedAt: at,
  endedAt: at + 1,
  status,
  isEnded: ['complete', 'failed', 'cancelled'].includes(status),
  attempt: 1,
  progress: null,
  counts: [status === 'complete' ? 1 : 0, 0, 1],
  ...changes,
});

const record = (changes = {}) => ({
  plan: { index: 7, kind: 'talonic-job', isSick: false },
  id: ID,
  ids: new Set([ID]),
  answer: { status: 201, body: {} },
  reads: [read(1, 'queued'), read(3, 'processing'), read(5, 'complete')],
  cancelled: null,
  retried: null,
  removed: null,
  events: [{ id: 1, event: 'job', status: 'queued' }],
  ...changes,
});

const EVENTS = [
  { id: 1, event: 'job', status: 'queued' },
  { id: 2, event: 'end', status: 'complete' },
];

const toldComplete = (id: number) => ({ id, event: 'document', status: 'complete', document: 0 });

const final = (changes = {}) => ({
  last: read(9, 'complete'),
  retab: { status: 'completed', response: { status_code: 200 } },
  rows: [{ document_id: 'd', status: 'complete', values: { invoice_number: 'C-1' } }],
  events: EVENTS,
  ...changes,
});

const STOCK = { expected: () => 'C-1' };
const wrong = (aRecord = {}, aFinal = {}) => wrongWithJob(record(aRecord), final(aFinal), STOCK);

describe('A job', () => {
  test('that went well has nothing wrong', () => {
    expect(wrong()).toEqual([]);
    expect(
      wrong(
        { cancelled: { statuses: [200] } },
        {
          last: read(9, 'cancelled'),
          retab: { status: 'cancelled', response: null },
          events: [EVENTS[0], { id: 2, event: 'end', status: 'failed' }],
        },
      ),
    ).toEqual([]);
  });

  test.each([
    ['was never answered', { answer: null }, {}],
    ['was refused', { answer: { status: 404, body: {} } }, {}],
    ['got lost', { reads: [read(1, 'queued'), { invokedAt: 2, endedAt: 3, missing: 404 }] }, {}],
    ['was made twice', { ids: new Set([ID, 'other']) }, {}],
    ['left its end', { reads: [read(1, 'complete'), read(3, 'processing')] }, {}],
    ['ended twice', { reads: [read(1, 'cancelled'), read(3, 'complete')] }, {}],
    ['went back an attempt', { reads: [read(1, 'queued', { attempt: 2 }), read(3, 'queued')] }, {}],
    [
      'made progress backwards',
      { reads: [read(1, 'processing', { progress: 50 }), read(3, 'processing', { progress: 25 })] },
      {},
    ],
    ['never ended', {}, { last: read(9, 'processing') }],
    ['failed though it was healthy', {}, { last: read(9, 'failed'), retab: { status: 'failed', response: null } }],
    ['came through though it was cancelled', { cancelled: { statuses: [200] } }, {}],
    [
      'shows a result though it was cancelled',
      { cancelled: { statuses: [200] } },
      { last: read(9, 'cancelled'), retab: { status: 'cancelled', response: {} } },
    ],
    ['is one thing here and another there', {}, { retab: { status: 'in_progress', response: {} } }],
    ['lost a document', {}, { last: read(9, 'complete', { counts: [1, 1, 2] }) }],
    [
      'read another document',
      {},
      { rows: [{ document_id: 'd', status: 'complete', values: { invoice_number: 'C-2' } }] },
    ],
    ['has a gap in its events', {}, { events: [EVENTS[0], { id: 3, event: 'end', status: 'complete' }] }],
    ['told its end to nobody', {}, { events: [EVENTS[0]] }],
    ['told of another end', {}, { events: [EVENTS[0], { id: 2, event: 'end', status: 'failed' }] }],
    ['told of a document twice', {}, { events: [EVENTS[0], ...[2, 3].map(toldComplete), { ...EVENTS[1], id: 4 }] }],
    ['repeated an event to who followed it', { events: [EVENTS[0], EVENTS[0]] }, {}],
    ['is there after its deletion', { removed: { status: 200, invokedAt: 6, endedAt: 7 } }, {}],
  ])('that %s is found', (_, aRecord, aFinal) => {
    expect(wrong(aRecord, aFinal)).not.toEqual([]);
  });
});

describe('Beside the jobs', () => {
  const records = [record()];
  const finals = new Map([[records[0], final()]]);

  test('a list that differs is found', () => {
    expect(wrongWithList(new Map([[ID, ['complete']]]), records, finals)).toEqual([]);
    expect(wrongWithList(new Map([[ID, ['processing']]]), records, finals)).toHaveLength(1);
    expect(wrongWithList(new Map([[ID, ['complete', 'complete']]]), records, finals)).toHaveLength(1);
    expect(wrongWithList(new Map(), records, finals)).toHaveLength(1);
  });

  test('what belongs to nothing is found', () => {
    const content = 'a'.repeat(64);
    const keys = [`accounts/a/jobs/${ID}/request.json`, `accounts/a/content/${content}`];
    expect(wrongWithBlobs(keys, new Map([[ID, []]]), new Set([content]))).toEqual([]);
    expect(wrongWithBlobs(keys, new Map(), new Set())).toEqual(keys);
  });

  test('an answer that says neither what is wrong nor when to come back is found', () => {
    const told = (status: number, retryAfter: string | null) => ({ method: 'GET', path: '/', status, retryAfter });
    expect(wrongWithAnswers([told(200, null), told(404, null), told(503, '2')])).toEqual([]);
    expect(wrongWithAnswers([told(500, null), told(503, null)])).toHaveLength(2);
  });

  test('webhooks that are missing, forged or contradict each other are found', () => {
    const told = { id: 'one', event: 'job.completed', job: ID, attempt: 1, isSigned: true };
    expect(wrongWithWebhooks([told, told], records, finals)).toEqual([]);
    expect(wrongWithWebhooks([], records, finals)).toHaveLength(1);
    expect(wrongWithWebhooks([{ ...told, isSigned: false }], records, finals)).toHaveLength(1);
    expect(wrongWithWebhooks([told, { ...told, id: 'two' }], records, finals)).toHaveLength(1);
    expect(wrongWithWebhooks([told, { ...told, event: 'job.failed' }], records, finals)).toHaveLength(1);
  });
});

test('what clients do follows from the seed', () => {
  expect(planOf(1, 50)).toEqual(planOf(1, 50));
  expect(planOf(1, 50)).not.toEqual(planOf(2, 50));
});
