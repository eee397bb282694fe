import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { Correction, ExtractionFilter } from '../../../src/jobs/records';
import { createD1ExtractionIndex } from '../../../src/stores/d1/extraction-index';
import { createD1JobIndex } from '../../../src/stores/d1/job-index';
import { extractionOf, summaryOf } from './records';

const index = () => createD1ExtractionIndex(env.DB);

const filter = (changes: Partial<ExtractionFilter> = {}): ExtractionFilter => ({
  limit: 20,
  after: null,
  order: 'desc',
  offset: 0,
  documentId: null,
  schemaId: null,
  outcomes: null,
  ...changes,
});

const correction = (field: string, value: Correction['value'], at: number): Correction => ({
  field,
  value,
  reason: null,
  at,
});

describe('extractions in D1', () => {
  test('come back as they were projected, to their account alone', async () => {
    const record = extractionOf({
      outcome: 'failed',
      problem: { code: 'document-unreadable', message: 'locked' },
      confidence: null,
    });
    await createD1JobIndex(env.DB).project(summaryOf({}), [record]);
    expect(await index().get('a', 'e')).toEqual(record);
    expect(await index().get('b', 'e')).toBeNull();
    expect(await index().list('b', filter())).toEqual({ items: [], total: 0, next: null });
  });

  test('of the first document of jobs are found by the jobs, those of deleted jobs and other accounts left out', async () => {
    for (const [id, accountId, deletedAt] of [
      ['j1', 'a', null],
      ['j2', 'a', null],
      ['j3', 'b', null],
      ['j4', 'a', 9],
    ] as const) {
      const rows = [1, 0].map((position) =>
        extractionOf({ id: `${id}-${position}`, jobId: id, accountId, index: position }),
      );
      await createD1JobIndex(env.DB).project(summaryOf({ id, accountId, deletedAt }), rows);
    }
    const ids = async (jobIds: readonly string[]) =>
      (await index().firstOf('a', jobIds)).map((extraction) => extraction.id).sort();
    expect(await ids(['j1', 'j2', 'j3', 'j4', 'unknown'])).toEqual(['j1-0', 'j2-0']);
    expect(await ids([])).toEqual([]);
  });

  test('are filtered by document, schema and outcome, and paged by cursor', async () => {
    const records = Array.from({ length: 5 }, (_, position) =>
      extractionOf({
        id: `e${position}`,
        index: position,
        documentId: `d${position % 2}`,
        schemaId: position === 4 ? null : 's',
        outcome: position === 3 ? 'running' : 'completed',
        createdAt: Math.floor(position / 2),
      }),
    );
    await createD1JobIndex(env.DB).project(summaryOf({}), records);
    const ids = async (changes: Partial<ExtractionFilter>) =>
      (await index().list('a', filter(changes))).items.map((extraction) => extraction.id);
    expect(await ids({})).toEqual(['e4', 'e3', 'e2', 'e1', 'e0']);
    expect(await ids({ documentId: 'd1' })).toEqual(['e3', 'e1']);
    expect(await ids({ schemaId: 's', order: 'asc' })).toEqual(['e0', 'e1', 'e2', 'e3']);
    expect(await ids({ outcomes: ['waiting', 'running'] })).toEqual(['e3']);
    const first = await index().list('a', filter({ limit: 2 }));
    expect([first.total, first.next]).toEqual([5, { createdAt: 1, id: 'e3' }]);
    expect(await ids({ limit: 2, after: first.next })).toEqual(['e2', 'e1']);
  });

  test('keep the newest correction of each field, of any number of fields', async () => {
    const many = Array.from({ length: 40 }, (_, position) =>
      correction(`f${position}`, { nested: [position, null] }, 1),
    );
    await index().correct('a', 'e1', many);
    await index().correct('a', 'e1', [correction('f0', 'new', 3)]);
    await index().correct('a', 'e1', [correction('f0', 'late', 2)]);
    await index().correct('a', 'e2', []);
    const found = await index().corrections('a', ['e1', 'e2', ...Array.from({ length: 500 }, (_, n) => `none-${n}`)]);
    expect([...found.keys()]).toEqual(['e1']);
    expect(found.get('e1')?.length).toBe(40);
    expect(found.get('e1')?.find(({ field }) => field === 'f0')).toEqual(correction('f0', 'new', 3));
    expect(found.get('e1')?.find(({ field }) => field === 'f7')).toEqual(correction('f7', { nested: [7, null] }, 1));
    expect(await index().corrections('b', ['e1'])).toEqual(new Map());
  });
});
