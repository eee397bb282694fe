/** https://talonic.com/docs/api/jobs — pure. */
import type { JobProblem } from '../../jobs/errors';
import { type EpochMs, isTerminal, type JobSummary } from '../../jobs/job';
import { secondsRemaining } from '../../jobs/progress';
import type { Listing } from '../../jobs/records';
import { TALONIC_ERROR } from './errors';
import type { CreatedJob, GridStats, Job, JobList } from './job-wire';
import { fromListing } from './list-window';
import { TALONIC_PHASE, TALONIC_STATUS } from './status';

export const iso = (time: EpochMs): string => new Date(time).toISOString();
export const isoOrNull = (time: EpochMs | null): string | null => (time === null ? null : iso(time));

export const fromProblem = ({ code, message }: JobProblem) => ({ code: TALONIC_ERROR[code].code, message });

export const fromCreatedJob = (job: JobSummary): CreatedJob => ({
  id: job.id,
  status: 'pending',
  message: `Job accepted with ${counted(job.documentCount)}.`,
  links: { self: `/v1/jobs/${job.id}`, results: `/v1/jobs/${job.id}/results`, events: `/v1/jobs/${job.id}/events` },
});

export function fromJob(job: JobSummary, now: EpochMs, origin: string): Job {
  const self = `/v1/jobs/${job.id}`;
  const running = job.status === 'running';
  return {
    id: job.id,
    name: job.name,
    status: TALONIC_STATUS[job.status],
    progress: running ? job.progress : null,
    estimated_seconds_remaining: secondsRemaining(job, now),
    ...(isTerminal(job.status) || job.estimatedEndAt === null
      ? {}
      : { estimated_completion: iso(Math.max(now, job.estimatedEndAt)) }),
    schema: schemaOf(job),
    document_count: job.documentCount,
    total_documents: job.documentCount,
    completed_documents: job.completedDocuments,
    failed_documents: job.failedDocuments,
    grid_stats: gridStats(job.totalCells, job.filledCells),
    current_phase: running && job.phase !== null ? TALONIC_PHASE[job.phase] : null,
    error: errorOf(job),
    message: messageOf(job),
    operation: job.operation,
    attempt: job.attempt,
    created_at: iso(job.createdAt),
    started_at: isoOrNull(job.startedAt),
    completed_at: isoOrNull(job.endedAt),
    cancelled_at: isoOrNull(job.cancelledAt),
    links: {
      self,
      ...(isTerminal(job.status) ? {} : { cancel: `${self}/cancel` }),
      results: `${self}/results`,
      events: `${self}/events`,
      dashboard: `${origin}/jobs/${job.id}`,
    },
  };
}

export const fromJobs = (listing: Listing<JobSummary>, limit: number, now: EpochMs, origin: string): JobList => ({
  data: listing.items.map((job) => fromJob(job, now, origin)),
  pagination: fromListing(listing, limit),
});

/** `filled` and `empty` add up to the total; the rate has two decimals. null while there is no grid. */
export function gridStats(total: number, filled: number): GridStats | null {
  if (total === 0) return null;
  return { total_cells: total, filled, empty: total - filled, fill_rate: Math.round((100 * filled) / total) / 100 };
}

/** A job with a schema of its own, given inline, has none that could be named. */
export const schemaOf = (job: JobSummary): Job['schema'] =>
  job.schemaId === null ? null : { id: job.schemaId, name: job.schemaName ?? '' };

/** The vendor's page answers a cancelled job with this error. */
export const CANCELLED = { code: 'job_failed', message: 'Cancelled via API' } as const;
const EXPIRED = { code: 'job_failed', message: 'Expired: the results were deleted after the retention time' } as const;

export function errorOf(job: Pick<JobSummary, 'status' | 'problem'>): Job['error'] {
  switch (job.status) {
    case 'cancelled':
      return CANCELLED;
    case 'expired':
      return EXPIRED;
    case 'failed':
      return job.problem === null
        ? { code: 'job_failed', message: 'No document came through' }
        : fromProblem(job.problem);
    case 'validating':
    case 'queued':
    case 'running':
    case 'completed':
      return null;
  }
}

function messageOf(job: JobSummary): string {
  const ended = `${job.completedDocuments} of ${counted(job.documentCount)} completed`;
  switch (job.status) {
    case 'validating':
    case 'queued':
      return `Waiting with ${counted(job.documentCount)}.`;
    case 'running':
      return `${ended}.`;
    case 'completed':
      return job.failedDocuments === 0 ? `${ended}.` : `${ended}, ${job.failedDocuments} failed.`;
    case 'failed':
    case 'cancelled':
    case 'expired':
      return errorOf(job)?.message ?? ended;
  }
}

const counted = (documents: number): string => (documents === 1 ? '1 document' : `${documents} documents`);
