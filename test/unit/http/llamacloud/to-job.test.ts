import { describe, expect, test } from 'vitest';
import type { Agent } from '../../../../src/http/llamacloud/agents';
import { readAsked } from '../../../../src/http/llamacloud/asked';
import { PLAIN_CONFIG } from '../../../../src/http/llamacloud/extract-config';
import { fromFirst } from '../../../../src/http/llamacloud/from-job';
import { JobsQuery, type Overrides } from '../../../../src/http/llamacloud/job-wire';
import { errorOf, LLAMACLOUD_JOB_STATUS, statusesOf } from '../../../../src/http/llamacloud/status';
import { toJob, toJobFilter, toStatelessJob } from '../../../../src/http/llamacloud/to-job';
import { NO_TRAITS } from '../../../../src/jobs/create-job';
import type { JobStatus } from '../../../../src/jobs/job';
import type { DocumentRecord, ExtractionRecord } from '../../../../src/jobs/records';
import { PLAIN_READING } from '../../../../src/jobs/request';
import { PLAIN_DOCUMENT } from '../../../../src/jobs/store-document';

const ID = '00000000-0000-4000-8000-00000000abcd';
const GIVEN = { type: 'object', properties: { a: { type: 'string', title: 'The A' } }, required: ['a'] };
const STRICT = {
  type: 'object',
  properties: { a: { type: 'string' } },
  required: ['a'],
  additionalProperties: false,
};

const AGENT: Agent = {
  id: ID,
  name: 'Bills',
  definition: GIVEN,
  dataSchema: STRICT,
  config: { ...PLAIN_CONFIG, system_prompt: 'Mind the units.', priority: 'high' },
  isDefault: false,
  createdAt: 1,
  updatedAt: 2,
};

const BODY: Overrides = { extraction_agent_id: ID };
const API = { fromUi: false };

describe('a job of an agent', () => {
  test('has its schema as given, its options and priority, and keeps both as they are told', () => {
    expect(toJob(AGENT, BODY, API)).toEqual({
      assignment: { operation: 'extract' },
      name: null,
      schema: { kind: 'kept', definition: GIVEN },
      options: { ...PLAIN_READING, instructions: 'Mind the units.' },
      priority: 'high',
      ...NO_TRAITS,
      agentId: ID,
      asked: {
        form: 'llamacloud/1',
        body: { data_schema: STRICT, config: AGENT.config, agent_name: 'Bills' },
      },
      sentAs: expect.any(String),
      webhooks: [],
    });
  });

  test('takes overrides whole, its own priority first, and says where it came from', () => {
    const webhook = { webhook_url: 'https://example.test/', webhook_events: null };
    const plan = toJob(
      AGENT,
      {
        ...BODY,
        data_schema_override: '{"type":"object","properties":{"b":{"type":"number"}}}',
        config_override: { ...PLAIN_CONFIG, extract_model: 'thinker-2' },
        priority: 'low',
        webhook_configurations: [webhook],
      },
      { fromUi: true },
    );
    expect(plan).toMatchObject({
      schema: { definition: { properties: { b: { type: 'number' } } } },
      options: { ...PLAIN_READING, model: 'thinker-2' },
      priority: 'normal',
      model: 'thinker-2',
      origin: 'dashboard',
      webhooks: [webhook],
    });
    expect(readAsked(plan.asked)).toMatchObject({
      dataSchema: { required: ['b'] },
      config: { system_prompt: null, extract_model: 'thinker-2' },
    });
  });

  test('is the same request as long as the same is sent, whatever the agent has become', () => {
    const changed = { ...AGENT, definition: { type: 'object', properties: { z: {} } }, config: PLAIN_CONFIG };
    expect(toJob(changed, BODY, API).sentAs).toBe(toJob(AGENT, BODY, API).sentAs);
    const others = [
      { ...BODY, priority: 'low' as const },
      { ...BODY, data_schema_override: GIVEN },
      { ...BODY, config_override: PLAIN_CONFIG },
    ].map((body) => toJob(AGENT, body, API).sentAs);
    const all = [toJob(AGENT, BODY, API).sentAs, toJob(AGENT, BODY, { fromUi: true }).sentAs, ...others];
    expect(new Set(all).size).toBe(all.length);
  });

  test('of the default agent is one of no agent, and needs a schema', () => {
    const standard: Agent = { ...AGENT, name: 'default', definition: null, dataSchema: {}, isDefault: true };
    expect(toJob(standard, { ...BODY, data_schema_override: GIVEN }, API)).toMatchObject({ agentId: null });
    expect(() => toJob(standard, BODY, API)).toThrow('schema_validation: the default agent has no schema yet');
    const config = { ...PLAIN_CONFIG, cite_sources: true };
    expect(readAsked(toStatelessJob({ data_schema: GIVEN, config }).asked)).toEqual({
      dataSchema: STRICT,
      config,
      agentName: null,
    });
  });
});

describe('a list of jobs', () => {
  const filterOf = (query: object, agent = AGENT) =>
    toJobFilter(JobsQuery.parse({ extraction_agent_id: ID, ...query }), agent);

  test('is of one agent, newest first; of the default one, of those without any', () => {
    expect(filterOf({})).toEqual({ order: 'desc', operations: ['extract'], agentId: ID });
    expect(filterOf({}, { ...AGENT, isDefault: true })).toMatchObject({ agentId: null });
  });

  test('by a status has every status of that name', () => {
    expect(filterOf({ status: 'PENDING' })).toMatchObject({ statuses: ['validating', 'queued', 'running'] });
    expect(filterOf({ status: 'PARTIAL_SUCCESS' })).toBeNull();
    const named = Object.entries(LLAMACLOUD_JOB_STATUS);
    for (const [status, name] of named) expect(statusesOf(name)).toContain(status);
  });

  test.each<[JobStatus, string | null]>([
    ['completed', null],
    ['failed', 'document_unreadable: it is torn'],
    ['expired', 'expired: the results were deleted after the retention time'],
  ])('tells of a job that is %s: %s', (status, error) => {
    const problem = status === 'failed' ? ({ code: 'document-unreadable', message: 'it is torn' } as const) : null;
    expect(errorOf({ status, problem })).toBe(error);
  });
});

describe('the file of a job', () => {
  const extraction = { documentId: ID, filename: 'bill.PDF', createdAt: 0 } as ExtractionRecord;
  const time = '1970-01-01T00:00:00.000Z';
  const bare = {
    id: ID,
    name: 'bill.PDF',
    project_id: 'p',
    external_file_id: 'bill.PDF',
    file_type: 'pdf',
    created_at: time,
    updated_at: time,
    last_modified_at: time,
    resource_info: null,
    permission_info: null,
    data_source_id: null,
    expires_at: null,
    purpose: null,
  };

  test('has the name it has in the job', () => {
    const document = {
      ...PLAIN_DOCUMENT,
      id: ID,
      filename: 'first-name.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 12,
      createdAt: 0,
    } as DocumentRecord;
    expect(fromFirst({ extraction, document }, 'p')).toEqual({ ...bare, file_size: 12 });
  });

  test('is still told when it has been deleted', () => {
    expect(fromFirst({ extraction, document: null }, 'p')).toEqual({ ...bare, file_size: 0 });
  });
});
