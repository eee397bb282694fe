/**
 * Every way the service says no. Kebab-case words of the field; closed, so that each dialect's table of statuses is
 * checked by the compiler.
 */
export const JOB_ERROR_CODES = [
  'invalid-request',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'not-cancellable',
  'not-retryable',
  'idempotency-mismatch',
  'no-documents',
  'payload-too-large',
  'unsupported-document',
  'document-unreadable',
  'document-unreachable',
  'rate-limited',
  'engine-unavailable',
  'storage-unavailable',
  'extraction-failed',
  'cancelled',
  'timeout',
  'internal',
] as const;

export type JobErrorCode = (typeof JOB_ERROR_CODES)[number];

/** Whether the same call can succeed later without the caller changing anything. */
const RETRYABLE = {
  'invalid-request': false,
  unauthorized: false,
  forbidden: false,
  'not-found': false,
  conflict: false,
  'not-cancellable': false,
  'not-retryable': false,
  'idempotency-mismatch': false,
  'no-documents': false,
  'payload-too-large': false,
  'unsupported-document': false,
  'document-unreadable': false,
  'document-unreachable': true,
  'rate-limited': true,
  'engine-unavailable': true,
  'storage-unavailable': true,
  'extraction-failed': false,
  cancelled: false,
  timeout: true,
  internal: true,
} as const satisfies Record<JobErrorCode, boolean>;

export const isRetryable = (code: JobErrorCode): boolean => RETRYABLE[code];

/** What went wrong with one document or one job, as it is stored and shown. */
export interface JobProblem {
  readonly code: JobErrorCode;
  readonly message: string;
}

/** Facts beside the message; `field` is the request field that was wrong, in the core's spelling. */
export interface JobErrorDetails {
  readonly field?: string;
  readonly retryAfterSeconds?: number;
  /** What a key would have to be good for. */
  readonly requiredScopes?: readonly string[];
  /** All that was wrong with the request, one by one, the first being the one the message tells. */
  readonly issues?: readonly RequestIssue[];
}

export interface RequestIssue {
  /** Names and 0-based positions from the root of the request. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** What kind of wrong, in one word: "invalid_type", "too_small" ... */
  readonly kind: string;
}

/** The one error of the core. The message names the thing, what was wrong, and what would be right. */
export class JobError extends Error {
  override readonly name = 'JobError';
  constructor(
    readonly code: JobErrorCode,
    message: string,
    readonly details: JobErrorDetails = {},
  ) {
    super(message);
  }
}
