import type { JobProblem } from '../../jobs/errors';
import type { JobStatus, JobSummary, Outcome } from '../../jobs/job';

/** Never PARTIAL_SUCCESS: there are clients that wait on through it until they give up. */
export const LLAMACLOUD_JOB_STATUS = {
  validating: 'PENDING',
  queued: 'PENDING',
  running: 'PENDING',
  completed: 'SUCCESS',
  failed: 'ERROR',
  cancelled: 'CANCELLED',
  expired: 'ERROR',
} as const satisfies Record<JobStatus, string>;

export const LLAMACLOUD_RUN_STATUS = {
  waiting: 'CREATED',
  running: 'PENDING',
  completed: 'SUCCESS',
  failed: 'ERROR',
} as const satisfies Record<Outcome, string>;

export const JOB_STATUS_WORDS = ['PENDING', 'SUCCESS', 'ERROR', 'PARTIAL_SUCCESS', 'CANCELLED'] as const;

/** The core's statuses behind a word of a table. */
export const statusesBehind = (table: Readonly<Record<JobStatus, string>>, word: string): readonly JobStatus[] =>
  Object.entries(table).flatMap(([status, name]) => (name === word ? [asStatus(status)] : []));

/** A key of such a table. */
const asStatus = (key: string): JobStatus => key as JobStatus;

export const statusesOf = (word: (typeof JOB_STATUS_WORDS)[number]): readonly JobStatus[] =>
  statusesBehind(LLAMACLOUD_JOB_STATUS, word);

export const EXPIRED = 'expired: the results were deleted after the retention time';

/** With the code in front, as the vendor's own errors have it: "document_unreadable: …". */
export const fromProblem = ({ code, message }: JobProblem): string => `${code.replaceAll('-', '_')}: ${message}`;

export function errorOf({ status, problem }: Pick<JobSummary, 'status' | 'problem'>): string | null {
  if (status === 'expired') return EXPIRED;
  return problem === null ? null : fromProblem(problem);
}
