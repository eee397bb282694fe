import { describe, expect, test } from 'vitest';
import { Extraction } from '../../../../src/http/talonic/extraction-wire';
import { fromExtraction, fromExtractions } from '../../../../src/http/talonic/from-extraction';
import { EVIDENCE, extractionOf, ORIGIN, resultOf, VALUES } from './records';

const links = {
  self: '/v1/extractions/extraction-1',
  data: '/v1/extractions/extraction-1/data',
  document: '/v1/documents/document-1',
  dashboard: 'https://quarry.test/jobs/job-1',
};

describe('an extraction', () => {
  test('has every field of the vendor, and those of its SDK', () => {
    const body = fromExtraction(
      resultOf({ corrections: [{ field: 'number', value: 'T-1', reason: null, at: 1 }] }),
      ORIGIN,
    );
    expect(body).toEqual({
      id: 'extraction-1',
      status: 'complete',
      document_id: 'document-1',
      document: { id: 'document-1', filename: 'a.pdf', pages: 2, type_detected: null },
      schema_id: 'schema-1',
      job_id: 'job-1',
      data: VALUES,
      confidence: { overall: 0.75, fields: { number: 0.9, items: 0.6 } },
      ...EVIDENCE,
      locked_fields: ['number'],
      metadata: { pages: 2, language: 'de', processing_time_ms: 1200 },
      processing: { duration_ms: 1200, pages_processed: 2, region: 'local' },
      created_at: '2026-01-02T03:04:05.006Z',
      completed_at: '2026-01-02T03:04:10.006Z',
      links,
    });
    expect(Extraction.parse(body)).toEqual(body);
  });

  test('not yet read leaves out what is not known, where clients forbid null', () => {
    const extraction = extractionOf({
      outcome: 'running',
      pages: null,
      language: null,
      endedAt: null,
      confidence: null,
    });
    const result = resultOf({ extraction, cells: [], fieldConfidence: new Map(), confidence: null, elapsedMs: null });
    expect(fromExtraction(result, ORIGIN)).toMatchObject({
      status: 'processing',
      document: { id: 'document-1', filename: 'a.pdf', type_detected: null },
      completed_at: null,
    });
    const { document, confidence, metadata, processing } = fromExtraction(result, ORIGIN);
    expect({ document, confidence, metadata, processing }).toEqual({
      document: { id: 'document-1', filename: 'a.pdf', type_detected: null },
      confidence: { fields: {} },
      metadata: {},
      processing: { region: 'local' },
    });
  });

  test('in a list is told from the index alone', () => {
    const problem = { code: 'document-unreadable', message: 'locked' } as const;
    const failed = extractionOf({ outcome: 'failed', problem, confidence: null, schemaId: null });
    expect(fromExtractions({ items: [failed], total: 1, next: null }, 20, ORIGIN)).toEqual({
      data: [
        {
          id: 'extraction-1',
          status: 'failed',
          document_id: 'document-1',
          document_filename: 'a.pdf',
          schema_id: null,
          job_id: 'job-1',
          confidence_overall: null,
          error: { code: 'OCR_FAILED', message: 'locked' },
          created_at: '2026-01-02T03:04:05.006Z',
          completed_at: '2026-01-02T03:04:10.006Z',
          links,
        },
      ],
      pagination: { total: 1, limit: 20, has_more: false, next_cursor: null },
    });
  });
});
