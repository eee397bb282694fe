import { describe, expect, test } from 'vitest';
import { announcer } from '../../../../src/http/talonic/announce';
import { AnnouncementBody, ExtractionData, JobData, StoredData } from '../../../../src/http/talonic/announcement-wire';
import { fromJob } from '../../../../src/http/talonic/from-job';
import { EVENTS } from '../../../../src/http/talonic/webhook-facts';
import type { ExtractionRecord } from '../../../../src/jobs/records';
import type { Announcement } from '../../../../src/jobs/webhooks/announcement';
import {
  ANNOUNCEMENT_ID,
  DELIVERY_ID,
  hookTo,
  jobAnnouncement,
  TOLD_BY_ALL,
  testAnnouncement,
} from '../../../support/announcements';
import { documentOf, extractionOf, NOON, ORIGIN, summaryOf } from './records';

const EAR = hookTo('talonic', { events: EVENTS });

const told = (announcement: Announcement, hook = EAR) => {
  const letter = announcer.tell(announcement, hook, DELIVERY_ID);
  return letter && { ...letter, body: AnnouncementBody.parse(JSON.parse(letter.body)) };
};

const ofExtraction = (kind: 'extraction.completed' | 'extraction.failed', changes: Partial<ExtractionRecord>) =>
  ({
    id: ANNOUNCEMENT_ID,
    accountId: 'a',
    at: NOON,
    kind,
    job: summaryOf(),
    extraction: extractionOf(changes),
  }) satisfies Announcement;

describe('what a Talonic webhook is sent', () => {
  test("of an extraction is the vendor's body under its headers", () => {
    expect(told(ofExtraction('extraction.completed', {}))).toEqual({
      eventType: 'extraction.complete',
      body: {
        event: 'extraction.complete',
        delivery_id: DELIVERY_ID,
        timestamp: '2026-01-02T03:04:05.006Z',
        data: {
          extraction_id: 'extraction-1',
          document_id: 'document-1',
          schema_id: 'schema-1',
          status: 'complete',
          confidence: 0.75,
          job_id: 'job-1',
          filename: 'a.pdf',
        },
      },
      headers: { 'X-Talonic-Event': 'extraction.complete', 'X-Talonic-Delivery-Id': DELIVERY_ID },
      signatureHeader: { name: 'X-Talonic-Signature', prefix: 'sha256=' },
      timestampHeader: 'X-Talonic-Timestamp',
    });
  });

  test('of one that failed says why', () => {
    const problem = { code: 'document-unreadable', message: 'a.pdf is locked' } as const;
    const letter = told(ofExtraction('extraction.failed', { outcome: 'failed', confidence: null, problem }));
    expect(letter?.body.event).toBe('extraction.failed');
    expect(ExtractionData.strict().parse(letter?.body.data)).toMatchObject({
      status: 'failed',
      confidence: null,
      error: { message: 'a.pdf is locked' },
    });
  });

  test('of a document that came in is what is known of it', () => {
    const document = documentOf({ sourceId: 'source-1' });
    const letter = told({ id: ANNOUNCEMENT_ID, accountId: 'a', at: NOON, kind: 'document.stored', document });
    expect(letter?.eventType).toBe('document.ingested');
    expect(StoredData.strict().parse(letter?.body.data)).toEqual({
      document_id: 'document-1',
      filename: 'a.pdf',
      mime_type: 'application/pdf',
      size_bytes: 1234,
      source_connection_id: 'source-1',
      created_at: '2026-01-02T03:04:05.006Z',
    });
  });

  test.each(TOLD_BY_ALL)('of %s is the job as it is read at that moment', (kind) => {
    const job = summaryOf();
    const letter = told(jobAnnouncement(kind, job, NOON));
    const { links, ...rest } = fromJob(job, NOON, ORIGIN);
    const { dashboard: _dashboard, ...paths } = links;
    expect(letter?.body.event).toBe(kind);
    expect(JobData.strict().parse(letter?.body.data)).toEqual({ ...rest, links: paths });
  });

  test('is what it asked for, and a test whatever it asked for', () => {
    const hook = hookTo('talonic', { events: ['job.failed'] });
    for (const kind of TOLD_BY_ALL)
      expect(told(jobAnnouncement(kind, summaryOf(), NOON), hook) !== null).toBe(kind === 'job.failed');
    expect(told(testAnnouncement(NOON), hook)?.body).toMatchObject({ event: 'webhook.test' });
  });
});
