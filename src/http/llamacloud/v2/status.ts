import type { JobStatus } from '../../../jobs/job';

export const STATUS_WORDS = ['PENDING', 'THROTTLED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'] as const;

/** Never THROTTLED: a job that waits is PENDING. */
export const LLAMACLOUD_V2_STATUS = {
  validating: 'PENDING',
  queued: 'PENDING',
  running: 'RUNNING',
  completed: 'COMPLETED',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
  expired: 'FAILED',
} as const satisfies Record<JobStatus, (typeof STATUS_WORDS)[number]>;
