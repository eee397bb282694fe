import { describe, expect, test } from 'vitest';
import { encodeCursor } from '../../../../src/http/cursor';
import { fromQueryBody, toFileFilter } from '../../../../src/http/llamacloud/file-filter';
import { fileType } from '../../../../src/http/llamacloud/file-type';
import { FilesQuery, LinkQuery } from '../../../../src/http/llamacloud/file-wire';
import { fromFile, fromFileV2 } from '../../../../src/http/llamacloud/from-file';
import { JobError } from '../../../../src/jobs/errors';
import type { DocumentRecord } from '../../../../src/jobs/records';

const DOCUMENT: DocumentRecord = {
  id: '6f1d7c1e-4d5c-4c59-8f0e-3a1b2c3d4e5f',
  accountId: 'account-1',
  filename: 'scan.bin',
  mediaType: 'application/pdf',
  sizeBytes: 1234,
  sha256: 'ab',
  status: 'pending',
  pages: null,
  language: null,
  problem: null,
  createdAt: Date.UTC(2026, 2, 4, 5, 6, 7, 89),
  isShared: false,
  externalId: null,
  purpose: null,
  sourceId: null,
  batchId: null,
  metadata: null,
};

const TIME = '2026-03-04T05:06:07.089Z';

describe('a document as a file', () => {
  test('of the first generation has its name for an external id', () => {
    expect(fromFile(DOCUMENT, 'p1')).toEqual({
      id: DOCUMENT.id,
      name: 'scan.bin',
      project_id: 'p1',
      external_file_id: 'scan.bin',
      file_size: 1234,
      file_type: 'pdf',
      created_at: TIME,
      updated_at: TIME,
      last_modified_at: TIME,
      resource_info: null,
      permission_info: null,
      data_source_id: null,
      expires_at: null,
      purpose: null,
    });
  });

  test('of the second has what was said of it', () => {
    expect(fromFileV2({ ...DOCUMENT, externalId: 'x', purpose: 'extract' }, 'p1')).toEqual({
      id: DOCUMENT.id,
      name: 'scan.bin',
      project_id: 'p1',
      external_file_id: 'x',
      file_type: 'pdf',
      last_modified_at: TIME,
      expires_at: null,
      purpose: 'extract',
      download_url: null,
    });
  });

  test.each([
    ['application/pdf', 'scan.bin', 'pdf'],
    ['text/markdown', 'notes', 'md'],
    ['application/zip', 'all.ZIP', 'zip'],
    ['application/octet-stream', 'blob', null],
    ['application/octet-stream', 'a.b c', null],
  ])('%s called %s is of type %s', (mediaType, filename, type) => {
    expect(fileType(mediaType, filename)).toBe(type);
  });
});

describe('a query for files', () => {
  const PLAIN = { statuses: null, search: null, createdFrom: null, createdTo: null };
  const filterOf = (query: Record<string, unknown>) =>
    toFileFilter(FilesQuery.parse({ file_ids: [], expand: [], ...query }));
  const after = { createdAt: 5, id: DOCUMENT.id };

  const CASES: readonly [Record<string, unknown>, unknown][] = [
    [{}, { ...PLAIN, limit: 50, after: null, order: 'desc', offset: 0 }],
    [{ page_size: '', page_token: '', file_name: '', external_file_id: '' }, filterOf({})],
    [
      { page_size: '7', page_token: encodeCursor(after) },
      { ...filterOf({}), limit: 7, after },
    ],
    [{ page_size: '1000000' }, { ...filterOf({}), limit: 500 }],
    [
      { page_size: '1000', expand: ['download_url'] },
      { ...filterOf({}), limit: 50 },
    ],
    [{ order_by: 'created_at asc' }, { ...filterOf({}), order: 'asc' }],
    [{ order_by: ' Created_At DESC ' }, filterOf({})],
    [{ order_by: 'name' }, { ...filterOf({}), by: 'filename', order: 'asc' }],
    [{ order_by: 'id desc' }, { ...filterOf({}), by: 'id', order: 'desc' }],
    [{ file_ids: [`dfl-${DOCUMENT.id}`] }, { ...filterOf({}), ids: [DOCUMENT.id] }],
    [
      { file_name: 'a.pdf', external_file_id: 'x' },
      { ...filterOf({}), filename: 'a.pdf', externalId: 'x' },
    ],
  ];

  test.each(CASES)('%j asks for what it says', (query, filter) => {
    expect(filterOf(query)).toEqual(filter);
  });

  test('in the older form asks for the same, and for where a file came from', () => {
    expect(fromQueryBody({})).toEqual(filterOf({}));
    expect(fromQueryBody({ filter: { file_name: 'a', only_manually_uploaded: true }, page_size: 5 })).toEqual({
      ...filterOf({ file_name: 'a', page_size: '5' }),
      sourceId: null,
    });
    expect(fromQueryBody({ filter: { data_source_id: DOCUMENT.id } })).toEqual({
      ...filterOf({}),
      sourceId: DOCUMENT.id,
    });
  });

  test.each([{ order_by: 'size' }, { order_by: 'created_at,name' }, { order_by: 'name up' }, { page_token: 'x' }])(
    '%j is refused',
    (query) => {
      expect(() => filterOf(query)).toThrow(JobError);
    },
  );
});

test.each([
  [{}, 3600],
  [{ expires_at_seconds: '' }, 3600],
  [{ expires_at_seconds: '1' }, 1],
  [{ expires_at_seconds: '86401' }, 86_400],
])('a link asked for with %j lasts %d seconds', (query, seconds) => {
  expect(LinkQuery.parse(query).expires_at_seconds).toBe(seconds);
});
