/** https://developers.llamaindex.ai (Webhooks): what is sent — pure. */
import type { JobSummary } from '../../jobs/job';
import type { AnnouncementKind } from '../../jobs/webhooks/announcement';
import type { Announcer } from '../../jobs/webhooks/announcer';
import type { JsonObject } from '../../schema/json';
import type { AnnouncementBody } from './announcement-wire';
import { iso } from './from-agent';
import { errorOf, LLAMACLOUD_JOB_STATUS } from './status';
import { readTelling, type Telling } from './to-hooks';
import { LLAMACLOUD_V2_STATUS } from './v2/status';
import { WEBHOOK_FAMILY } from './webhook-wire';

/**
 * The vendor's own, but for `extract.partial_success`: see `LLAMACLOUD_JOB_STATUS`. null: it has no word for it. That the results have run out would
 * contradict the success told before.
 */
const LLAMACLOUD_EVENT = {
  'extraction.completed': null,
  'extraction.failed': null,
  'document.stored': null,
  'job.queued': 'extract.pending',
  'job.started': null,
  'job.progress': null,
  'job.completed': 'extract.success',
  'job.failed': 'extract.error',
  'job.cancelled': 'extract.cancelled',
  'job.expired': null,
  'webhook.test': null,
} as const satisfies Record<AnnouncementKind, string | null>;

const USER_AGENT = 'llamaindex-webhook-service/1.0';

export const announcer: Announcer = {
  /** A stored configuration hears of the jobs that name it. */
  listening: [],
  tell(announcement, { family, events, secret, asked }) {
    const event = LLAMACLOUD_EVENT[announcement.kind];
    if (family !== WEBHOOK_FAMILY || event === null || !('job' in announcement)) return null;
    // No list of events means all of them.
    if (events.length > 0 && !events.includes(event)) return null;
    const telling = readTelling(asked);
    const data = dataOf(announcement.job, telling);
    const body: AnnouncementBody = {
      event_id: announcement.id,
      event_type: event,
      timestamp: announcement.at / 1000,
      data: telling.format === 'json' ? data : JSON.stringify(data),
    };
    return {
      eventType: event,
      body: JSON.stringify(body),
      headers: { 'User-Agent': USER_AGENT, 'X-Webhook-Event-ID': announcement.id, 'X-Webhook-Event-Type': event },
      signatureHeader: secret === null ? null : { name: 'LC-Signature', prefix: 'sha256=' },
      timestampHeader: null,
    };
  },
};

/** The members of the job that are known without asking for it; what was read is fetched by its id. */
function dataOf(job: JobSummary, { generation, about }: Telling): JsonObject {
  const times = {
    created_at: iso(job.createdAt),
    updated_at: iso(job.cancelledAt ?? job.endedAt ?? job.startedAt ?? job.createdAt),
  };
  switch (generation) {
    case 1:
      return {
        id: job.id,
        job_id: job.id,
        status: LLAMACLOUD_JOB_STATUS[job.status],
        error: errorOf(job),
        ...times,
        ...about,
      };
    case 2: {
      const id = `ext-${job.id}`;
      return {
        id,
        job_id: id,
        status: LLAMACLOUD_V2_STATUS[job.status],
        error_message: errorOf(job),
        ...times,
        ...about,
      };
    }
  }
}
