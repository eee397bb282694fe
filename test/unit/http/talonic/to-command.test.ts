import { describe, expect, test } from 'vitest';
import { accept } from '../../../../src/http/door';
import { DocumentsQuery, ReExtractBody } from '../../../../src/http/talonic/document-wire';
import { ExtractBody } from '../../../../src/http/talonic/extract-wire';
import { CorrectionsBody, ExtractionsQuery } from '../../../../src/http/talonic/extraction-wire';
import { FieldsQuery } from '../../../../src/http/talonic/field-wire';
import { CreateJobBody, JobsQuery } from '../../../../src/http/talonic/job-wire';
import { CreateSchemaBody, UpdateSchemaBody } from '../../../../src/http/talonic/schema-wire';
import * as to from '../../../../src/http/talonic/to-command';
import { NO_TRAITS } from '../../../../src/jobs/create-job';
import { PLAIN_READING } from '../../../../src/jobs/request';

const ID = '00000000-0000-4000-8000-000000000000';
const first = { limit: 20, after: null, order: 'desc', offset: 0 };

describe('jobs', () => {
  test.each([
    [{ schema_id: ID }, null],
    [{ schema_id: ID, document_ids: null, name: null }, null],
    [{ schema_id: ID, document_ids: [] }, null],
    [{ schema_id: ID, document_ids: [ID.toUpperCase()], include_provenance: true, more: 1 }, [ID]],
  ])('%o are about %o', (body, documentIds) => {
    expect(to.toCreateJob(accept(CreateJobBody, body), 'k')).toEqual({
      assignment: { operation: 'extract' },
      name: null,
      schema: { kind: 'stored', idOrShortId: ID },
      documents: documentIds?.map((id) => ({ id, filename: null })) ?? null,
      options: PLAIN_READING,
      priority: 'normal',
      ...NO_TRAITS,
      idempotencyKey: 'k',
      joinsSame: true,
      asked: null,
    });
  });

  test('are told of where they ask for it, as lists or as the text of forms', () => {
    const url = 'https://hooks.example.com/in';
    const ofJob = (more: object) => to.toCreateJob(accept(CreateJobBody, { schema_id: ID, ...more }), null).hooks;
    const ofExtract = (more: object) => to.toExtract(accept(ExtractBody, { schema_id: ID, ...more }), null).hooks;
    expect([ofJob({}), ofJob({ webhook_url: null }), ofExtract({ webhook_url: '' })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(ofJob({ webhook_url: url })).toEqual([
      {
        webhookId: null,
        family: 'talonic',
        url,
        events: ['job.completed', 'job.failed', 'job.cancelled'],
        secret: null,
        headers: {},
        sourceId: null,
        asked: { form: 'talonic/1', body: {} },
      },
    ]);
    expect(ofExtract({ webhook_url: url })).toMatchObject([
      { events: ['extraction.complete', 'extraction.failed', 'job.cancelled'] },
    ]);
    for (const webhook_events of [
      ['job.started', 'job.failed'],
      'job.started, job.failed',
      '["job.started","job.failed"]',
    ])
      expect(ofExtract({ webhook_url: url, webhook_events })).toMatchObject([
        { events: ['job.started', 'job.failed'] },
      ]);
    expect(() => ofJob({ webhook_url: url, webhook_events: ['job.slept'] })).toThrow(
      'webhook_events[0]: must be one of',
    );
  });

  test.each([
    ['pending', ['validating', 'queued']],
    ['queued', ['validating', 'queued']],
    ['processing', ['running']],
    ['complete', ['completed']],
    ['completed', ['completed']],
    ['failed', ['failed', 'cancelled', 'expired']],
    ['cancelled', ['cancelled']],
    ['canceled', ['cancelled']],
  ])('filtered by "%s" are those that are %o', (status, statuses) => {
    expect(to.toJobFilter(accept(JobsQuery, { status }))).toEqual({ ...first, statuses });
  });

  test.each([{}, { status: '' }])('filtered by nothing (%o) are all', (query) => {
    expect(to.toJobFilter(accept(JobsQuery, query))).toEqual(first);
  });
});

describe('documents', () => {
  const none = { ...first, statuses: null, search: null, createdFrom: null, createdTo: null };
  test.each([
    [{}, none],
    [
      { status: 'error', search: 'a' },
      { ...none, statuses: ['error'], search: 'a' },
    ],
    [
      { after: '2026-01-01', before: '2026-01-02' },
      { ...none, createdFrom: 1767225600000, createdTo: 1767312000000 },
    ],
    [{ source_id: `src-${ID}` }, { ...none, sourceId: ID }],
    [
      { source_connection_id: ID, before: '2026-01-02' },
      { ...none, sourceId: ID, createdTo: 1767312000000 },
    ],
    [{ source_id: 'no source' }, { ...none, sourceId: 'no source' }],
    [{ source_id: '', search: '', after: '' }, none],
  ])('asked for with %o are %o', (query, filter) => {
    expect(to.toDocumentFilter(accept(DocumentsQuery, query))).toEqual(filter);
  });

  test.each([
    [{}, null],
    [{ schema_id: ID }, { kind: 'stored', idOrShortId: ID }],
    [{ schema: { a: 'string' } }, { kind: 'inline', definition: { a: 'string' } }],
    [{ schema: '["x"]' }, { kind: 'inline', definition: ['x'] }],
  ])('read again with %o use %o', (body, schema) => {
    expect(to.toReExtract(ID, accept(ReExtractBody, body), null)).toEqual({
      documentId: ID,
      schema,
      instructions: null,
      idempotencyKey: null,
    });
  });
});

describe('schemas', () => {
  test('come as a definition or as fields', () => {
    const definition = { a: 'string' };
    const fields = [{ field_name: 'a', data_type: 'string' }];
    const made = { name: 'A', description: null, idempotencyKey: null };
    expect(to.toCreateSchema(accept(CreateSchemaBody, { name: ' A ', definition }), null)).toEqual({
      ...made,
      definition,
    });
    expect(to.toCreateSchema(accept(CreateSchemaBody, { name: 'A', fields }), null)).toEqual({
      ...made,
      definition: { fields },
    });
  });

  test('change only in what is said', () => {
    const changed = (body: unknown) => to.toSchemaChange(accept(UpdateSchemaBody, body));
    expect(changed({})).toEqual({ name: undefined, description: undefined, definition: undefined });
    expect(changed({ description: null })).toMatchObject({ description: null });
    expect(changed({ fields: [] })).toMatchObject({ definition: { fields: [] } });
  });
});

describe('extractions', () => {
  test('are filtered by document, schema and status', () => {
    const query = { document_id: ID, schema_id: 'sch-1a2b3c4d', status: 'processing' };
    expect(to.toExtractionFilter(accept(ExtractionsQuery, query))).toEqual({
      ...first,
      documentId: ID,
      schemaId: 'SCH-1A2B3C4D',
      outcomes: ['waiting', 'running'],
    });
    expect(to.toExtractionFilter(accept(ExtractionsQuery, { document_id: '', schema_id: '' }))).toEqual({
      ...first,
      documentId: null,
      schemaId: null,
      outcomes: null,
    });
  });

  test('are corrected in one or in all', () => {
    const corrections = [
      { field: 'a', value: { b: [null] } },
      { field: 'b', reason: 'empty' },
    ];
    expect(to.toCorrectExtraction(ID, accept(CorrectionsBody, { corrections }))).toEqual({
      extractionId: ID,
      corrections: [
        { field: 'a', value: { b: [null] }, reason: null },
        { field: 'b', value: null, reason: 'empty' },
      ],
      everywhere: false,
    });
    const long = { corrections: [{ field: 'a', value: 'x'.repeat(100_000) }] };
    expect(() => accept(CorrectionsBody, long)).toThrow(
      expect.objectContaining({ message: 'corrections[0].value: longer than 100000 characters of JSON' }),
    );
    for (const depth of [65, 20_000]) {
      const deep = { corrections: [{ field: 'a', value: JSON.parse('['.repeat(depth) + ']'.repeat(depth)) }] };
      expect(() => accept(CorrectionsBody, deep)).toThrow('corrections[0].value: nested deeper than 64 levels');
    }
    const body = accept(CorrectionsBody, { corrections, propagate: 'all_similar' });
    expect(to.toCorrectExtraction(ID, body).everywhere).toBe(true);
  });
});

describe('fields', () => {
  const none = { ...first, words: [], tier: null, group: null };
  test.each([
    [{}, none],
    [
      { search: 'Invoice-numbers', tier: 'core' },
      { ...none, words: ['invoice', 'number'], tier: 'core' },
    ],
    [
      { tier: '3', cluster: 'Seller.VAT' },
      { ...none, tier: 'emerging', group: 'seller_vat' },
    ],
    [
      { cluster_id: 'seller', cluster: '', tier: '', search: '' },
      { ...none, group: 'seller' },
    ],
    [
      { page: '3', per_page: '5', order: 'asc' },
      { ...none, limit: 5, offset: 10, order: 'asc' },
    ],
  ])('asked for with %o are %o', (query, filter) => {
    expect(to.toFieldFilter(accept(FieldsQuery, query))).toEqual(filter);
  });
});
