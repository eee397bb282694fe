/** Every filter of every list over 500 seeded jobs, against the same filter done naively in memory. */
import { expect, test } from 'vitest';
import { inTurn } from '../../../src/jobs/in-turn';
import type { JobStatus } from '../../../src/jobs/job';
import type { DocumentRecord, Order } from '../../../src/jobs/records';
import { PLAIN_READING } from '../../../src/jobs/request';
import { ports } from '../../support/accounts';
import { seededRandom } from '../../support/random';
import {
  idsInOrder,
  type SeededAccount,
  type SeededJob,
  visibleExtractions,
  visibleJobs,
} from '../../support/seeded-account';
import type { Account } from './account';
import { JOBS, SEED, seededAccounts } from './seeded-accounts';

const WRITES_AT_ONCE = 50;
const DEFINITION = { type: 'object', properties: { number: { type: 'string', title: 'Number' } } };

/** Values of a parameter that is given once or more. */
type Query = Readonly<Record<string, string | readonly string[]>>;

let account: Account;
let seeded: SeededAccount;

async function seed(jobs: number): Promise<void> {
  ({ account, seeded } = await seededAccounts(jobs));
}

/** What runs are shown with. */
const keepRequests = (jobIds: readonly string[]) =>
  inTurn(jobIds, WRITES_AT_ONCE, (jobId) =>
    ports().blobs.putRequest(
      { accountId: account.id, jobId },
      {
        jobId,
        assignment: { operation: 'extract' },
        schema: DEFINITION,
        schemaId: null,
        options: PLAIN_READING,
        asked: null,
      },
    ),
  );

/** "agent 0" is the oldest. */
const addAgents = (family: string, ids: readonly string[]) =>
  inTurn([...ids.entries()], 1, ([index, id]) =>
    ports().agents.add({
      id,
      accountId: account.id,
      family,
      name: `${family} ${index}`,
      definition: DEFINITION,
      options: PLAIN_READING,
      priority: 'normal',
      asked: { form: 'none', body: {} },
      version: 1,
      createdAt: 1_000 * index,
      updatedAt: 1_000,
    }),
  );

async function ask<Body>(method: string, path: string, query: Query = {}, json?: unknown): Promise<Body> {
  const words = new URLSearchParams(
    Object.entries(query).flatMap(([name, given]) => [given].flat().map((value) => [name, value])),
  );
  const call = json === undefined ? {} : { json };
  const { status, body } = await account.call<Body>(method, `/llamacloud${path}?${words}`, call);
  if (status !== 200) throw new Error(`${path}?${words} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

type Named = { readonly id: string };
const idsOf = (items: readonly Named[]): readonly string[] => items.map(({ id }) => id.replace(/^[a-z]{3}-/, ''));

interface Page {
  readonly items: readonly Named[];
  readonly next_page_token: string | null;
  readonly total_size: number | null;
}

/** All of a list that is paged by token, and what its pages say of how many there are. */
async function walk(path: string, query: Query): Promise<readonly [readonly string[], readonly (number | null)[]]> {
  const ids: string[] = [];
  const totals = new Set<number | null>();
  for (let page_token: string | null = ''; page_token !== null; ) {
    const page: Page = await ask('GET', path, { ...query, ...(page_token === '' ? {} : { page_token }) });
    ids.push(...idsOf(page.items));
    totals.add(page.total_size);
    page_token = page.next_page_token;
  }
  return [ids, [...totals]];
}

const jobIds = (holds: (job: SeededJob) => boolean, order: Order = 'desc') =>
  idsInOrder(
    visibleJobs(seeded)
      .filter(holds)
      .map(({ summary }) => summary),
    order,
  );

const V1_STATUSES: Readonly<Record<string, readonly JobStatus[]>> = {
  PENDING: ['queued', 'running'],
  SUCCESS: ['completed'],
  ERROR: ['failed', 'expired'],
  CANCELLED: ['cancelled'],
  PARTIAL_SUCCESS: [],
};

/** The agents a list may be asked for, and the seeded ones they stand for; the default one has what was made without. */
async function agentsByName(): Promise<readonly (readonly [asked: string, agentId: string | null])[]> {
  const agent = await ask<Named>('GET', '/api/v1/extraction/extraction-agents/default');
  return [[agent.id, null], ...seeded.agentIds.map((id): readonly [string, string] => [id, id])];
}

test('GET jobs of each agent: status, skip, limit', async () => {
  await seed(JOBS);
  await addAgents('agent', seeded.agentIds);
  for (const [extraction_agent_id, agentId] of await agentsByName()) {
    const list = (query: Query) =>
      ask<Named[]>('GET', '/api/v1/extraction/jobs', { extraction_agent_id, ...query }).then(idsOf);
    const all = jobIds(({ summary }) => summary.agentId === agentId);
    expect(all.length).toBeGreaterThan(50);
    expect([agentId, await list({})]).toEqual([agentId, all]);
    for (const [status, statuses] of Object.entries(V1_STATUSES)) {
      const expected = jobIds(({ summary }) => summary.agentId === agentId && statuses.includes(summary.status));
      expect([agentId, status, await list({ status })]).toEqual([agentId, status, expected]);
    }
    const completed = jobIds(({ summary }) => summary.agentId === agentId && summary.status === 'completed');
    expect(await list({ skip: '7', limit: '11' })).toEqual(all.slice(7, 18));
    expect(await list({ status: 'SUCCESS', skip: '3', limit: '4' })).toEqual(completed.slice(3, 7));
    expect(await list({ skip: '100000' })).toEqual([]);
  }
});

test('GET runs of each agent: skip and limit, how many, and the latest that was made by hand', async () => {
  await seed(JOBS);
  await addAgents('agent', seeded.agentIds);
  interface Runs {
    readonly items: readonly Named[];
    readonly total: number;
    readonly skip: number;
    readonly limit: number;
  }
  for (const [extraction_agent_id, agentId] of await agentsByName()) {
    const extractions = visibleExtractions(seeded).filter((extraction) => extraction.agentId === agentId);
    const all = idsInOrder(extractions, 'desc');
    const path = '/api/v1/extraction/runs';
    const jobOf = new Map(extractions.map(({ id, jobId }) => [id, jobId]));
    // Of these nothing is left to be shown.
    const expired = new Set(jobIds(({ summary }) => summary.status === 'expired'));
    for (const [skip, limit] of [
      [0, 25],
      [13, 7],
      [all.length - 2, 25],
      [all.length, 25],
    ] as const) {
      await keepRequests(all.slice(skip, skip + limit).flatMap((id) => jobOf.get(id) ?? []));
      const window = { skip: String(skip), limit: String(limit) };
      const runs = await ask<Runs>('GET', path, { extraction_agent_id, ...window });
      expect([idsOf(runs.items), runs.total, runs.skip, runs.limit]).toEqual([
        all.slice(skip, skip + limit).filter((id) => !expired.has(jobOf.get(id) ?? '')),
        all.length,
        skip,
        limit,
      ]);
    }
    // Deleted, as its gate and the store of requests know already.
    const [gone = '', next = ''] = all.slice(30);
    await keepRequests([jobOf.get(next) ?? '']);
    const rest = await ask<Runs>('GET', path, { extraction_agent_id, skip: '30', limit: '2' });
    expect([gone, idsOf(rest.items)]).toEqual([gone, jobOf.get(gone) === jobOf.get(next) ? [gone, next] : [next]]);

    const [byHand = ''] = idsInOrder(
      extractions.filter(({ origin }) => origin === 'dashboard'),
      'desc',
    );
    await keepRequests([jobOf.get(byHand) ?? '']);
    const latest = await ask<Named>('GET', `${path}/latest-from-ui`, { extraction_agent_id });
    expect([agentId, latest.id]).toEqual([agentId, byHand]);
  }
});

test('GET files: ids, name, external id, order, pages; and the same by query', async () => {
  await seed(0);
  const fileIds = (holds: (document: DocumentRecord) => boolean, order: Order = 'desc') =>
    idsInOrder(seeded.documents.filter(holds), order);
  const path = '/api/v1/beta/files';
  const [first, second, third] = seeded.documents;
  if (first === undefined || second === undefined || third === undefined) throw new Error('there are documents');
  const external_file_id = seeded.documents.find(({ externalId }) => externalId !== null)?.externalId ?? '';
  const cases: readonly (readonly [Query, readonly string[]])[] = [
    [{ page_size: '40' }, fileIds(() => true)],
    [{ page_size: '1000', order_by: 'created_at asc' }, fileIds(() => true, 'asc')],
    [{ order_by: 'created_at desc' }, fileIds(() => true)],
    [{ file_name: first.filename }, fileIds(({ filename }) => filename === first.filename)],
    [{ file_name: first.filename.slice(0, -1) }, []],
    [{ external_file_id, page_size: '2' }, fileIds(({ externalId }) => externalId === external_file_id)],
    [{ file_ids: [first.id, third.id] }, fileIds(({ id }) => id === first.id || id === third.id)],
    [{ file_ids: [first.id, second.id], file_name: second.filename }, fileIds(({ id }) => id === second.id)],
  ];
  for (const [query, expected] of cases)
    expect([query, await walk(path, query)]).toEqual([query, [expected, [expected.length]]]);

  const [data_source_id = ''] = seeded.sourceIds;
  const filters: readonly (readonly [object, readonly string[]])[] = [
    [{}, fileIds(() => true)],
    [{ file_ids: [first.id] }, [first.id]],
    [{ data_source_id }, fileIds(({ sourceId }) => sourceId === data_source_id)],
    [{ only_manually_uploaded: true }, fileIds(({ sourceId }) => sourceId === null)],
  ];
  for (const [filter, expected] of filters) {
    const { items, total_size } = await ask<Page>('POST', `${path}/query`, {}, { filter, page_size: 500 });
    expect([filter, idsOf(items), total_size]).toEqual([filter, expected, expected.length]);
  }
});

test('GET extractions of the second generation: each filter, and any of them together', async () => {
  await seed(JOBS);
  const STATUSES: Readonly<Record<string, readonly JobStatus[]>> = {
    PENDING: ['queued'],
    THROTTLED: [],
    RUNNING: ['running'],
    COMPLETED: ['completed'],
    FAILED: ['failed', 'expired'],
    CANCELLED: ['cancelled'],
  };
  const isAskedFor = ({ summary, extractions }: SeededJob, query: Readonly<Record<string, string>>) =>
    (query.status === undefined || (STATUSES[query.status] ?? []).includes(summary.status)) &&
    (query.configuration_id === undefined || query.configuration_id === `cfg-${summary.agentId}`) &&
    (query.file_input === undefined || extractions.some(({ documentId }) => documentId === query.file_input)) &&
    (query.document_input_type === undefined || query.document_input_type === 'file_id') &&
    (query.created_at_on_or_after === undefined || summary.createdAt >= Date.parse(query.created_at_on_or_after)) &&
    (query.created_at_on_or_before === undefined || summary.createdAt <= Date.parse(query.created_at_on_or_before));
  const expectWalk = async (query: Readonly<Record<string, string>>): Promise<number> => {
    const expected = jobIds((job) => isAskedFor(job, query));
    expect([query, await walk('/api/v2/extract', query)]).toEqual([query, [expected, [null]]]);
    return expected.length;
  };
  const [agentId = ''] = seeded.agentIds;
  const file_input = visibleExtractions(seeded)[0]?.documentId ?? '';
  const moment = new Date(visibleJobs(seeded)[9]?.summary.createdAt ?? 0).toISOString();
  for (const status of Object.keys(STATUSES)) await expectWalk({ status });
  const each: readonly Readonly<Record<string, string>>[] = [
    { configuration_id: `cfg-${agentId}` },
    { file_input },
    { created_at_on_or_after: moment },
    { created_at_on_or_before: moment },
    { created_at_on_or_after: moment, created_at_on_or_before: moment },
  ];
  for (const query of each) expect(await expectWalk(query)).toBeGreaterThan(0);
  expect(await expectWalk({ document_input_type: 'parse_job_id' })).toBe(0);

  const ids = jobIds(({ summary }) => summary.status === 'completed').slice(0, 3);
  const asked = ids.map((id, index) => (index === 0 ? id : `ext-${id}`));
  expect(await walk('/api/v2/extract', { job_ids: asked })).toEqual([ids, [null]]);
  expect(await walk('/api/v2/extract', { job_ids: asked, status: 'FAILED' })).toEqual([[], [null]]);

  const random = seededRandom(SEED);
  const one = (values: readonly string[]): string => values[Math.floor(random() * values.length)] ?? '';
  const some = (name: string, values: readonly string[]) => (random() < 0.6 ? { [name]: one(values) } : {});
  for (let round = 0; round < 6; round += 1)
    await expectWalk({
      page_size: one(['9', '50']),
      status: one(['COMPLETED', 'FAILED']),
      ...some(
        'configuration_id',
        seeded.agentIds.map((id) => `cfg-${id}`),
      ),
      ...some('created_at_on_or_after', ['2026-09-05', '2026-09-10T06:00:00Z']),
      ...some('created_at_on_or_before', ['2026-09-15', '2026-09-20T00:00:00.001Z']),
    });
});

test('GET agents and configurations: newest first, by name, by product, in pages; one kind never among the other', async () => {
  await seed(0);
  const configurationIds = seeded.schemaIds;
  await addAgents('agent', seeded.agentIds);
  await addAgents('configuration', configurationIds);
  const agents = '/api/v1/extraction/extraction-agents';
  const names = async (query: Query) => (await ask<{ name: string }[]>('GET', agents, query)).map(({ name }) => name);
  expect(await names({})).toEqual(['agent 2', 'agent 1', 'agent 0']);
  expect(await names({ include_default: 'true' })).toEqual(['default', 'agent 2', 'agent 1', 'agent 0']);
  expect(await names({ include_default: 'false' })).toHaveLength(3);

  const configurations = '/api/v1/beta/configurations';
  const newestFirst = [...configurationIds].reverse();
  expect(await walk(configurations, { page_size: '1' })).toEqual([newestFirst, [2]]);
  expect(await walk(configurations, { name: 'configuration 1' })).toEqual([[configurationIds[1]], [1]]);
  expect(await walk(configurations, { name: 'agent 1' })).toEqual([[], [0]]);
  expect(await walk(configurations, { product_type: ['parse_v2', 'extract_v2'] })).toEqual([newestFirst, [2]]);
  expect(await walk(configurations, { product_type: 'parse_v2' })).toEqual([[], [0]]);
});
