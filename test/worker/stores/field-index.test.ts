import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { describe, expect, test } from 'vitest';
import type { DocumentSearch, Range, ValueTest } from '../../../src/jobs/document-search';
import type { FieldFilter, FieldRecord, FieldValue } from '../../../src/jobs/field';
import { readScalar } from '../../../src/jobs/field-entries';
import type { DocumentRecord } from '../../../src/jobs/records';
import { PLAIN_DOCUMENT } from '../../../src/jobs/store-document';
import type { JsonValue } from '../../../src/schema/json';
import { createD1DocumentIndex } from '../../../src/stores/d1/document-index';
import { documentSearchQueries } from '../../../src/stores/d1/document-search';
import {
  createD1FieldIndex,
  fieldListQueries,
  occurrencesQuery,
  valueSearchQuery,
  valuesQuery,
} from '../../../src/stores/d1/field-index';
import { createD1JobIndex } from '../../../src/stores/d1/job-index';
import { createD1UsageIndex, usageQuery } from '../../../src/stores/d1/usage-index';
import { planOf } from './plan';
import { extractionOf, summaryOf } from './records';

const index = () => createD1FieldIndex(env.DB);
const jobs = () => createD1JobIndex(env.DB);
const documents = () => createD1DocumentIndex(env.DB);

const fieldOf = (name: string, changes: Partial<FieldRecord> = {}): FieldRecord => ({
  id: `field-${name}`,
  accountId: 'a',
  canonicalName: name,
  title: name,
  type: 'string',
  description: '',
  group: null,
  occurrences: 0,
  createdAt: 10,
  updatedAt: 10,
  ...changes,
});

const valueOn = (
  documentId: string,
  name: string,
  value: JsonValue,
  changes: Partial<FieldValue> = {},
): FieldValue => ({
  ...readScalar(value),
  fieldId: `field-${name}`,
  documentId,
  extractionId: `e-${documentId}`,
  at: 5,
  ...changes,
});

const documentOf = (id: string, changes: Partial<DocumentRecord> = {}): DocumentRecord => ({
  id,
  accountId: 'a',
  filename: `${id}.pdf`,
  mediaType: 'application/pdf',
  sizeBytes: 10,
  sha256: id,
  status: 'completed',
  pages: 1,
  language: null,
  problem: null,
  createdAt: 100,
  ...PLAIN_DOCUMENT,
  ...changes,
});

/** Documents with an extraction each in one job, oldest first. */
async function addDocuments(names: readonly string[], changes: Partial<DocumentRecord> = {}): Promise<void> {
  for (const [position, id] of names.entries())
    await documents().add(documentOf(id, { createdAt: 100 + position, ...changes }));
  await jobs().project(
    summaryOf({ id: 'j', accountId: changes.accountId ?? 'a' }),
    names.map((documentId, position) =>
      extractionOf({ id: `e-${documentId}`, index: position, documentId, accountId: changes.accountId ?? 'a' }),
    ),
  );
}

const FIRST = { limit: 20, after: null, order: 'desc', offset: 0 } as const;
const search = (changes: Partial<DocumentSearch> = {}): DocumentSearch => ({
  ...FIRST,
  tests: [],
  words: [],
  sourceId: null,
  sortBy: null,
  ...changes,
});
const fieldFilter = (changes: Partial<FieldFilter> = {}): FieldFilter => ({
  ...FIRST,
  words: [],
  tier: null,
  group: null,
  ...changes,
});
const found = async (changes: Partial<DocumentSearch>) =>
  (await index().findDocuments('a', search(changes))).items.map(({ id }) => id);

describe('fields in D1', () => {
  test('count the documents that have a value, as values come, change and go', async () => {
    await addDocuments(['d1', 'd2', 'd3']);
    const counted = async () => (await index().getMany('a', ['field-total'])).map(({ occurrences }) => occurrences);
    const put = (...values: FieldValue[]) => index().put('a', [fieldOf('total')], values);
    await put(valueOn('d1', 'total', 1), valueOn('d2', 'total', 2), valueOn('d3', 'total', null));
    expect(await counted()).toEqual([2]);
    await put(valueOn('d1', 'total', 1), valueOn('d2', 'total', 2));
    expect(await counted()).toEqual([2]);
    await put(valueOn('d1', 'total', null), valueOn('d3', 'total', 3));
    expect(await counted()).toEqual([2]);
    await documents().remove('a', 'd2');
    expect(await counted()).toEqual([1]);
    await jobs().project(summaryOf({ id: 'j', revision: 2, deletedAt: 9 }), []);
    expect(await counted()).toEqual([0]);
  });

  test('keep the value of the newest extraction, whichever is written last', async () => {
    await addDocuments(['d']);
    await jobs().project(summaryOf({ id: 'j2' }), [extractionOf({ id: 'e2', jobId: 'j2', documentId: 'd' })]);
    const put = (value: JsonValue, extractionId: string, at: number) =>
      index().put('a', [fieldOf('total')], [valueOn('d', 'total', value, { extractionId, at })]);
    const texts = async () =>
      (await index().valuesOf('a', ['d'])).map(({ text, extractionId }) => [text, extractionId]);
    await put('new', 'e2', 7);
    await put('old', 'e-d', 5);
    expect(await texts()).toEqual([['new', 'e2']]);
    await put('corrected', 'e2', 7);
    expect(await texts()).toEqual([['corrected', 'e2']]);
  });

  test('take no value of a document or a result that has gone, or is another account’s', async () => {
    await addDocuments(['d']);
    await index().put('a', [fieldOf('total')], [valueOn('gone', 'total', 1, { extractionId: 'e-d' })]);
    await index().put('a', [], [valueOn('d', 'total', 1, { extractionId: 'gone' })]);
    await index().put('b', [], [valueOn('d', 'total', 1)]);
    await jobs().project(summaryOf({ id: 'j', revision: 2, status: 'expired' }), []);
    await index().put('a', [], [valueOn('d', 'total', 1)]);
    expect(await index().valuesOf('a', ['d', 'gone'])).toEqual([]);
  });

  test('lose their values when the results they were read in expire', async () => {
    await addDocuments(['d']);
    await index().put('a', [fieldOf('total')], [valueOn('d', 'total', 1)]);
    await jobs().project(summaryOf({ id: 'j', revision: 2, status: 'expired' }), []);
    expect(await index().valuesOf('a', ['d'])).toEqual([]);
    expect(await index().getMany('a', ['field-total'])).toEqual([fieldOf('total')]);
  });

  test('are described as they were asked for last', async () => {
    await index().put('a', [fieldOf('total')], []);
    await index().put('a', [fieldOf('total', { type: 'number', title: 'Sum', createdAt: 20, updatedAt: 20 })], []);
    await index().put('a', [fieldOf('total', { type: 'number', title: 'Sum', createdAt: 30, updatedAt: 30 })], []);
    const [field] = await index().getMany('a', ['field-total']);
    expect(field).toEqual(fieldOf('total', { type: 'number', title: 'Sum', createdAt: 10, updatedAt: 20 }));
    expect(await index().getMany('b', ['field-total'])).toEqual([]);
  });

  test('are listed by words, tier and group, page by page', async () => {
    const names = ['seller_name', 'seller_city', 'total'];
    const records = names.map((name, position) =>
      fieldOf(name, {
        createdAt: position,
        group: name.startsWith('seller') ? 'seller' : null,
        description: 'As PRINTED',
      }),
    );
    await addDocuments(Array.from({ length: 5 }, (_, number) => `d${number}`));
    const values = Array.from({ length: 5 }, (_, number) => valueOn(`d${number}`, 'total', number));
    await index().put('a', records, [...values, valueOn('d0', 'seller_name', 'x')]);
    const listed = async (changes: Partial<FieldFilter>) => {
      const { items, total } = await index().list('a', fieldFilter(changes));
      return [items.map(({ canonicalName }) => canonicalName), total];
    };
    expect(await listed({})).toEqual([['total', 'seller_city', 'seller_name'], 3]);
    expect(await listed({ words: ['seller', 'nam'] })).toEqual([['seller_name'], 1]);
    expect(await listed({ words: ['printed'], order: 'asc', limit: 2 })).toEqual([['seller_name', 'seller_city'], 3]);
    expect(await listed({ group: 'seller', after: { createdAt: 1, id: 'field-seller_city' } })).toEqual([
      ['seller_name'],
      2,
    ]);
    expect(await listed({ tier: 'established' })).toEqual([['total'], 1]);
    expect(await listed({ tier: 'emerging' })).toEqual([['seller_city', 'seller_name'], 2]);
    expect(await listed({ tier: 'core' })).toEqual([[], 0]);
    expect(await index().list('b', fieldFilter())).toEqual({ items: [], total: 0, next: null });
  });

  test('name the documents that have them, and a value that fits no number', async () => {
    await addDocuments(['d1', 'd2', 'd3']);
    const values = [
      valueOn('d1', 'total', '12,50 EUR', { at: 1 }),
      valueOn('d2', 'total', 'much', { at: 2 }),
      valueOn('d3', 'total', null, { at: 3 }),
    ];
    await index().put('a', [fieldOf('total')], values);
    expect(await index().occurrences('a', 'field-total', 5)).toEqual([
      { documentId: 'd2', filename: 'd2.pdf', extractionId: 'e-d2', text: 'much', at: 2 },
      { documentId: 'd1', filename: 'd1.pdf', extractionId: 'e-d1', text: '12,50 EUR', at: 1 },
    ]);
    expect(await index().occurrences('b', 'field-total', 5)).toEqual([]);
    expect(await index().incomparable('a', 'field-total', 'number')).toBe('much');
    expect(await index().incomparable('b', 'field-total', 'number')).toBeNull();
  });

  test('are found by the words of their values, those with most words first', async () => {
    await addDocuments(['d1', 'd2', 'd3']);
    const values = [
      valueOn('d1', 'seller', 'Harbour Works'),
      valueOn('d2', 'seller', 'HARBOUR works'),
      valueOn('d3', 'seller', 'Harbour Inn'),
    ];
    await index().put('a', [fieldOf('seller')], values);
    const hits = await index().searchValues('a', ['harbour', 'work'], 5);
    expect(hits.map(({ fieldId, text, documents: count }) => [fieldId, text.toLowerCase(), count])).toEqual([
      ['field-seller', 'harbour works', 2],
      ['field-seller', 'harbour inn', 1],
    ]);
    expect(await index().searchValues('a', ['harbour'], 1)).toHaveLength(1);
    expect(await index().searchValues('b', ['harbour'], 5)).toEqual([]);
    expect(await index().searchValues('a', [], 5)).toEqual([]);
  });
});

const bound = <Value>(value: Value, isIncluded = true) => ({ value, isIncluded });
const numbers = (ranges: readonly Range<number>[], isInside = true): ValueTest => ({
  kind: 'number',
  ranges,
  isInside,
});
const texts = (ranges: readonly Range<string>[], isInside = true): ValueTest => ({ kind: 'text', ranges, isInside });

describe('documents found by their values', () => {
  const VALUES: readonly (readonly [string, JsonValue])[] = [
    ['d1', 'Anna'],
    ['d2', 'berta'],
    ['d3', '12,50 EUR'],
    ['d4', 7],
    ['d5', '2026-03-04'],
    ['d6', null],
    ['d7', '100%_sure'],
  ];
  async function seed(): Promise<void> {
    await addDocuments([...VALUES.map(([id]) => id), 'd8']);
    await index().put(
      'a',
      [fieldOf('f')],
      VALUES.map(([id, value]) => valueOn(id, 'f', value)),
    );
  }

  test('are those for which every test holds', async () => {
    await seed();
    const cases: readonly (readonly [ValueTest, readonly string[]])[] = [
      [{ kind: 'presence', isThere: true }, ['d7', 'd5', 'd4', 'd3', 'd2', 'd1']],
      [{ kind: 'presence', isThere: false }, ['d8', 'd6']],
      [{ kind: 'part', text: 'ANN' }, ['d1']],
      [{ kind: 'part', text: '%_S' }, ['d7']],
      [{ kind: 'prefix', text: 'BER' }, ['d2']],
      [{ kind: 'prefix', text: 'erta' }, []],
      [texts([{ from: bound('anna'), until: bound('anna') }]), ['d1']],
      [texts([{ from: bound('anna'), until: bound('anna') }], false), ['d7', 'd5', 'd4', 'd3', 'd2']],
      [texts(['anna', 'BERTA', 'x'].map((text) => ({ from: bound(text), until: bound(text) }))), ['d2', 'd1']],
      [texts([{ from: bound('anna', false), until: null }]), ['d2']],
      [numbers([{ from: bound(7), until: bound(12.5) }]), ['d4', 'd3']],
      [numbers([{ from: bound(7, false), until: null }]), ['d3']],
      [numbers([{ from: null, until: bound(12.5, false) }]), ['d4']],
      [numbers([{ from: bound(7), until: bound(7) }], false), ['d7', 'd5', 'd3', 'd2', 'd1']],
      [
        {
          kind: 'time',
          ranges: [{ from: bound(Date.UTC(2026, 2, 4)), until: bound(Date.UTC(2026, 2, 5), false) }],
          isInside: true,
        },
        ['d5'],
      ],
      [numbers([]), []],
    ];
    for (const [asked, expected] of cases)
      expect([asked, await found({ tests: [{ fieldId: 'field-f', test: asked }] })]).toEqual([asked, expected]);
    const both = [texts([{ from: bound('a'), until: null }]), { kind: 'part', text: 'e' } as const];
    expect(await found({ tests: both.map((asked) => ({ fieldId: 'field-f', test: asked })) })).toEqual(['d2']);
    expect(await index().findDocuments('b', search())).toEqual({ items: [], total: 0, next: null });
  });

  test('are found whatever the case of letters beyond A to Z', async () => {
    await addDocuments(['d1', 'd2', 'd3']);
    await documents().add(documentOf('file', { filename: 'Übersicht.txt', createdAt: 200 }));
    await index().put('a', [fieldOf('f')], [valueOn('d1', 'f', 'MÜLLER KÖLN'), valueOn('d2', 'f', 'Müller Köln')]);
    const held = (asked: ValueTest) => found({ tests: [{ fieldId: 'field-f', test: asked }] });
    expect(await held({ kind: 'part', text: 'köln' })).toEqual(['d2', 'd1']);
    expect(await held({ kind: 'prefix', text: 'MÜLLER' })).toEqual(['d2', 'd1']);
    const same = [{ from: bound('müller köln'), until: bound('müller köln') }];
    expect(await held(texts(same))).toEqual(['d2', 'd1']);
    expect(await held(texts(same, false))).toEqual([]);
    expect(await found({ words: ['müller'] })).toEqual(['d2', 'd1']);
    expect(await found({ words: ['übersicht'] })).toEqual(['file']);
    expect((await index().searchValues('a', ['köln'], 5)).map(({ text }) => text)).toEqual([
      'MÜLLER KÖLN',
      'Müller Köln',
    ]);
  });

  test('are those with every word in their name or values, or of one source', async () => {
    await seed();
    await documents().add(documentOf('letter', { filename: 'Late_ANNA.txt', sourceId: 's', createdAt: 200 }));
    expect(await found({ words: ['anna'] })).toEqual(['letter', 'd1']);
    expect(await found({ words: ['anna', 'pdf'] })).toEqual(['d1']);
    expect(await found({ words: ['anna', 'late'], sourceId: 's' })).toEqual(['letter']);
    expect(await found({ sourceId: 'other' })).toEqual([]);
  });

  test('are paged by time, and ordered by a value with those that have none at the end', async () => {
    await seed();
    const page = await index().findDocuments('a', search({ limit: 3 }));
    expect([page.items.map(({ id }) => id), page.total, page.next]).toEqual([
      ['d8', 'd7', 'd6'],
      8,
      { createdAt: 105, id: 'd6' },
    ]);
    expect(await found({ limit: 3, after: page.next })).toEqual(['d5', 'd4', 'd3']);
    expect(await found({ order: 'asc', limit: 2, offset: 1 })).toEqual(['d2', 'd3']);
    const sortBy = { fieldId: 'field-f', order: 'asc' } as const;
    expect(await found({ sortBy })).toEqual(['d4', 'd3', 'd5', 'd7', 'd1', 'd2', 'd8', 'd6']);
    expect(await found({ sortBy: { ...sortBy, order: 'desc' }, limit: 2, offset: 1 })).toEqual(['d3', 'd4']);
  });
});

describe('every question about fields is answered by an index', () => {
  const db = () => drizzle(env.DB);
  const after = { createdAt: 5, id: 'x' };
  test.each<[string, Partial<FieldFilter>]>([
    ['all', {}],
    ['a later page', { after }],
    ['words, a tier and a group', { words: ['a'], tier: 'established', group: 'g', order: 'asc', after }],
  ])('the list of %s', async (_name, changes) => {
    const { page, total } = fieldListQueries(db(), 'a', fieldFilter(changes));
    expect(await planOf(page)).toContain('USING INDEX fields_by_time (account_id=?');
    for (const query of [page, total]) expect(await planOf(query)).not.toMatch(/SCAN fields|TEMP B-TREE/);
  });

  test.each<[string, Partial<DocumentSearch>]>([
    ['nothing', {}],
    ['a later page', { after }],
    [
      'every kind of test',
      {
        after,
        words: ['a'],
        tests: [
          { fieldId: 'f', test: { kind: 'presence', isThere: false } },
          { fieldId: 'f', test: { kind: 'part', text: 'x' } },
          { fieldId: 'f', test: numbers([{ from: bound(1), until: null }], false) },
          { fieldId: 'f', test: texts([{ from: bound('a'), until: null }]) },
        ],
      },
    ],
  ])('the filter of %s', async (_name, changes) => {
    const { page, total } = documentSearchQueries(db(), 'a', search(changes));
    expect(await planOf(page)).toContain('USING INDEX documents_by_time (account_id=?');
    for (const query of [page, total])
      expect(await planOf(query)).not.toMatch(/SCAN (documents|field_values)|TEMP B-TREE/);
  });

  test('values, documents with a value, and work done', async () => {
    expect(await planOf(occurrencesQuery(db(), 'a', 'f', 20))).toMatch(/field_values_by_time \(field_id=\?\)/);
    expect(await planOf(occurrencesQuery(db(), 'a', 'f', 20))).not.toContain('TEMP B-TREE');
    expect(await planOf(valuesQuery(db(), 'a', ['d']))).toContain(
      'field_values_by_document (account_id=? AND document_id=?)',
    );
    expect(await planOf(valueSearchQuery(db(), 'a', ['x'], 5))).toContain('field_values_by_document (account_id=?)');
    expect(await planOf(usageQuery(db(), 'a', 5))).toContain('jobs_by_time (account_id=? AND created_at>?)');
    const sorted = documentSearchQueries(db(), 'a', search({ sortBy: { fieldId: 'f', order: 'asc' } }));
    expect(await planOf(sorted.page)).not.toMatch(/SCAN (documents|sort_values|field_values)/);
  });
});

test('work is counted by operation, since a moment, without what was deleted', async () => {
  await jobs().project(summaryOf({ id: 'j1', createdAt: 10, documentCount: 3 }), []);
  await jobs().project(summaryOf({ id: 'j2', createdAt: 20, documentCount: 4 }), []);
  await jobs().project(summaryOf({ id: 'j3', createdAt: 30, documentCount: 5, deletedAt: 31 }), []);
  const usage = createD1UsageIndex(env.DB);
  expect(await usage.since('a', 0)).toEqual([{ operation: 'extract', jobs: 2, documents: 7 }]);
  expect(await usage.since('a', 20)).toEqual([{ operation: 'extract', jobs: 1, documents: 4 }]);
  expect(await usage.since('b', 0)).toEqual([]);
});
