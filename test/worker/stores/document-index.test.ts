import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { DocumentFilter, DocumentRecord } from '../../../src/jobs/records';
import { PLAIN_DOCUMENT } from '../../../src/jobs/store-document';
import { createD1DocumentIndex } from '../../../src/stores/d1/document-index';
import { createD1JobIndex } from '../../../src/stores/d1/job-index';
import { extractionOf, summaryOf } from './records';

const index = () => createD1DocumentIndex(env.DB);

const documentOf = (number: number, changes: Partial<DocumentRecord> = {}): DocumentRecord => ({
  id: `document-${String(number).padStart(3, '0')}`,
  accountId: 'a',
  filename: `Rechnung ${number}.pdf`,
  mediaType: 'application/pdf',
  sizeBytes: 10,
  sha256: `hash-${number}`,
  status: 'completed',
  pages: 1,
  language: 'de',
  problem: null,
  createdAt: 1000 + Math.floor(number / 2),
  ...PLAIN_DOCUMENT,
  ...changes,
});

const filter = (changes: Partial<DocumentFilter> = {}): DocumentFilter => ({
  limit: 20,
  after: null,
  order: 'desc',
  offset: 0,
  statuses: null,
  search: null,
  createdFrom: null,
  createdTo: null,
  ...changes,
});

describe('documents in D1', () => {
  test('come back as they went in, to their account alone', async () => {
    const record = documentOf(1, { status: 'error', problem: { code: 'document-unreadable', message: 'locked' } });
    expect(await index().add(record)).toEqual(record);
    expect(await index().get('a', record.id)).toEqual(record);
    expect(await index().get('b', record.id)).toBeNull();
    expect(await index().remove('b', record.id)).toBe(false);
    expect(await index().remove('a', record.id)).toBe(true);
    expect(await index().remove('a', record.id)).toBe(false);
  });

  test('with the same content are one document of an account, also when added at once', async () => {
    const twins = Array.from({ length: 5 }, (_, number) => documentOf(number, { sha256: 'same' }));
    const added = await Promise.all(twins.map((twin) => index().add(twin)));
    expect(new Set(added.map((document) => document.id)).size).toBe(1);
    const foreign = await index().add(documentOf(9, { sha256: 'same', accountId: 'b' }));
    expect(foreign.id).toBe('document-009');
  });

  test('are found by up to 2,000 ids', async () => {
    await index().add(documentOf(1));
    await index().add(documentOf(2, { accountId: 'b' }));
    const ids = ['document-001', 'document-002', ...Array.from({ length: 1998 }, (_, number) => `none-${number}`)];
    expect((await index().getMany('a', ids)).map((document) => document.id)).toEqual(['document-001']);
  });

  test('are paged without gap or repetition while others are added', async () => {
    for (let number = 0; number < 20; number += 1) await index().add(documentOf(number));
    for (const order of ['desc', 'asc'] as const) {
      const seen: string[] = [];
      let after: DocumentFilter['after'] = null;
      do {
        const page = await index().list('a', filter({ order, limit: 7, after }));
        seen.push(...page.items.map((document) => document.id));
        await index().add(
          documentOf((order === 'desc' ? 100 : 500) + seen.length, {
            createdAt: order === 'desc' ? 9000 : 1,
            sha256: `${order}${seen.length}`,
          }),
        );
        after = page.next;
      } while (after !== null);
      const first20 = seen.filter((id) => id < 'document-020');
      expect(new Set(seen).size).toBe(seen.length);
      expect(first20.length).toBe(20);
      expect(order === 'desc' ? [...first20].reverse() : first20).toEqual([...first20].sort());
    }
  });

  test('are filtered by status, name and time, with the total of all pages', async () => {
    await index().add(documentOf(1, { status: 'pending', createdAt: 10 }));
    await index().add(documentOf(2, { status: 'error', createdAt: 20, filename: '100%_RÉSUMÉ.pdf' }));
    await index().add(documentOf(3, { createdAt: 30 }));
    const ids = async (changes: Partial<DocumentFilter>) => {
      const { items, total } = await index().list('a', filter(changes));
      return [items.map((document) => document.id), total];
    };
    expect(await ids({ statuses: ['pending', 'error'] })).toEqual([['document-002', 'document-001'], 2]);
    expect(await ids({ search: '%_r' })).toEqual([['document-002'], 1]);
    expect(await ids({ search: 'rechnung' })).toEqual([['document-003', 'document-001'], 2]);
    expect(await ids({ createdFrom: 20, createdTo: 30 })).toEqual([['document-002'], 1]);
    expect(await ids({ limit: 1, offset: 1 })).toEqual([['document-002'], 3]);
    expect(await ids({ limit: 1, offset: 5 })).toEqual([[], 3]);
  });

  test('that are completed come oldest first', async () => {
    for (const [number, status] of (['completed', 'pending', 'completed', 'completed'] as const).entries()) {
      await index().add(documentOf(number, { status, createdAt: 100 - number }));
    }
    expect((await index().completed('a', 2)).map((document) => document.id)).toEqual(['document-003', 'document-002']);
  });

  test('know how often they were extracted and the newest extraction', async () => {
    const jobs = createD1JobIndex(env.DB);
    await jobs.project(summaryOf({ id: 'j1', revision: 1 }), [
      extractionOf({ id: 'e1', jobId: 'j1', documentId: 'd', createdAt: 5, fieldCount: 3 }),
      extractionOf({ id: 'e2', jobId: 'j1', index: 1, documentId: 'other', createdAt: 6 }),
    ]);
    await jobs.project(summaryOf({ id: 'j2', revision: 1 }), [
      extractionOf({ id: 'e3', jobId: 'j2', documentId: 'd', createdAt: 7, fieldCount: 4 }),
    ]);
    expect(await index().extractionsOf('a', ['d', 'none'])).toEqual(
      new Map([['d', { count: 2, latestId: 'e3', fieldCount: 4 }]]),
    );
    expect(await index().extractionsOf('b', ['d'])).toEqual(new Map());
    await jobs.project(summaryOf({ id: 'j2', revision: 2, deletedAt: 9 }), []);
    expect(await index().extractionsOf('a', ['d'])).toEqual(
      new Map([['d', { count: 1, latestId: 'e1', fieldCount: 3 }]]),
    );
  });
});
