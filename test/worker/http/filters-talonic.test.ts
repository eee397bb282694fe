/** Every filter of every list over 500 seeded jobs, against the same filter done naively in memory. */
import { expect, test } from 'vitest';
import type { JobStatus, Outcome } from '../../../src/jobs/job';
import type { DocumentRecord, ExtractionRecord, Order } from '../../../src/jobs/records';
import { ports } from '../../support/accounts';
import { seededRandom } from '../../support/random';
import { idsInOrder, visibleExtractions, visibleJobs } from '../../support/seeded-account';
import type { Account } from './account';
import { JOBS, SEED, seededAccounts } from './seeded-accounts';

type Query = Readonly<Record<string, string | number>>;

interface Page {
  readonly data: readonly { readonly id: string }[];
  readonly pagination: {
    readonly total: number;
    readonly limit: number;
    readonly has_more: boolean;
    readonly next_cursor: string | null;
  };
}

async function pageOf(account: Account, path: string, query: Query): Promise<Page> {
  const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const { status, body } = await account.call<Page>('GET', `${path}?${words}`);
  if (status !== 200) throw new Error(`${path}?${words} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** All of a list, page by page, is exactly these, and it says how many they are. */
async function expectWalk(account: Account, path: string, query: Query, expected: readonly string[]): Promise<void> {
  const ids: string[] = [];
  const totals = new Set<number>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const asked: Query = { limit: 100, ...query, ...(cursor === '' ? {} : { cursor }) };
    const { data, pagination }: Page = await pageOf(account, path, asked);
    ids.push(...data.map(({ id }) => id));
    totals.add(pagination.total);
    expect(pagination.has_more).toBe(pagination.next_cursor !== null);
    cursor = pagination.next_cursor;
  }
  expect([path, query, ids, [...totals]]).toEqual([path, query, expected, [expected.length]]);
}

test('GET /v1/jobs: status, order, limit, cursor, page', async () => {
  const { account, seeded } = await seededAccounts(JOBS);
  const idsOf = (statuses: readonly JobStatus[] | null, order: Order = 'desc') =>
    idsInOrder(
      visibleJobs(seeded)
        .map(({ summary }) => summary)
        .filter(({ status }) => statuses === null || statuses.includes(status)),
      order,
    );
  const words: readonly (readonly [string, readonly JobStatus[]])[] = [
    ['pending', ['queued']],
    ['queued', ['queued']],
    ['processing', ['running']],
    ['complete', ['completed']],
    ['completed', ['completed']],
    ['failed', ['failed', 'cancelled', 'expired']],
    ['cancelled', ['cancelled']],
    ['canceled', ['cancelled']],
  ];
  for (const [status, statuses] of words) {
    expect(idsOf(statuses).length).toBeGreaterThan(20);
    await expectWalk(account, '/v1/jobs', { status }, idsOf(statuses));
  }
  await expectWalk(account, '/v1/jobs', { status: '', order: '', cursor: '' }, idsOf(null));
  await expectWalk(account, '/v1/jobs', { order: 'asc' }, idsOf(null, 'asc'));
  await expectWalk(account, '/v1/jobs', { order: 'created_at:asc', limit: 99 }, idsOf(null, 'asc'));
  await expectWalk(account, '/v1/jobs', { order: 'created_at:desc', limit: 1_000_000 }, idsOf(null));
  await expectWalk(account, '/v1/jobs', { status: 'cancelled', limit: 7 }, idsOf(['cancelled']));

  const third = await pageOf(account, '/v1/jobs', { page: 3, per_page: 30, status: 'complete' });
  expect(third.data.map(({ id }) => id)).toEqual(idsOf(['completed']).slice(60, 90));
  const beyond = await pageOf(account, '/v1/jobs', { page: 9_999, limit: 7 });
  expect(beyond).toMatchObject({
    data: [],
    pagination: { total: idsOf(null).length, limit: 7, has_more: false, next_cursor: null },
  });
});

const DOCUMENT_STATUSES: Readonly<Record<string, DocumentRecord['status']>> = {
  pending: 'pending',
  queued: 'pending',
  processing: 'processing',
  completed: 'completed',
  complete: 'completed',
  error: 'error',
  failed: 'error',
};

/** `after` is inclusive, `before` is not. */
const isAskedFor = (document: DocumentRecord, query: Query): boolean =>
  (query.status === undefined || document.status === DOCUMENT_STATUSES[query.status]) &&
  (query.search === undefined || document.filename.toLowerCase().includes(String(query.search).toLowerCase())) &&
  (query.after === undefined || document.createdAt >= Date.parse(String(query.after))) &&
  (query.before === undefined || document.createdAt < Date.parse(String(query.before))) &&
  (query.source_id === undefined || document.sourceId === query.source_id);

test('GET /v1/documents: status, search, after, before, source_id, and any of them together', async () => {
  const { account, seeded } = await seededAccounts(JOBS);
  const idsOf = (query: Query, order: Order = 'desc') =>
    idsInOrder(
      seeded.documents.filter((document) => isAskedFor(document, query)),
      order,
    );
  for (const status of Object.keys(DOCUMENT_STATUSES)) {
    expect(idsOf({ status }).length).toBeGreaterThan(5);
    await expectWalk(account, '/v1/documents', { status }, idsOf({ status }));
  }
  const queries: readonly Query[] = [
    {},
    { search: 'invoice' },
    { search: '(SIGNED)' },
    { search: '%' },
    { search: '_' },
    { after: '2026-09-10' },
    { before: '2026-09-10T06:00:00.000Z' },
    { after: '2026-09-10T06:00:00Z', before: '2026-09-15T12:00:00+02:00' },
    { after: '2026-09-15', before: '2026-09-10' },
  ];
  for (const query of queries) await expectWalk(account, '/v1/documents', query, idsOf(query));

  const random = seededRandom(SEED);
  const some = (name: string, values: readonly string[]): Query =>
    random() < 0.5 ? {} : { [name]: values[Math.floor(random() * values.length)] ?? '' };
  let found = 0;
  for (let round = 0; round < 18; round += 1) {
    const order = random() < 0.5 ? 'asc' : 'desc';
    const query = {
      ...some('status', Object.keys(DOCUMENT_STATUSES)),
      ...some('search', ['invoice', 'o', '2026', 'pdf']),
      ...some('after', ['2026-09-04', '2026-09-12T18:00:00Z']),
      ...some('before', ['2026-09-18', '2026-09-20T00:00:00.001Z']),
      ...some('source_id', seeded.sourceIds),
    };
    await expectWalk(account, '/v1/documents', { ...query, order, limit: 20 }, idsOf(query, order));
    if (idsOf(query).length > 0) found += 1;
  }
  expect(found).toBeGreaterThan(7);
});

test('GET /v1/extractions and those of one document: status, schema_id, document_id', async () => {
  const { account, seeded } = await seededAccounts(JOBS);
  const extractions = visibleExtractions(seeded);
  const idsOf = (holds: (extraction: ExtractionRecord) => boolean, order: Order = 'desc') =>
    idsInOrder(extractions.filter(holds), order);
  const words: readonly (readonly [string, readonly Outcome[]])[] = [
    ['processing', ['waiting', 'running']],
    ['complete', ['completed']],
    ['completed', ['completed']],
    ['failed', ['failed']],
  ];
  for (const [status, outcomes] of words) {
    const expected = idsOf(({ outcome }) => outcomes.includes(outcome), 'asc');
    expect(expected.length).toBeGreaterThan(20);
    await expectWalk(account, '/v1/extractions', { status, order: 'asc' }, expected);
  }
  const [schema_id = ''] = seeded.schemaIds;
  const bySchema = (one: ExtractionRecord) => one.schemaId === schema_id;
  await expectWalk(account, '/v1/extractions', { schema_id }, idsOf(bySchema));

  const isComplete = (one: ExtractionRecord) => one.outcome === 'completed';
  const document_id = extractions.find((one) => bySchema(one) && isComplete(one))?.documentId ?? '';
  const ofDocument = (one: ExtractionRecord) => one.documentId === document_id;
  expect(idsOf(ofDocument).length).toBeGreaterThan(2);
  await expectWalk(account, '/v1/extractions', { document_id, limit: 1 }, idsOf(ofDocument));
  await expectWalk(account, `/v1/documents/${document_id}/extractions`, {}, idsOf(ofDocument));
  await expectWalk(
    account,
    `/v1/documents/${document_id}/extractions`,
    { status: 'complete' },
    idsOf((one) => ofDocument(one) && isComplete(one)),
  );
  await expectWalk(
    account,
    '/v1/extractions',
    { document_id, schema_id, status: 'complete' },
    idsOf((one) => ofDocument(one) && bySchema(one) && isComplete(one)),
  );
});

test('GET /v1/sources and /v1/webhooks: order, limit, cursor, and no webhook of another dialect', async () => {
  const { account, seeded } = await seededAccounts(0);
  const things = seeded.documents.slice(0, 60).map(({ id, createdAt }) => ({ id, createdAt, updatedAt: createdAt }));
  const { sources, webhooks } = ports();
  const url = 'https://hooks.test/a';
  const plain = {
    accountId: account.id,
    secret: null,
    headers: {},
    sourceId: null,
    isActive: true,
    disabled: null,
  };
  for (const [index, thing] of things.entries()) {
    await sources.add({ ...plain, ...thing, name: `Source ${index}`, type: 'api' });
    const asked = { form: 'none', body: {} };
    const family = index < 50 ? 'talonic' : 'llamacloud';
    await webhooks.add({ ...plain, ...thing, family, url, events: ['document.completed'], asked });
  }
  for (const order of ['asc', 'desc'] as const) {
    await expectWalk(account, '/v1/sources', { order, limit: 13 }, idsInOrder(things, order));
    await expectWalk(account, '/v1/webhooks', { order, limit: 13 }, idsInOrder(things.slice(0, 50), order));
  }
});
