/** What webhooks in the manner of https://docs.retab.com are sent — pure. */
import type { AnnouncementKind } from '../../jobs/webhooks/announcement';
import type { Announcer } from '../../jobs/webhooks/announcer';
import type { AnnouncementBody } from './announcement-wire';
import { fromJob } from './from-job';
import { WEBHOOK_FAMILY } from './to-webhook';

/** null: there are no words for it, a document is no job; what waits is told of when it begins. */
const RETAB_EVENT = {
  'extraction.completed': null,
  'extraction.failed': null,
  'document.stored': null,
  'job.queued': null,
  'job.started': 'job.started',
  'job.progress': 'job.progress',
  'job.completed': 'job.completed',
  'job.failed': 'job.failed',
  'job.cancelled': 'job.cancelled',
  'job.expired': 'job.expired',
  'webhook.test': 'webhook.test',
} as const satisfies Record<AnnouncementKind, AnnouncementBody['event'] | null>;

export const announcer: Announcer = {
  listening: [WEBHOOK_FAMILY],
  tell(announcement, { events }) {
    const event = RETAB_EVENT[announcement.kind];
    if (event === null || (event !== 'webhook.test' && !events.includes(event))) return null;
    const job = 'job' in announcement ? fromJob(announcement.job) : null;
    return {
      eventType: event,
      body: JSON.stringify({ event, job } satisfies AnnouncementBody),
      headers: {},
      // The vendor's clients compare the whole header with the digest.
      signatureHeader: { name: 'x-retab-signature', prefix: '' },
      timestampHeader: null,
    };
  },
};
