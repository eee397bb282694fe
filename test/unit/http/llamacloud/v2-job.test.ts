import { describe, expect, test } from 'vitest';
import { toAskedV2 } from '../../../../src/http/llamacloud/v2/asked-v2';
import { PLAIN_SETTINGS } from '../../../../src/http/llamacloud/v2/configuration-wire';
import { readConfiguration } from '../../../../src/http/llamacloud/v2/configurations';
import { CreateExtractBody, ExtractsQuery } from '../../../../src/http/llamacloud/v2/extract-wire';
import { fromJob } from '../../../../src/http/llamacloud/v2/from-job';
import { toCreateJob, toDocumentId, toJobFilter } from '../../../../src/http/llamacloud/v2/to-command';
import { NO_TRAITS } from '../../../../src/jobs/create-job';
import { JobError } from '../../../../src/jobs/errors';
import type { JobSummary } from '../../../../src/jobs/job';

const FILE = '6f1d7c1e-4d5c-4c59-8f0e-3a1b2c3d4e5f';
const OTHER = '0a0cc2a9-1a03-488b-b815-b68daccab920';
const data_schema = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] };

describe('a request for an extraction', () => {
  test('is a job of that file with all that was asked', () => {
    const body = CreateExtractBody.parse({
      file_input: `dfl-${FILE}`,
      configuration_id: `cfg-${OTHER}`,
      webhook_configurations: [{ webhook_url: 'https://hooks.example/a', webhook_events: null }],
      webhook_configuration_ids: [FILE],
    });
    const configured = readConfiguration({ ...PLAIN_SETTINGS, extraction_target: 'per_page', data_schema });
    const repeated = { idempotencyKey: 'k', joinsSame: false };
    expect(toCreateJob(body, configured, 'Letters', repeated)).toEqual({
      assignment: { operation: 'extract' },
      name: null,
      schema: { kind: 'kept', definition: data_schema },
      documents: [{ id: FILE, filename: null }],
      options: configured.options,
      priority: 'normal',
      ...NO_TRAITS,
      agentId: OTHER,
      asked: toAskedV2(
        {
          configuration: configured.configuration,
          configurationId: OTHER,
          fileInput: `dfl-${FILE}`,
        },
        'Letters',
      ),
      sentAs: JSON.stringify(body),
      ...repeated,
    });
  });

  test.each([`pjb-${FILE}`, 'mine', 'dfl-', ''])('of "%s" is of no file', (fileInput) => {
    expect(() => toDocumentId(fileInput)).toThrow(JobError);
  });

  test.each([{}, { configuration: null }, { configuration: { data_schema }, configuration_id: OTHER }])(
    'with %j names not exactly one configuration',
    (configurations) => {
      expect(CreateExtractBody.safeParse({ file_input: FILE, ...configurations }).success).toBe(false);
    },
  );
});

describe('a query for extractions', () => {
  const PLAIN = { limit: 50, after: null, order: 'desc', offset: 0, operations: ['extract'] };
  const NONE = { ...PLAIN, ids: [] };
  const at = Date.UTC(2026, 2, 4);

  const CASES: readonly [Record<string, unknown>, unknown][] = [
    [{}, PLAIN],
    [{ status: '', configuration_id: '', file_input: '', created_at_on_or_after: '' }, PLAIN],
    [{ page_size: '3' }, { ...PLAIN, limit: 3 }],
    [{ page_size: '400' }, PLAIN],
    [{ configuration_id: `cfg-${OTHER}` }, { ...PLAIN, agentId: OTHER }],
    [{ status: 'PENDING' }, { ...PLAIN, statuses: ['validating', 'queued'] }],
    [{ status: 'FAILED' }, { ...PLAIN, statuses: ['failed', 'expired'] }],
    [{ status: 'THROTTLED' }, { ...PLAIN, statuses: [] }],
    [
      { file_input: `dfl-${FILE}`, document_input_type: 'file_id' },
      { ...PLAIN, documentId: FILE },
    ],
    [{ document_input_value: FILE }, { ...PLAIN, documentId: FILE }],
    [{ file_input: 'mine' }, NONE],
    [{ document_input_type: 'parse_job_id' }, NONE],
    [{ document_input_type: 'parse_job_id', job_ids: [OTHER] }, NONE],
    [{ job_ids: [`ext-${OTHER}`, FILE] }, { ...PLAIN, ids: [OTHER, FILE] }],
    [{ created_at_on_or_after: '2026-03-04' }, { ...PLAIN, createdFrom: at }],
    [{ created_at_on_or_before: '2026-03-04T00:00:00.000Z' }, { ...PLAIN, createdTo: at + 1 }],
  ];

  test.each(CASES)('%j asks for what it says', (query, filter) => {
    expect(toJobFilter(ExtractsQuery.parse({ job_ids: [], expand: [], ...query }))).toEqual(filter);
  });

  test('may name what is to be told in one value or in many', () => {
    expect(ExtractsQuery.parse({ job_ids: [], expand: ['usage,metadata', 'configuration'] }).expand).toEqual(
      new Set(['usage', 'metadata', 'configuration']),
    );
  });
});

describe('a job as theirs', () => {
  const JOB: JobSummary = {
    id: OTHER,
    accountId: 'a',
    operation: 'extract',
    name: null,
    schemaId: null,
    schemaName: null,
    status: 'expired',
    phase: null,
    progress: 100,
    attempt: 1,
    documentCount: 1,
    completedDocuments: 1,
    failedDocuments: 0,
    totalCells: 1,
    filledCells: 1,
    problem: null,
    ...NO_TRAITS,
    createdAt: 1000,
    startedAt: 2000,
    endedAt: 3000,
    cancelledAt: null,
    deletedAt: null,
    expiresAt: 4000,
    estimatedEndAt: null,
    revision: 3,
  };
  const VIEW = { job: JOB, fileInput: FILE, configurationId: null, configuration: null, read: null };
  const all = new Set(['configuration', 'extract_metadata', 'metadata', 'usage']);

  test('that has expired has failed, and tells why there is nothing', () => {
    expect(fromJob(VIEW, 'p1', all)).toEqual({
      id: `ext-${OTHER}`,
      file_input: FILE,
      project_id: 'prj-p1',
      status: 'FAILED',
      created_at: '1970-01-01T00:00:01.000Z',
      updated_at: '1970-01-01T00:00:03.000Z',
      configuration: null,
      configuration_id: null,
      error_message: 'expired: the results were deleted after the retention time',
      extract_result: null,
      extract_metadata: null,
      metadata: null,
      usage: { credits: 0, extract_credits: 0, parse_credits: 0 },
    });
  });

  test('that failed tells what went wrong, code first', () => {
    const problem = { code: 'document-unreadable', message: 'a.pdf: is encrypted' } as const;
    const failed = { ...JOB, status: 'failed', problem, endedAt: null } as const;
    expect(fromJob({ ...VIEW, job: failed, configurationId: OTHER }, 'p1', new Set())).toMatchObject({
      status: 'FAILED',
      updated_at: '1970-01-01T00:00:02.000Z',
      configuration_id: `cfg-${OTHER}`,
      error_message: 'document_unreadable: a.pdf: is encrypted',
      usage: null,
    });
  });
});
