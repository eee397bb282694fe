/** https://docs.retab.com (Jobs) — pure. */
import { shortJobId } from '../../jobs/id-forms';
import type { JobPage } from '../../jobs/index-ports';
import type { EpochMs, JobSummary } from '../../jobs/job';
import type { JsonObject } from '../../schema/json';
import type { Warning } from './document-wire';
import type { Answer } from './endpoint';
import { endpointOf } from './endpoints';
import { codeOf } from './errors';
import type { Job, JobList } from './job-wire';
import { STATUS_WORD } from './status';

/** Whole seconds since 1970: the vendor's clock. */
export const seconds = (time: EpochMs): number => Math.floor(time / 1000);
const secondsOrNull = (time: EpochMs | null): number | null => (time === null ? null : seconds(time));

/** What a light view leaves out. */
export interface JobDetail {
  readonly request: JsonObject | null;
  readonly result: Answer | null;
  readonly warnings: readonly Warning[];
}

export const LIGHT: JobDetail = { request: null, result: null, warnings: [] };

export function fromJob(job: JobSummary, { request, result, warnings }: JobDetail = LIGHT): Job {
  const problem = job.status === 'failed' ? job.problem : null;
  return {
    id: shortJobId(job.id),
    object: 'job',
    status: STATUS_WORD[job.status],
    endpoint: endpointOf(job.operation, job.calledAs),
    request,
    response: result === null ? null : { status_code: 200, body: result },
    error: problem === null ? null : { code: codeOf(problem.code), message: problem.message, details: null },
    created_at: seconds(job.createdAt),
    started_at: secondsOrNull(job.startedAt),
    completed_at: secondsOrNull(job.endedAt),
    expires_at: seconds(job.expiresAt),
    organization_id: job.accountId,
    metadata: Object.keys(job.labels).length === 0 ? null : { ...job.labels },
    warnings: [...warnings],
    cancelled: job.cancelledAt !== null,
    attempt_count: job.attempt,
    last_attempt_at: secondsOrNull(job.startedAt),
    last_failure_code: problem === null ? null : codeOf(problem.code),
  };
}

/** The job as it was when it was taken: clients expect it to wait, and it may be at work before the answer is written. */
export const asQueued = (job: JobSummary): JobSummary => ({
  ...job,
  status: 'queued',
  startedAt: null,
  endedAt: null,
  cancelledAt: null,
});

/** All of a list but its jobs. `backwards`: it was asked for as the page in front of another one. */
export function fromPage({ items, next, previous }: JobPage, backwards: boolean): Omit<JobList, 'data'> {
  const [first] = items;
  const last = items.at(-1);
  const firstId = first === undefined ? null : shortJobId(first.id);
  const lastId = last === undefined ? null : shortJobId(last.id);
  return {
    object: 'list',
    first_id: firstId,
    last_id: lastId,
    // In the direction of the walk: whoever goes on the same way finds more.
    has_more: (backwards ? previous : next) !== null,
    list_metadata: { before: previous === null ? null : firstId, after: next === null ? null : lastId },
  };
}
