/** https://talonic.com/docs/api/webhooks: what is sent — pure. */
import type { EpochMs, JobSummary } from '../../jobs/job';
import type { DocumentRecord, ExtractionRecord } from '../../jobs/records';
import type { Announcement, AnnouncementKind } from '../../jobs/webhooks/announcement';
import type { Announcer } from '../../jobs/webhooks/announcer';
import type {
  AnnouncementBody,
  ExtractionData,
  JobData,
  StoredData,
  TestData,
  WebhookEvent,
} from './announcement-wire';
import { known } from './from-extraction';
import { fromJob, fromProblem, iso } from './from-job';
import { TALONIC_EXTRACTION_STATUS } from './status';
import { WEBHOOK_FAMILY } from './to-webhook';

/** The vendor's own three, and those that it has none for; null: what waits is told of when it begins. */
export const TALONIC_EVENT = {
  'extraction.completed': 'extraction.complete',
  'extraction.failed': 'extraction.failed',
  'document.stored': 'document.ingested',
  'job.queued': null,
  'job.started': 'job.started',
  'job.progress': 'job.progress',
  'job.completed': 'job.completed',
  'job.failed': 'job.failed',
  'job.cancelled': 'job.cancelled',
  'job.expired': 'job.expired',
  'webhook.test': 'webhook.test',
} as const satisfies Record<AnnouncementKind, WebhookEvent | null>;

export const announcer: Announcer = {
  listening: [WEBHOOK_FAMILY],
  tell(announcement, { events }, deliveryId) {
    const event = TALONIC_EVENT[announcement.kind];
    if (event === null || (event !== 'webhook.test' && !events.includes(event))) return null;
    const body: AnnouncementBody = {
      event,
      delivery_id: deliveryId,
      timestamp: iso(announcement.at),
      data: dataOf(announcement),
    };
    return {
      eventType: event,
      body: JSON.stringify(body),
      headers: { 'X-Talonic-Event': event, 'X-Talonic-Delivery-Id': deliveryId },
      signatureHeader: { name: 'X-Talonic-Signature', prefix: 'sha256=' },
      timestampHeader: 'X-Talonic-Timestamp',
    };
  },
};

function dataOf(announcement: Announcement): AnnouncementBody['data'] {
  switch (announcement.kind) {
    case 'extraction.completed':
    case 'extraction.failed':
      return extractionData(announcement.extraction);
    case 'document.stored':
      return storedData(announcement.document);
    case 'webhook.test':
      return { message: 'This webhook is reached.' } satisfies TestData;
    case 'job.queued':
    case 'job.started':
    case 'job.progress':
    case 'job.completed':
    case 'job.failed':
    case 'job.cancelled':
    case 'job.expired':
      return jobData(announcement.job, announcement.at);
  }
}

const extractionData = ({
  id,
  documentId,
  schemaId,
  outcome,
  confidence,
  jobId,
  filename,
  problem,
}: ExtractionRecord): ExtractionData => ({
  extraction_id: id,
  document_id: documentId,
  schema_id: schemaId,
  status: TALONIC_EXTRACTION_STATUS[outcome],
  confidence,
  job_id: jobId,
  filename,
  ...known('error', problem === null ? null : fromProblem(problem)),
});

const storedData = ({ id, filename, mediaType, sizeBytes, sourceId, createdAt }: DocumentRecord): StoredData => ({
  document_id: id,
  filename,
  mime_type: mediaType,
  size_bytes: sizeBytes,
  source_connection_id: sourceId,
  created_at: iso(createdAt),
});

/** As `GET /v1/jobs/{id}` tells of it at that moment. Nobody asked, so there is no address of ours to link to. */
function jobData(job: JobSummary, at: EpochMs): JobData {
  const { links, ...body } = fromJob(job, at, '');
  const { dashboard: _dashboard, ...paths } = links;
  return { ...body, links: paths };
}
