import type { EpochMs, JobSummary } from '../job';
import type { DocumentRecord, ExtractionRecord } from '../records';

/** What an account may be told of, in the core's words. */
export type AnnouncementKind = Announcement['kind'];

/**
 * A moment of a job's life. Each happens at most once in an attempt, but for `job.progress`, which has milestones. That it
 * waits (`job.queued`) is told to its own hooks alone.
 */
export type JobMoment =
  | 'job.queued'
  | 'job.started'
  | 'job.progress'
  | 'job.completed'
  | 'job.failed'
  | 'job.cancelled'
  | 'job.expired';

/**
 * Something that happened. `id` (UUID) follows from what happened, so that it is the same however often it is told;
 * what it shows is how things stood at that moment.
 */
export type Announcement = { readonly id: string; readonly accountId: string; readonly at: EpochMs } & (
  | {
      readonly kind: JobMoment;
      readonly job: JobSummary;
      /** The source that all its documents came through; null: none, or several. */
      readonly sourceId: string | null;
    }
  | {
      readonly kind: 'extraction.completed' | 'extraction.failed';
      readonly job: JobSummary;
      readonly extraction: ExtractionRecord;
    }
  | { readonly kind: 'document.stored'; readonly document: DocumentRecord }
  /** Asked for by the owner of a webhook, to see whether it arrives. */
  | { readonly kind: 'webhook.test' }
);
