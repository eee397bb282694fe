import type { JobStatus } from '../../jobs/job';

/** The status words of the vendor's list; its clients refuse any other. */
export const STATUS_WORD = {
  validating: 'validating',
  queued: 'queued',
  running: 'in_progress',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  expired: 'expired',
} as const satisfies Record<JobStatus, string>;

/** What a filter for jobs may say. */
export const STATUS_FILTER: ReadonlyMap<string, JobStatus> = new Map(
  Object.entries(STATUS_WORD).map(([status, word]) => [word, status as JobStatus]),
);
