import { expect, test } from 'vitest';
import { fromResult } from '../../../../src/http/talonic/from-result';
import { JobResults } from '../../../../src/http/talonic/job-wire';
import { EVIDENCE, extractionOf, readOf, resultOf, SCHEMA, summaryOf, VALUES } from './records';

const rowOf = (changes: Parameters<typeof resultOf>[0]) =>
  fromResult({ job: summaryOf(), request: readOf().request, schema: SCHEMA, rows: [resultOf(changes)] }).data[0];

test('the grid holds values, confidence and evidence of every document', () => {
  const results = fromResult({ job: summaryOf(), request: readOf().request, schema: SCHEMA, rows: [resultOf()] });
  expect(results).toEqual({
    job_id: 'job-1',
    job_status: 'processing',
    schema: { id: 'schema-1', name: 'Invoice' },
    total_rows: 1,
    data: [
      {
        id: 'extraction-1',
        document_id: 'document-1',
        filename: 'a.pdf',
        document_filename: 'a.pdf',
        status: 'complete',
        values: VALUES,
        confidence: 0.75,
        fields_confidence: { number: 0.9, items: 0.6 },
        ...EVIDENCE,
        locked_fields: [],
      },
    ],
    links: { self: '/v1/jobs/job-1/results', job: '/v1/jobs/job-1' },
  });
  expect(JobResults.parse(results)).toEqual(results);
});

test.each([
  ['waiting', 'partial'],
  ['running', 'partial'],
  ['completed', 'complete'],
  ['failed', 'failed'],
] as const)('a document that is %s is a row that is %s', (outcome, status) => {
  expect(rowOf({ extraction: extractionOf({ outcome }) })?.status).toBe(status);
});

test('a failed row says why, a corrected one what is locked', () => {
  const problem = { code: 'unsupported-document', message: 'a program' } as const;
  expect(rowOf({ extraction: extractionOf({ outcome: 'failed', problem }) })?.error).toEqual({
    code: 'EXTRACTION_FAILED',
    message: 'a program',
  });
  const corrections = [{ field: 'number', value: 'T-2', reason: null, at: 1 }];
  expect(rowOf({ corrections })?.locked_fields).toEqual(['number']);
});
