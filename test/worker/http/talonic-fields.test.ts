/** What is read becomes searchable: the registry of fields, the filter of documents, the search. */
import { describe, expect, test, vi } from 'vitest';
import type { Document } from '../../../src/http/talonic/document-wire';
import type { ExtractionList } from '../../../src/http/talonic/extraction-wire';
import { FieldDetail, FieldList, type SimilarFields } from '../../../src/http/talonic/field-wire';
import { FilterResult } from '../../../src/http/talonic/filter-wire';
import type { CreatedJob } from '../../../src/http/talonic/job-wire';
import { SearchHits } from '../../../src/http/talonic/search-wire';
import { fieldIdOf } from '../../../src/jobs/field';
import { formWith } from '../../support/documents';
import { type Account, newAccount } from './account';

const NORDWIND = 'Nordwind_order-17.txt';
const HARBOUR = 'harbour order 18.txt';
const NOTE = 'note.txt';
const LETTERS: readonly (readonly [string, string])[] = [
  [NORDWIND, 'Order number: NW-17\nOrder date: 2026-03-04\nSupplier: Nordwind Kontor\nTotal: 12,50 EUR\n'],
  [HARBOUR, 'Order number: HB-18\nOrder date: 2026-04-20\nSupplier: Harbour Works\nTotal: 1.250,00 EUR\n'],
  [NOTE, 'Order number: NN-19\nSupplier: Harbour Works\n'],
];
const DEFINITION = {
  type: 'object',
  properties: {
    order_number: { type: 'string', description: 'As printed' },
    order_date: { type: 'string', format: 'date' },
    supplier: { type: 'object', properties: { name: { type: 'string', title: 'Supplier' } } },
    total: { type: 'number' },
  },
};

interface Read {
  readonly account: Account;
  /** By filename. */
  readonly ids: ReadonlyMap<string, string>;
  readonly schemaId: string;
  readonly jobId: string;
  filter(body: unknown): Promise<FilterResult>;
  /** Filenames of what a filter finds. */
  found(...conditions: readonly unknown[]): Promise<string[]>;
}

async function readLetters(): Promise<Read> {
  const account = await newAccount();
  const ids = new Map<string, string>();
  for (const [filename, text] of LETTERS) {
    const bytes = new Uint8Array(new TextEncoder().encode(text));
    const form = formWith({ filename, mediaType: 'text/plain', bytes });
    ids.set(filename, (await account.call<Document>('POST', '/v1/documents', { form })).body.id);
  }
  const schema = await account.call<{ id: string }>('POST', '/v1/schemas', {
    json: { name: 'Orders', definition: DEFINITION },
  });
  const created = await account.call<CreatedJob>('POST', '/v1/jobs', {
    json: { schema_id: schema.body.id, document_ids: [...ids.values()] },
  });
  await account.call('GET', `/v1/jobs/${created.body.id}?wait=20`);
  const filter = async (json: unknown): Promise<FilterResult> => {
    const { status, body } = await account.call('POST', '/v1/documents/filter', { json });
    expect(status).toBe(200);
    return FilterResult.strict().parse(body);
  };
  const found = async (...conditions: readonly unknown[]) =>
    (await filter({ conditions })).documents.map(({ filename }) => filename);
  await vi.waitUntil(async () => (await found({ field: 'order_number', operator: 'is_not_empty' })).length === 3, {
    timeout: 10_000,
  });
  return { account, ids, schemaId: schema.body.id, jobId: created.body.id, filter, found };
}

describe('fields', () => {
  test('are listed once a document was read, with where they occur and what is like them', async () => {
    const { account, ids } = await readLetters();
    const listed = async (query: string) =>
      FieldList.strict()
        .parse((await account.call('GET', `/v1/fields${query}`)).body)
        .data.map(({ canonical_name }) => canonical_name);
    expect(new Set(await listed(''))).toEqual(new Set(['order_number', 'order_date', 'supplier_name', 'total']));
    expect(await listed('?search=orders&cluster=')).toHaveLength(2);
    expect(await listed('?cluster_id=Supplier')).toEqual(['supplier_name']);
    expect(await listed('?tier=core')).toEqual([]);
    expect(await listed('?tier=3&per_page=3&page=2')).toHaveLength(1);

    const id = await fieldIdOf(account.id, 'order_number');
    const detail = FieldDetail.strict().parse((await account.call('GET', `/v1/fields/fld-${id}`)).body);
    expect(detail).toMatchObject({
      id,
      display_name: 'Order number',
      data_type: 'string',
      tier: 3,
      cluster_name: null,
      occurrence_count: 3,
      master_instruction: 'As printed',
      links: { self: `/v1/fields/${id}`, similar: `/v1/fields/${id}/similar` },
    });
    expect(
      new Map(detail.recent_occurrences.map((one) => [one.document_filename, [one.document_id, one.value]])),
    ).toEqual(
      new Map([
        [NORDWIND, [ids.get(NORDWIND), 'NW-17']],
        [HARBOUR, [ids.get(HARBOUR), 'HB-18']],
        [NOTE, [ids.get(NOTE), 'NN-19']],
      ]),
    );
    const similar = await account.call<SimilarFields>('GET', `/v1/fields/${id}/similar?limit=1`);
    expect(similar.body.data).toEqual([
      expect.objectContaining({ canonical_name: 'order_date', similarity: expect.any(Number) }),
    ]);
  });

  test('are corrected with their document, and go with it', async () => {
    const { account, ids, found } = await readLetters();
    const { body } = await account.call<ExtractionList>('GET', `/v1/extractions?document_id=${ids.get(NOTE)}`);
    const json = { corrections: [{ field: 'total', value: 99 }] };
    expect((await account.call('PATCH', `/v1/extractions/${body.data[0]?.id}/data`, { json })).status).toBe(200);
    expect(await found({ field: 'total', operator: 'eq', value: 99 })).toEqual([NOTE]);
    await account.call('DELETE', `/v1/documents/${ids.get(NOTE)}`);
    expect(await found({ field: 'total', operator: 'eq', value: 99 })).toEqual([]);
    const fields = await account.call<FieldList>('GET', '/v1/fields?search=total');
    expect(fields.body.data).toMatchObject([{ canonical_name: 'total', occurrence_count: 2 }]);
  });
});

describe('a filter', () => {
  test('finds documents by every operator, its field in any spelling', async () => {
    const { account, found } = await readLetters();
    const total = await fieldIdOf(account.id, 'total');
    const cases: readonly (readonly [unknown, readonly string[]])[] = [
      [{ fieldId: total, operator: 'eq', value: '1.250,00 €' }, [HARBOUR]],
      [{ fieldId: `fld-${total}`, operator: 'neq', value: 1250 }, [NORDWIND]],
      [{ field_id: 'Total', operator: 'gt', value: 12.5 }, [HARBOUR]],
      [{ field: 'total', operator: 'gte', value: '12,50' }, [HARBOUR, NORDWIND]],
      [{ field: 'total', operator: 'lt', value: '1,250' }, [NORDWIND]],
      [{ field: 'order date', operator: 'lte', value: '2026-03-04' }, [NORDWIND]],
      [{ field: 'Order-Date', operator: 'between', value: '2026-03-05', valueTo: '20.04.2026' }, [HARBOUR]],
      [{ field: 'supplier.name', operator: 'contains', value: 'WORK' }, [NOTE, HARBOUR]],
      [{ field: 'orderNumber', operator: 'starts_with', value: 'n' }, [NOTE, NORDWIND]],
      [{ field: 'order_number', operator: 'in', value: ['hb-18', 'nn-19', 'x'] }, [NOTE, HARBOUR]],
      [{ field: 'total', operator: 'is_empty' }, [NOTE]],
      [{ field: 'total', operator: 'is_not_empty' }, [HARBOUR, NORDWIND]],
    ];
    for (const [condition, filenames] of cases)
      expect([condition, await found(condition)]).toEqual([condition, filenames]);
    const both = cases.slice(7, 9).map(([condition]) => condition);
    expect(await found(...both)).toEqual([NOTE]);
  });

  test('searches, orders and pages, and shows what it knows of each document', async () => {
    const { ids, filter } = await readLetters();
    const byTotal = { sort: { fieldId: 'total', direction: 'desc' }, limit: 2 };
    const first = await filter(byTotal);
    expect(first.data.map(({ filename }) => filename)).toEqual([HARBOUR, NORDWIND]);
    expect(first).toMatchObject({ total: 3, page: 1, limit: 2, pagination: { has_more: true }, warnings: [] });
    expect(first.data[0]).toMatchObject({
      id: ids.get(HARBOUR),
      fields: { order_number: 'HB-18', order_date: '2026-04-20', supplier_name: 'Harbour Works', total: 1250 },
    });
    for (const more of [{ page: 2 }, { cursor: first.pagination.next_cursor }])
      expect((await filter({ ...byTotal, ...more })).data.map(({ filename }) => filename)).toEqual([NOTE]);

    const newest = await filter({ limit: 1 });
    expect(newest.data.map(({ filename }) => filename)).toEqual([NOTE]);
    const next = await filter({ limit: 1, cursor: newest.pagination.next_cursor });
    expect(next.data.map(({ filename }) => filename)).toEqual([HARBOUR]);
    const words = await filter({ search: 'harbour works' });
    expect(words.data.map(({ filename }) => filename)).toEqual([NOTE, HARBOUR]);
  });

  test('warns of what it cannot compare or does not know, and suggests what may be meant', async () => {
    const { filter } = await readLetters();
    const warned = async (condition: object) => {
      const { data, warnings } = await filter({ conditions: [condition] });
      return [data.length, warnings.map(({ code, suggestion }) => [code, suggestion])];
    };
    expect(await warned({ field: 'totl', operator: 'is_empty' })).toEqual([0, [['unknown_field', 'total']]]);
    expect(await warned({ field: 'total', operator: 'gt', value: 'much' })).toEqual([
      0,
      [['value_not_comparable', undefined]],
    ]);
    expect(await warned({ field: 'total', operator: 'in', value: ['much', 1250] })).toEqual([
      1,
      [['value_not_comparable', undefined]],
    ]);
    expect(await warned({ field: 'total', operator: 'between', value: 2000, valueTo: 1 })).toEqual([
      0,
      [['nothing_between', undefined]],
    ]);
    expect(await warned({ field: 'order_number', operator: 'gt', value: 5 })).toEqual([
      0,
      [
        ['compared_as', undefined],
        ['values_not_comparable', undefined],
      ],
    ]);
    expect(await warned({ field: 'order_number', operator: 'gt', value: 'm' })).toEqual([
      2,
      [['compared_as', undefined]],
    ]);
  });
});

test('a search finds what has the words, in every list that there is', async () => {
  const { account, ids, schemaId } = await readLetters();
  await account.call('POST', '/v1/sources', { json: { name: 'Harbour mail' } });
  const search = async (query: string) =>
    SearchHits.strict().parse((await account.call('GET', `/v1/search?${query}`)).body);
  const hits = await search('q=harbours%20orders');
  expect(hits).toMatchObject({
    documents: [{ id: ids.get(HARBOUR), name: HARBOUR, filename: HARBOUR }],
    fieldMatches: [{ displayName: 'Supplier', matchedValue: 'Harbour Works', documentCount: 2, filterable: true }],
    sources: [{ name: 'Harbour mail' }],
    schemas: [{ id: schemaId, name: 'Orders' }],
  });
  expect(hits.fields.map(({ canonicalName }) => canonicalName).sort()).toEqual(['order_date', 'order_number']);
  expect((await search('query=ORDER-number&limit=1')).fields.map(({ canonicalName }) => canonicalName)).toEqual([
    'order_number',
  ]);
  const nothing = { documents: [], fieldMatches: [], sources: [], schemas: [], fields: [] };
  expect(await search('q=zebra')).toEqual(nothing);
  const stranger = await newAccount();
  expect((await stranger.call('GET', '/v1/search?q=harbour')).body).toEqual(nothing);
});
