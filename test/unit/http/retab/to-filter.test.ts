import { describe, expect, test } from 'vitest';
import { accept } from '../../../../src/http/door';
import { JobsQuery } from '../../../../src/http/retab/job-wire';
import { toJobFilter } from '../../../../src/http/retab/to-filter';
import { shortJobId } from '../../../../src/jobs/id-forms';
import type { JobFilter } from '../../../../src/jobs/job-filter';

type Query = Readonly<Record<string, string | readonly string[]>>;

const CURSOR = { createdAt: 5, id: 'x' };
const ID = '9b2f1c34-5d6e-4f70-8a9b-0c1d2e3f4a5b';
const filterOf = (query: Query) => toJobFilter(accept(JobsQuery, query), CURSOR);
const PLAIN: JobFilter = { limit: 20, order: 'desc', offset: 0, after: CURSOR, before: null };

describe('a list of jobs', () => {
  test.each<[string, Query, Partial<JobFilter>]>([
    ['nothing', {}, {}],
    ['the window', { limit: '100', order: 'asc', after: 'job' }, { limit: 100, order: 'asc' }],
    ['the page in front', { before: 'job' }, { before: CURSOR, after: null }],
    ['an id', { id: shortJobId(ID) }, { ids: [ID] }],
    ['an id under its later name', { job_id: ID.toUpperCase() }, { ids: [ID] }],
    ['one id in both', { id: ID, job_id: shortJobId(ID) }, { ids: [ID] }],
    ['two ids', { id: ID, job_id: ID.replace('9', '8') }, { ids: [] }],
    ['an id that is none', { id: 'job_1' }, { ids: [] }],
    ['a status', { status: 'in_progress' }, { statuses: ['running'] }],
    ['an endpoint', { endpoint: '/v1/documents/extract' }, { operations: ['extract'], calledAs: null }],
    ['an endpoint that does not run here', { endpoint: '/v1/partitions' }, { operations: [] }],
    ['a project', { project_id: 'p' }, { projectId: 'p' }],
    ['a model', { model: 'retab-small' }, { model: 'retab-small' }],
    ['source project', { source: 'project' }, { hasProject: true }],
    ['source workflow', { source: 'workflow' }, { labels: [{ names: ['workflow_id'], value: null, isThere: true }] }],
    [
      'source api',
      { source: 'api' },
      { hasProject: false, labels: [{ names: ['workflow_id'], value: null, isThere: false }] },
    ],
    ['a workflow', { workflow_id: 'w' }, { labels: [{ names: ['workflow_id'], value: 'w', isThere: true }] }],
    [
      'a node, also under its later name',
      { workflow_node_id: 'n', workflow_block_id: 'b' },
      {
        labels: [
          { names: ['workflow_node_id', 'node_id'], value: 'n', isThere: true },
          { names: ['workflow_block_id', 'block_id'], value: 'b', isThere: true },
        ],
      },
    ],
    ['a prefix of a filename', { filename_regex: ' offer.pdf ' }, { filenamePrefix: 'offer.pdf' }],
    ['a part of a filename', { filename_contains: 'Rech' }, { filenamePart: 'Rech' }],
    ['types in one value', { document_type: ['pdf, PNG,pdf,'] }, { extensions: ['pdf', 'png'] }],
    ['types in several values', { document_type: ['pdf', 'Tiff ', 'pdf'] }, { extensions: ['pdf', 'tiff'] }],
    [
      'days',
      { from_date: '2024-02-29', to_date: '2024-02-29' },
      { createdFrom: Date.UTC(2024, 1, 29), createdTo: Date.UTC(2024, 2, 1) },
    ],
    [
      'metadata, however it is spaced',
      { metadata: '{ "team" : "north", "lot": "" }' },
      {
        labels: [
          { names: ['team'], value: 'north', isThere: true },
          { names: ['lot'], value: '', isThere: true },
        ],
      },
    ],
    [
      'nothing, said with empty words',
      Object.fromEntries(
        [
          ...['before', 'after', 'limit', 'order', 'id', 'status', 'endpoint', 'source', 'project_id', 'workflow_id'],
          ...['workflow_node_id', 'model', 'filename_regex', 'filename_contains', 'from_date', 'to_date', 'metadata'],
          ...['include_request', 'include_response'],
        ].map((name) => [name, '']),
      ),
      {},
    ],
    ['nothing, in words of others', { document_type: [''], whatever: '1', access_token: 'x' }, {}],
  ])('by %s', (_name, query, filter) => {
    expect(filterOf(query)).toEqual({ ...PLAIN, ...filter });
  });

  test('by a pattern tests names', () => {
    const { filenameMatches, ...rest } = filterOf({ filename_regex: '^a\\d' });
    expect(rest).toEqual(PLAIN);
    expect(['a1', 'b1'].map((name) => filenameMatches?.(name))).toEqual([true, false]);
  });

  test.each<[Query, string]>([
    [{ before: 'a', after: 'b' }, 'before: send either before or after'],
    [{ limit: '0' }, 'limit: must be 1 to 100'],
    [{ limit: '101' }, 'limit: must be 1 to 100'],
    [{ limit: '-1' }, 'limit: must be 1 to 100'],
    [{ limit: '2.0' }, 'limit: must be 1 to 100'],
    [{ limit: 'ten' }, 'limit: must be 1 to 100'],
    [{ order: 'up' }, 'order: must be one of asc, desc'],
    [
      { status: 'running' },
      'status: must be one of validating, queued, in_progress, completed, failed, cancelled, expired',
    ],
    [{ endpoint: '/v1/other' }, 'endpoint: must be one of /v1/documents/extract, '],
    [{ source: 'dashboard' }, 'source: must be one of api, project, workflow'],
    [{ source: 'api', project_id: 'p' }, 'source: a job with source "api" has neither a project_id nor a workflow_id'],
    [{ source: 'api', workflow_id: 'w' }, 'source: a job with source "api" has neither a project_id nor a workflow_id'],
    [{ filename_regex: '^a*' }, 'filename_regex: * repeats'],
    [{ document_type: ['pdf,exe'] }, 'document_type: must be of bmp, csv, '],
    [{ from_date: '2026-02-29' }, 'from_date: must be a day that exists, as YYYY-MM-DD'],
    [{ to_date: '2026-2-9' }, 'to_date: must be a day that exists, as YYYY-MM-DD'],
    [{ from_date: '2026-02-02T00:00:00Z' }, 'from_date: must be a day that exists, as YYYY-MM-DD'],
    [{ from_date: '2026-02-03', to_date: '2026-02-02' }, 'from_date: must not be later than to_date'],
    [{ metadata: '{' }, 'metadata: must be a JSON object'],
    [{ metadata: '["a"]' }, 'metadata: must be an object of texts'],
    [{ metadata: '{"a":1}' }, 'metadata.a: must be text'],
    [{ metadata: '{"__proto__":"a"}' }, 'metadata: no key may be "__proto__"'],
    [
      { metadata: JSON.stringify(Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`k${at}`, 'v']))) },
      'metadata: at most 16 pairs',
    ],
    [{ include_request: 'maybe' }, 'include_request: must be true or false'],
    [{ include_response: 'true', limit: '21' }, 'limit: at most 20 together with include_response'],
  ])('by %j is refused', (query, message) => {
    expect(() => filterOf(query)).toThrow(message);
  });

  test.each<[Query, boolean, boolean]>([
    [{ include_request: 'true', include_response: 'True', limit: '20' }, true, true],
    [{ include_request: '1', limit: '100' }, true, false],
    [{ include_request: 'false', include_response: '0', limit: '21' }, false, false],
  ])('%j shows what it says', (query, request, response) => {
    const { include_request, include_response } = accept(JobsQuery, query);
    expect([Boolean(include_request), Boolean(include_response)]).toEqual([request, response]);
  });
});
