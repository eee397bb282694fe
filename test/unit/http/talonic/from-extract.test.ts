import { describe, expect, test } from 'vitest';
import { Extracted } from '../../../../src/http/talonic/extract-wire';
import { costHeaders, fromExtract, fromStarted } from '../../../../src/http/talonic/from-extract';
import {
  DEFINITION,
  documentOf,
  EVIDENCE,
  extractionOf,
  NOON,
  ORIGIN,
  readOf,
  resultOf,
  summaryOf,
  VALUES,
} from './records';

const answer = {
  requestId: 'req_1',
  origin: ORIGIN,
  document: documentOf(),
  read: readOf(),
  hasSchema: true,
  markdown: null,
};

describe('an extraction in one call', () => {
  test('answers with every field of the vendor', () => {
    const body = fromExtract({ ...answer, markdown: '# a' });
    expect(body).toEqual({
      extraction_id: 'extraction-1',
      request_id: 'req_1',
      status: 'complete',
      document: {
        id: 'document-1',
        filename: 'a.pdf',
        pages: 2,
        size_bytes: 1234,
        mime_type: 'application/pdf',
        type_detected: null,
        language_detected: 'de',
      },
      data: VALUES,
      schema: { source: 'saved', id: 'schema-1', definition: DEFINITION },
      confidence: { overall: 0.75, fields: { number: 0.9, items: 0.6 } },
      ...EVIDENCE,
      locked_fields: [],
      processing: { duration_ms: 1200, pages_processed: 2, region: 'local' },
      job_id: 'job-1',
      links: {
        self: '/v1/extractions/extraction-1',
        data: '/v1/extractions/extraction-1/data',
        document: '/v1/documents/document-1',
        job: '/v1/jobs/job-1',
        dashboard: 'https://quarry.test/jobs/job-1',
      },
      markdown: '# a',
    });
    expect(Extracted.parse(body)).toEqual(body);
  });

  test('says that the schema was made here where none was sent', () => {
    const read = readOf({ request: { ...readOf().request, schemaId: null } });
    const { schema } = fromExtract({ ...answer, read, hasSchema: false });
    expect(schema).toEqual({ source: 'auto', id: null, definition: DEFINITION });
  });

  test('has no null where clients forbid it', () => {
    const extraction = extractionOf({ pages: null, language: null });
    const request = { ...readOf().request, schemaId: null };
    const result = resultOf({ extraction, confidence: null, fieldConfidence: new Map(), elapsedMs: null, cells: [] });
    const body = fromExtract({ ...answer, read: readOf({ request, result }) });
    const { document, schema, confidence, processing } = body;
    expect({ document, schema, confidence, processing }).toEqual({
      document: {
        id: 'document-1',
        filename: 'a.pdf',
        size_bytes: 1234,
        mime_type: 'application/pdf',
        type_detected: null,
        language_detected: null,
      },
      schema: { source: 'inline', id: null, definition: DEFINITION },
      confidence: { fields: {} },
      processing: { region: 'local' },
    });
    expect(body).not.toHaveProperty('markdown');
  });

  test('costs nothing and counts what a model resolved apart', () => {
    expect(costHeaders(resultOf())).toEqual({
      'X-Talonic-Cost-Credits': '0',
      'X-Talonic-Cost-EUR': '0',
      'X-Talonic-Balance-Credits': '0',
      'X-Talonic-Cells-Resolved-Registry': '1',
      'X-Talonic-Cells-Resolved-AI': '1',
    });
  });

  test('that nobody waits for names the job to ask', () => {
    const document = documentOf({ pages: null });
    expect(fromStarted(summaryOf(), document, { requestId: 'req_1', origin: ORIGIN, now: NOON })).toEqual({
      request_id: 'req_1',
      status: 'processing',
      job: { id: 'job-1', status: 'queued', poll_url: '/v1/jobs/job-1', estimated_seconds: 62 },
      document: { id: 'document-1', filename: 'a.pdf', size_bytes: 1234 },
      links: { job: '/v1/jobs/job-1', dashboard: 'https://quarry.test/jobs/job-1' },
    });
  });
});
