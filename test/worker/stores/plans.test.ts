import { describe, expect, test } from 'vitest';
import type { JobFilter } from '../../../src/jobs/job-filter';
import type { DocumentFilter, ExtractionFilter, ListWindow } from '../../../src/jobs/records';
import { createD1AccountDeletions } from '../../../src/stores/d1/account-deletions';
import { createD1AgentIndex } from '../../../src/stores/d1/agent-index';
import { createD1DocumentIndex } from '../../../src/stores/d1/document-index';
import { createD1ExtractionIndex } from '../../../src/stores/d1/extraction-index';
import { createD1GrantLedger } from '../../../src/stores/d1/grant-ledger';
import { createD1JobIndex } from '../../../src/stores/d1/job-index';
import { createD1RequestLedger } from '../../../src/stores/d1/request-ledger';
import { createD1SchemaIndex } from '../../../src/stores/d1/schema-index';
import { plansOf } from './plan';

const FIRST: ListWindow = { limit: 20, after: null, order: 'desc', offset: 0 };
const ROW = { createdAt: 5, id: 'x' };

/** The ways through a list, in both orders. */
const WINDOWS: readonly ListWindow[] = (['desc', 'asc'] as const).flatMap((order) => [
  { ...FIRST, order },
  { ...FIRST, order, after: ROW },
]);

const EITHER_WAY: readonly ListWindow[] = [...WINDOWS, ...WINDOWS.map((window) => ({ ...window, before: ROW }))];

/** Plans of what is done once for each window. */
const overAll = async (
  windows: readonly ListWindow[],
  act: (d1: D1Database, window: ListWindow) => Promise<unknown>,
): Promise<readonly string[]> => (await Promise.all(windows.map((window) => plansOf((d1) => act(d1, window))))).flat();

/** No step goes through a table from end to end, and nothing is sorted. A list of ids in a parameter is no table. */
function expectIndexed(plans: readonly string[]): void {
  expect(plans.length).toBeGreaterThan(0);
  for (const plan of plans) {
    expect(plan).toMatch(/^SEARCH \w+ USING (COVERING )?INDEX/);
    expect(plan.replaceAll(/SCAN json_each .*/g, '')).not.toMatch(/SCAN|TEMP B-TREE/);
  }
}

describe('an index answers a list, already in order', () => {
  const there = { names: ['a', 'b'], value: 'v', isThere: true };
  test.each<Omit<Partial<JobFilter>, keyof ListWindow>>([
    {},
    { statuses: ['completed'] },
    { statuses: ['completed', 'failed'] },
    { statuses: [] },
    { operations: ['extract'] },
    { agentId: 'a' },
    { agentId: null },
    { agentId: 'a', statuses: ['completed', 'failed'] },
    { projectId: 'p' },
    { projectId: 'p', statuses: ['failed'], model: 'm' },
    { hasProject: true },
    { hasProject: false },
    { model: 'm' },
    { labels: [there, { ...there, value: null, isThere: false }] },
    { documentId: 'd' },
    { filenamePrefix: 'a' },
    { filenamePart: 'a', extensions: ['pdf'] },
    { filenameMatches: () => true },
    { filenameMatches: () => true, statuses: ['completed'] },
    { createdFrom: 1 },
    { createdTo: 9 },
    { createdFrom: 1, createdTo: 9, statuses: ['failed', 'queued'] },
  ])('of jobs by %j', async (filter) => {
    expectIndexed(await overAll(EITHER_WAY, (d1, window) => createD1JobIndex(d1).list('a', { ...window, ...filter })));
  });

  test.each<Omit<Partial<DocumentFilter>, keyof ListWindow>>([
    {},
    { statuses: ['pending'] },
    { statuses: ['pending', 'completed'] },
    { search: 'x' },
    { createdFrom: 1, createdTo: 2 },
    { filename: 'a' },
    { externalId: 'e' },
    { sourceId: 's' },
    { sourceId: null },
    { by: 'filename' },
    { by: 'id' },
    { sourceId: 's', statuses: ['pending', 'error'], filename: 'a', externalId: 'e' },
  ])('of documents by %j', async (filter) => {
    const open = { statuses: null, search: null, createdFrom: null, createdTo: null };
    expectIndexed(
      await overAll(WINDOWS, (d1, window) => createD1DocumentIndex(d1).list('a', { ...window, ...open, ...filter })),
    );
  });

  test.each<Omit<Partial<ExtractionFilter>, keyof ListWindow>>([
    {},
    { documentId: 'd' },
    { schemaId: 's' },
    { documentId: 'd', schemaId: 's' },
    { agentId: 'a' },
    { agentId: null },
    { agentId: 'a', origin: 'dashboard' },
    { outcomes: ['failed'] },
    { outcomes: ['failed', 'completed'], origin: 'api' },
  ])('of extractions by %j', async (filter) => {
    const open = { documentId: null, schemaId: null, outcomes: null };
    expectIndexed(
      await overAll(WINDOWS, (d1, window) => createD1ExtractionIndex(d1).list('a', { ...window, ...open, ...filter })),
    );
  });

  test('of agents', async () => {
    expectIndexed(await overAll(WINDOWS, (d1, window) => createD1AgentIndex(d1).list('a', 'agent', window)));
  });

  test('of schemas, and of the documents that are completed', async () => {
    expectIndexed(await plansOf((d1) => createD1SchemaIndex(d1).list('a')));
    expectIndexed(await plansOf((d1) => createD1DocumentIndex(d1).completed('a', 2001)));
  });
});

describe('the narrowest index answers', () => {
  const open = { statuses: null, search: null, createdFrom: null, createdTo: null };
  const any = { documentId: null, schemaId: null, outcomes: null };
  test.each<[string, (d1: D1Database) => Promise<unknown>]>([
    ['jobs_by_time', (d1) => createD1JobIndex(d1).list('a', FIRST)],
    ['jobs_by_status', (d1) => createD1JobIndex(d1).list('a', { ...FIRST, statuses: ['failed'] })],
    [
      'jobs_by_agent',
      (d1) => createD1JobIndex(d1).list('a', { ...FIRST, agentId: null, statuses: ['failed', 'queued'] }),
    ],
    ['jobs_by_project', (d1) => createD1JobIndex(d1).list('a', { ...FIRST, projectId: 'p', model: 'm' })],
    ['documents_by_time', (d1) => createD1DocumentIndex(d1).list('a', { ...FIRST, ...open, search: 'x' })],
    ['documents_by_status', (d1) => createD1DocumentIndex(d1).list('a', { ...FIRST, ...open, statuses: ['error'] })],
    ['documents_by_source', (d1) => createD1DocumentIndex(d1).list('a', { ...FIRST, ...open, sourceId: 's' })],
    ['documents_by_name', (d1) => createD1DocumentIndex(d1).list('a', { ...FIRST, ...open, filename: 'n' })],
    ['documents_by_external_id', (d1) => createD1DocumentIndex(d1).list('a', { ...FIRST, ...open, externalId: 'e' })],
    ['extractions_by_time', (d1) => createD1ExtractionIndex(d1).list('a', { ...FIRST, ...any })],
    ['extractions_by_document', (d1) => createD1ExtractionIndex(d1).list('a', { ...FIRST, ...any, documentId: 'd' })],
    ['extractions_by_schema', (d1) => createD1ExtractionIndex(d1).list('a', { ...FIRST, ...any, schemaId: 's' })],
    ['extractions_by_agent', (d1) => createD1ExtractionIndex(d1).list('a', { ...FIRST, ...any, agentId: 'x' })],
    ['agents_by_time', (d1) => createD1AgentIndex(d1).list('a', 'agent', FIRST)],
    ['schemas_by_time', (d1) => createD1SchemaIndex(d1).list('a')],
  ])('%s', async (used, act) => {
    expect((await plansOf(act))[0]).toContain(`INDEX ${used} (account_id=?`);
  });
});

describe('rows that are named are looked up, one by one', () => {
  test.each<[string, (d1: D1Database) => Promise<unknown>]>([
    ['documents by id', (d1) => createD1DocumentIndex(d1).getMany('a', ['x', 'y'])],
    ['the extractions of documents', (d1) => createD1DocumentIndex(d1).extractionsOf('a', ['x', 'y'])],
    ['the first document of jobs', (d1) => createD1ExtractionIndex(d1).firstOf('a', ['x', 'y'])],
    ['a schema by its short id', (d1) => createD1SchemaIndex(d1).get('a', 'SCH-1A2B3C4D')],
    ['an agent by its name', (d1) => createD1AgentIndex(d1).byName('a', 'agent', 'n')],
    ['a grant by its token', (d1) => createD1GrantLedger(d1).get('sha', 1)],
    ['the upload of a document', (d1) => createD1GrantLedger(d1).uploadOf('a', 'x', 1)],
    ['whatever is granted on a document', (d1) => createD1GrantLedger(d1).removeOf('a', 'x')],
    ['who holds a key', (d1) => createD1RequestLedger(d1).holder('a', 'key:1', 1)],
    ['the claims of a job', (d1) => createD1RequestLedger(d1).forget('a', 'x')],
    ['jobs whose rows go', (d1) => createD1AccountDeletions(d1).removeJobs('a', ['x', 'y'])],
    ['how many jobs there are', (d1) => createD1JobIndex(d1).count('a', null)],
    ['how many jobs are in some statuses', (d1) => createD1JobIndex(d1).count('a', ['failed', 'queued'])],
  ])('%s', async (_, act) => {
    expectIndexed(await plansOf(act));
  });

  test('and sorted where a list is of named rows, instead of going through all of the account', async () => {
    const open = { statuses: null, search: null, createdFrom: null, createdTo: null };
    const plans = await overAll(EITHER_WAY, async (d1, window) => {
      await createD1JobIndex(d1).list('a', { ...window, ids: ['x', 'y'] });
      await createD1DocumentIndex(d1).list('a', { ...window, ...open, ids: ['x', 'y'] });
    });
    for (const plan of plans) expect(plan).toMatch(/^SEARCH \w+ USING INDEX sqlite_autoindex_\w+ \(id=\?\)/);
  });

  test('an extraction list by document is counted from its index alone', async () => {
    const open = { documentId: 'd', schemaId: null, outcomes: null };
    const [, total] = await plansOf((d1) => createD1ExtractionIndex(d1).list('a', { ...FIRST, ...open }));
    expect(total).toMatch(/^SEARCH extractions USING COVERING INDEX extractions_by_document/);
  });
});
