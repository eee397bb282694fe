import { describe, expect, test } from 'vitest';
import { announcer } from '../../../../src/http/retab/announce';
import { AnnouncementBody } from '../../../../src/http/retab/announcement-wire';
import { fromJob } from '../../../../src/http/retab/from-job';
import { WEBHOOK_EVENTS } from '../../../../src/http/retab/webhook-wire';
import type { Announcement } from '../../../../src/jobs/webhooks/announcement';
import {
  ANNOUNCEMENT_ID,
  DELIVERY_ID,
  hookTo,
  jobAnnouncement,
  TOLD_BY_ALL,
  testAnnouncement,
} from '../../../support/announcements';
import { extractionOf, NOON, summaryOf } from '../talonic/records';

const JOB = summaryOf({ id: '9b2f1c34-5d6e-4f70-8a9b-0c1d2e3f4a5b' });
const EAR = hookTo('retab', { events: WEBHOOK_EVENTS });
const told = (announcement: Announcement, hook = EAR) => announcer.tell(announcement, hook, DELIVERY_ID);

describe("what a webhook in Retab's manner is sent", () => {
  test.each(TOLD_BY_ALL)('of %s is the job as it is read at that moment', (kind) => {
    expect(told(jobAnnouncement(kind, JOB, NOON))).toEqual({
      eventType: kind,
      body: JSON.stringify({ event: kind, job: fromJob(JOB) }),
      headers: {},
      signatureHeader: { name: 'x-retab-signature', prefix: '' },
      timestampHeader: null,
    });
  });

  test('is what it asked for, and a test whatever it asked for', () => {
    const hook = hookTo('retab', { events: ['job.completed'] });
    expect(told(jobAnnouncement('job.failed', JOB, NOON), hook)).toBeNull();
    const letter = told(testAnnouncement(NOON), hook);
    expect(AnnouncementBody.parse(JSON.parse(letter?.body ?? ''))).toEqual({ event: 'webhook.test', job: null });
  });

  test('is nothing of a single extraction: it has no word for one', () => {
    const extraction = extractionOf();
    const about = { id: ANNOUNCEMENT_ID, accountId: 'a', at: NOON, job: JOB, extraction };
    expect(told({ ...about, kind: 'extraction.completed' })).toBeNull();
  });
});
