import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { JobFilter, LabelTest } from '../../../src/jobs/job-filter';
import type { Cursor, Order } from '../../../src/jobs/records';
import { createD1DocumentIndex } from '../../../src/stores/d1/document-index';
import { createD1JobIndex } from '../../../src/stores/d1/job-index';
import { seededRandom } from '../../support/random';
import { idsInOrder, type SeededJob, seededAccount, storeSeeded, visibleJobs } from '../../support/seeded-account';

/** What a filter asks of a job, without paging. */
type Asked = Omit<JobFilter, 'limit' | 'after' | 'before' | 'order' | 'offset'>;

const ACCOUNT = seededAccount('acme', 7, 500);
const JOBS = visibleJobs(ACCOUNT);
const [AGENT = '', OTHER_AGENT = ''] = ACCOUNT.agentIds;
const TIMES = JOBS.map(({ summary }) => summary.createdAt).sort((a, b) => a - b);
const EARLY = TIMES[120] ?? 0;
const LATE = TIMES[400] ?? 0;
const DOCUMENT = JOBS[3]?.extractions[0]?.documentId ?? '';

const index = () => createD1JobIndex(env.DB);

beforeEach(async () => {
  await storeSeeded({ jobs: index(), documents: createD1DocumentIndex(env.DB) }, ACCOUNT);
  for (const { summary } of seededAccount('other', 8, 5).jobs) await index().project(summary, []);
});

const label = (names: readonly string[], value: string | null, isThere = true): LabelTest => ({
  names,
  value,
  isThere,
});

/** Every member of a filter, in every way it can be asked. The compiler wants all of them. */
const EVERY_MEMBER: { readonly [Member in keyof Required<Asked>]: readonly Asked[Member][] } = {
  ids: [
    [JOBS[5]?.summary.id ?? '', JOBS[77]?.summary.id ?? '', 'unknown'],
    [],
    JOBS.slice(100, 400).map(({ summary }) => summary.id),
  ],
  statuses: [['completed'], ['queued', 'running'], ['failed', 'cancelled', 'expired'], ['validating'], []],
  operations: [['extract'], ['parse'], ['extract', 'parse'], []],
  calledAs: [null, '/v1/projects/extract', 'unknown'],
  agentId: [AGENT, OTHER_AGENT, null, 'unknown'],
  projectId: ['project-1', 'unknown'],
  hasProject: [true, false],
  model: ['retab-small', 'Retab-Small'],
  labels: [
    [label(['team'], 'red')],
    [label(['team'], 'red "one"')],
    [label(['team'], null)],
    [label(['team'], null, false)],
    [label(['team'], 'blue', false)],
    [label(['workflow_node_id', 'workflow_block_id'], 'node-1')],
    [label(['workflow_node_id', 'workflow_block_id'], null, false), label(['priority'], '1')],
    [],
  ],
  documentId: [DOCUMENT, 'unknown'],
  filenamePrefix: ['invoice', 'Invoice', 'contract (', 'größe-', '', '%', '_'],
  filenamePart: ['invoice-', 'note', '.pdf', 'ß', '%'],
  filenameMatches: [(name) => name.endsWith('7.pdf'), (name) => name.startsWith('renamed-'), () => false, () => true],
  extensions: [['pdf'], ['png', 'txt'], ['gz'], ['PDF'], []],
  createdFrom: [EARLY, LATE, 0],
  createdTo: [EARLY, LATE, 0],
};

/** The same filter over values in memory. */
function holds({ summary, extractions }: SeededJob, asked: Asked): boolean {
  const { ids, statuses, operations, calledAs, agentId, projectId, hasProject, model, createdFrom, createdTo } = asked;
  const named = (names: readonly string[], value: string | null) =>
    names.some((name) => summary.labels[name] !== undefined && (value === null || summary.labels[name] === value));
  return (
    (ids?.includes(summary.id) ?? true) &&
    (statuses?.includes(summary.status) ?? true) &&
    (operations?.includes(summary.operation) ?? true) &&
    (calledAs === undefined || summary.calledAs === calledAs) &&
    (agentId === undefined || summary.agentId === agentId) &&
    (projectId === undefined || summary.projectId === projectId) &&
    (hasProject === undefined || (summary.projectId !== null) === hasProject) &&
    (model === undefined || summary.model === model) &&
    (asked.labels ?? []).every(({ names, value, isThere }) => named(names, value) === isThere) &&
    (createdFrom === undefined || summary.createdAt >= createdFrom) &&
    (createdTo === undefined || summary.createdAt < createdTo) &&
    (asked.filenameMatches === undefined || extractions.some(({ filename }) => asked.filenameMatches?.(filename))) &&
    extractions.some(
      ({ documentId, filename }) =>
        (asked.documentId === undefined || documentId === asked.documentId) &&
        filename.startsWith(asked.filenamePrefix ?? '') &&
        filename.includes(asked.filenamePart ?? '') &&
        (asked.extensions?.includes(filename.slice(filename.lastIndexOf('.') + 1).toLowerCase()) ?? true),
    )
  );
}

const expectedOf = (asked: Asked, order: Order): readonly string[] =>
  idsInOrder(
    JOBS.filter((job) => holds(job, asked)).map(({ summary }) => summary),
    order,
  );

const list = (asked: Asked, window: Partial<JobFilter>) =>
  index().list('acme', { limit: 100, after: null, order: 'desc', offset: 0, ...asked, ...window });

/** All pages from one end to the other, following `next` or, from behind the last one, `previous`. */
async function walked(asked: Asked, order: Order, limit: number, direction: 'after' | 'before'): Promise<string[]> {
  const seen: string[] = [];
  let from: Cursor | null = direction === 'after' ? null : { createdAt: order === 'asc' ? 8e15 : 0, id: '' };
  do {
    const page = await list(asked, { limit, order, [direction]: from });
    const ids = page.items.map(({ id }) => id);
    expect(ids.length).toBeLessThanOrEqual(limit);
    if (direction === 'after') seen.push(...ids);
    else seen.unshift(...ids);
    from = direction === 'after' ? page.next : page.previous;
  } while (from !== null);
  return seen;
}

const MEMBERS = Object.keys(EVERY_MEMBER) as (keyof Asked)[];
const asking = (member: keyof Asked, at: number): Asked => ({ [member]: EVERY_MEMBER[member][at] });

describe('a list of five hundred jobs is what a plain filter over all of them leaves', () => {
  test('by each member of the filter, walked forwards and backwards, in both orders', async () => {
    for (const member of MEMBERS)
      for (const at of EVERY_MEMBER[member].keys()) {
        const asked = asking(member, at);
        const order = at % 2 === 0 ? 'desc' : 'asc';
        const [forwards, backwards] = [order, order === 'asc' ? 'desc' : 'asc'] as const;
        const expected = expectedOf(asked, forwards);
        expect(await walked(asked, forwards, 120, 'after'), `${member} ${at}`).toEqual(expected);
        expect(await walked(asked, backwards, 120, 'before'), `${member} ${at}`).toEqual([...expected].reverse());
      }
  });

  test('by members together, in pages of any size', async () => {
    const random = seededRandom(20261122);
    const below = (limit: number) => Math.floor(random() * limit);
    let found = 0;
    for (let round = 0; round < 60; round += 1) {
      const members = MEMBERS.filter(() => random() < 0.18);
      const asked: Asked = Object.assign(
        {},
        ...members.map((member) => asking(member, below(EVERY_MEMBER[member].length))),
      );
      const order = random() < 0.5 ? 'asc' : 'desc';
      const direction = random() < 0.5 ? 'after' : 'before';
      const expected = expectedOf(asked, order);
      found += expected.length;
      expect(await walked(asked, order, 20 + below(130), direction), members.join()).toEqual(expected);
    }
    expect(found).toBeGreaterThan(1_000);
  });

  test('by page number as well, and a page knows whether there is one in front of it and one behind', async () => {
    const asked: Asked = { statuses: ['completed', 'failed'] };
    const expected = expectedOf(asked, 'desc');
    const third = await list(asked, { limit: 30, offset: 60 });
    expect(third.items.map(({ id }) => id)).toEqual(expected.slice(60, 90));
    const first = await list(asked, { limit: 30 });
    expect([first.previous, first.next?.id]).toEqual([null, expected[29]]);
    const second = await list(asked, { limit: 30, after: first.next });
    expect([second.previous?.id, second.next?.id]).toEqual([expected[30], expected[59]]);
    const back = await list(asked, { limit: 30, before: second.previous });
    expect(back).toEqual(first);
  });
});

test('jobs are counted by status without the deleted ones', async () => {
  for (const statuses of [null, ['completed'], ['failed', 'queued'], []] as const)
    expect(await index().count('acme', statuses)).toBe(expectedOf(statuses === null ? {} : { statuses }, 'asc').length);
});
