/** Every filter of the list of jobs over 500 seeded jobs, against the same filter done naively in memory. */
import { expect, test } from 'vitest';
import { shortJobId } from '../../../src/jobs/id-forms';
import type { JobStatus } from '../../../src/jobs/job';
import { seededRandom } from '../../support/random';
import { idsInOrder, type SeededAccount, type SeededJob, visibleJobs } from '../../support/seeded-account';
import type { Account } from './account';
import { JOBS, SEED, seededAccounts } from './seeded-accounts';

type Query = Readonly<Record<string, string>>;

interface Page {
  readonly data: readonly { readonly id: string }[];
  readonly first_id: string | null;
  readonly last_id: string | null;
  readonly has_more: boolean;
}

async function pageOf(account: Account, query: Query): Promise<Page> {
  const words = new URLSearchParams(query);
  const { status, body } = await account.call<Page>('GET', `/retab/v1/jobs?${words}`, {
    headers: { 'api-key': account.key },
  });
  if (status !== 200) throw new Error(`/v1/jobs?${words} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** All of the list, each page from the id that ends the one before it. */
async function walk(account: Account, query: Query): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: Page = await pageOf(account, { limit: '100', ...query, ...(after === '' ? {} : { after }) });
    ids.push(...page.data.map(({ id }) => id));
    expect([page.first_id, page.last_id]).toEqual([page.data.at(0)?.id ?? null, page.data.at(-1)?.id ?? null]);
    after = page.has_more ? page.last_id : null;
  }
  return ids;
}

const STATUSES: Readonly<Record<string, JobStatus>> = {
  validating: 'validating',
  queued: 'queued',
  in_progress: 'running',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  expired: 'expired',
};

const ending = (filename: string): string => filename.slice(filename.lastIndexOf('.') + 1).toLowerCase();

const SOURCES: Readonly<Record<string, (job: SeededJob['summary']) => boolean>> = {
  workflow: ({ labels }) => 'workflow_id' in labels,
  project: ({ projectId }) => projectId !== null,
  api: ({ labels, projectId }) => !('workflow_id' in labels) && projectId === null,
};

/** The naive filter. What is said of filenames holds of one of the job's documents; days are whole days in UTC. */
function isAskedFor({ summary, extractions }: SeededJob, query: Query): boolean {
  const { labels } = summary;
  const day = new Date(summary.createdAt).toISOString().slice(0, 10);
  const types = query.document_type?.split(',');
  const asked: readonly (readonly [string | undefined, (text: string) => boolean])[] = [
    [query.id, (id) => shortJobId(summary.id) === id || summary.id === id],
    [query.status, (word) => summary.status === STATUSES[word]],
    [query.endpoint, (endpoint) => endpoint === (summary.calledAs ?? '/v1/documents/extract')],
    [query.source, (source) => SOURCES[source]?.(summary) ?? false],
    [query.project_id, (id) => summary.projectId === id],
    [query.model, (model) => summary.model === model],
    [query.workflow_id, (id) => labels.workflow_id === id],
    [query.workflow_node_id, (id) => labels.workflow_node_id === id || labels.node_id === id],
    [query.workflow_block_id, (id) => labels.workflow_block_id === id || labels.block_id === id],
    [query.from_date, (first) => day >= first],
    [query.to_date, (last) => day <= last],
    [
      query.metadata,
      (pairs) => Object.entries(JSON.parse(pairs) as object).every(([name, value]) => labels[name] === value),
    ],
  ];
  return (
    asked.every(([given, holds]) => given === undefined || holds(given)) &&
    extractions.some(
      ({ filename }) =>
        (query.filename_contains === undefined || filename.includes(query.filename_contains)) &&
        (query.filename_regex === undefined || isMatch(filename, query.filename_regex)) &&
        (types === undefined || types.includes(ending(filename))),
    )
  );
}

/** Plain text is a prefix, and so is a pattern without signs. */
const isMatch = (filename: string, pattern: string): boolean =>
  pattern.startsWith('^') ? new RegExp(pattern, 'u').test(filename) : filename.startsWith(pattern);

const idsOf = (seeded: SeededAccount, query: Query): readonly string[] =>
  idsInOrder(
    visibleJobs(seeded)
      .filter((job) => isAskedFor(job, query))
      .map(({ summary }) => summary),
    query.order === 'asc' ? 'asc' : 'desc',
  ).map(shortJobId);

async function expectWalk(account: Account, seeded: SeededAccount, query: Query): Promise<number> {
  const expected = idsOf(seeded, query);
  expect([query, await walk(account, query)]).toEqual([query, expected]);
  return expected.length;
}

test('GET /v1/jobs: each filter by itself', async () => {
  const { account, seeded } = await seededAccounts(JOBS);
  const findsSome: readonly Query[] = [
    {},
    { order: 'asc' },
    ...['queued', 'in_progress', 'completed', 'failed', 'cancelled', 'expired'].map((status) => ({ status })),
    { endpoint: '/v1/documents/extract' },
    ...['api', 'project', 'workflow'].map((source) => ({ source })),
    { project_id: 'project-1' },
    { model: 'retab-large' },
    { workflow_id: 'wf-2' },
    { workflow_node_id: 'node-1' },
    { workflow_block_id: 'node-1' },
    { metadata: '{"team":"red"}' },
    { metadata: '{ "team": "blue", "priority": "2" }' },
    { metadata: JSON.stringify({ team: 'red "one"' }) },
    { filename_contains: 'voice' },
    { filename_contains: '(signed)' },
    { filename_contains: 'größe' },
    { filename_regex: 'invoice' },
    { filename_regex: 'delivery note-' },
    { filename_regex: '^renamed-' },
    { filename_regex: '^(invoice|offer)-[0-9]' },
    { filename_regex: '^.....-..\\.pdf$' },
    { document_type: 'pdf' },
    { document_type: 'png,txt' },
    { from_date: '2026-09-10' },
    { to_date: '2026-09-10' },
    { from_date: '2026-09-10', to_date: '2026-09-10' },
  ];
  for (const query of findsSome) expect([query, (await expectWalk(account, seeded, query)) > 0]).toEqual([query, true]);
  const findsNone: readonly Query[] = [
    { status: 'validating' },
    { endpoint: '/v1/documents/parse' },
    { project_id: 'project' },
    { metadata: '{"team":"Red"}' },
    { filename_contains: '%' },
    { filename_regex: 'voice' },
    { document_type: 'docx' },
    { from_date: '2027-01-01' },
  ];
  for (const query of findsNone) expect(await expectWalk(account, seeded, query)).toBe(0);
});

test('GET /v1/jobs: any filters together, in pages of any size', async () => {
  const { account, seeded } = await seededAccounts(JOBS);
  const random = seededRandom(SEED);
  const one = (values: readonly string[]): string => values[Math.floor(random() * values.length)] ?? '';
  const some = (name: string, values: readonly string[]): Query => (random() < 0.2 ? { [name]: one(values) } : {});
  let found = 0;
  for (let round = 0; round < 18; round += 1) {
    const query: Query = {
      order: one(['asc', 'desc']),
      limit: one(['33', '100']),
      ...some('status', ['queued', 'completed', 'completed', 'failed']),
      ...some('source', ['project', 'workflow']),
      ...some('project_id', ['project-1', 'project-2']),
      ...some('model', ['retab-small', 'retab-large']),
      ...some('workflow_id', ['wf-1', 'wf-2']),
      ...some('workflow_node_id', ['node-1', 'node-2']),
      ...some('metadata', ['{"priority":"1"}', '{"team":"blue"}']),
      ...some('filename_contains', ['o', '2', 'renamed']),
      ...some('filename_regex', ['renamed-', 'invoice']),
      ...some('document_type', ['pdf', 'pdf,csv', 'txt']),
      ...some('from_date', ['2026-09-03', '2026-09-08']),
      ...some('to_date', ['2026-09-12', '2026-09-22']),
    };
    if ((await expectWalk(account, seeded, query)) > 0) found += 1;
  }
  expect(found).toBeGreaterThan(7);
});

test('GET /v1/jobs: one id in every spelling; backwards with before, through filters and patterns too', async () => {
  const { account, seeded } = await seededAccounts(JOBS);
  const [job] = visibleJobs(seeded);
  const gone = seeded.jobs.find(({ summary }) => summary.deletedAt !== null);
  const uuid = job?.summary.id ?? '';
  const short = shortJobId(uuid);
  for (const query of [{ id: short }, { id: uuid }, { job_id: short }, { id: short, job_id: uuid }])
    expect([query, await walk(account, query)]).toEqual([query, [short]]);
  for (const id of [shortJobId(gone?.summary.id ?? ''), 'job_none', '%'])
    expect([id, await walk(account, { id })]).toEqual([id, []]);
  expect(await walk(account, { id: short, job_id: gone?.summary.id ?? '' })).toEqual([]);

  const queries: readonly Query[] = [{ status: 'failed' }, { filename_regex: '^(invoice|offer)-[0-9]', order: 'asc' }];
  for (const query of queries) {
    const expected = idsOf(seeded, query);
    const found: (readonly string[])[] = [];
    for (let before = expected.at(-1); before !== undefined; ) {
      const { data }: Page = await pageOf(account, { ...query, limit: '17', before });
      found.unshift(data.map(({ id }) => id));
      before = data[0]?.id;
    }
    expect([query, found.flat()]).toEqual([query, expected.slice(0, -1)]);
  }
});
