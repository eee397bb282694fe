import { expect, test } from 'vitest';
import { Document } from '../../../../src/http/talonic/document-wire';
import { fromDocument, fromReExtraction } from '../../../../src/http/talonic/from-document';
import { documentOf, ORIGIN, summaryOf } from './records';

test('a document has every field of the vendor', () => {
  const extractions = { count: 2, latestId: 'extraction-2', fieldCount: 3 };
  const body = fromDocument({ document: documentOf(), extractions }, ORIGIN);
  expect(body).toEqual({
    id: 'document-1',
    filename: 'a.pdf',
    pages: 2,
    size_bytes: 1234,
    mime_type: 'application/pdf',
    type_detected: null,
    language_detected: 'de',
    status: 'completed',
    source: { id: null, type: 'upload' },
    field_count: 3,
    triage: null,
    original_path: null,
    extraction_count: 2,
    latest_extraction_id: 'extraction-2',
    created_at: '2026-01-02T03:04:05.006Z',
    links: {
      self: '/v1/documents/document-1',
      extractions: '/v1/documents/document-1/extractions',
      markdown: '/v1/documents/document-1/markdown',
      dashboard: 'https://quarry.test/documents/document-1',
    },
  });
  expect(Document.parse(body)).toEqual(body);
});

test('an error is told only while it is one', () => {
  const problem = { code: 'document-unreadable', message: 'locked' } as const;
  const bodyOf = (status: 'error' | 'completed') =>
    fromDocument({ document: documentOf({ status, problem }), extractions: null }, ORIGIN);
  expect(bodyOf('error')).toMatchObject({ error: 'locked', extraction_count: 0, latest_extraction_id: null });
  expect(bodyOf('completed')).not.toHaveProperty('error');
});

test('a document read again names its job', () => {
  expect(fromReExtraction('document-1', summaryOf())).toEqual({
    id: 'document-1',
    status: 'extracting',
    message: 'The document is being extracted again.',
    job_id: 'job-1',
    links: {
      self: '/v1/documents/document-1',
      job: '/v1/jobs/job-1',
      extractions: '/v1/documents/document-1/extractions',
    },
  });
});
