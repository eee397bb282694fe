import type { JobSummary } from '../../src/jobs/job';
import type { Announcement, JobMoment } from '../../src/jobs/webhooks/announcement';
import type { Hook } from '../../src/jobs/webhooks/hook';

export const ANNOUNCEMENT_ID = '00000000-0000-8000-8000-00000000000a';
export const DELIVERY_ID = '00000000-0000-8000-8000-00000000000d';

/** What every dialect has a word for. */
export const TOLD_BY_ALL = [
  'job.started',
  'job.progress',
  'job.completed',
  'job.failed',
  'job.cancelled',
  'job.expired',
] as const satisfies readonly JobMoment[];

export const jobAnnouncement = (kind: JobMoment, job: JobSummary, at: number): Announcement => ({
  id: ANNOUNCEMENT_ID,
  accountId: job.accountId,
  at,
  kind,
  job,
  sourceId: null,
});

export const testAnnouncement = (at: number): Announcement => ({
  id: ANNOUNCEMENT_ID,
  accountId: 'a',
  at,
  kind: 'webhook.test',
});

export const hookTo = (family: string, changes: Partial<Hook> = {}): Hook => ({
  webhookId: null,
  family,
  url: 'https://hooks.example.com/in',
  events: [],
  secret: null,
  headers: {},
  sourceId: null,
  asked: { form: 'test/1', body: {} },
  ...changes,
});
