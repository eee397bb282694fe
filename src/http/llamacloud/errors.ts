import { JobError, type JobErrorCode, type RequestIssue } from '../../jobs/errors';
import type { Occasion } from '../dialect';
import type { ValidationIssue } from './wire';

/** Status of each refusal. A request that did not fit the shape of its body, query or path is a 422 of its own. */
export const LLAMACLOUD_STATUS = {
  'invalid-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'not-cancellable': 409,
  'not-retryable': 409,
  'idempotency-mismatch': 400,
  'no-documents': 400,
  'payload-too-large': 413,
  'unsupported-document': 400,
  'document-unreadable': 400,
  'document-unreachable': 400,
  'rate-limited': 429,
  'engine-unavailable': 503,
  'storage-unavailable': 503,
  'extraction-failed': 422,
  cancelled: 409,
  timeout: 504,
  internal: 500,
} as const satisfies Record<JobErrorCode, number>;

/** Seconds after which a client may try again, where nobody knows better. */
const RETRY_AFTER_SECONDS = 1;

/** https://fastapi.tiangolo.com/tutorial/handling-errors — application errors as a text, those of the door as a list. */
export function refuse(error: unknown, { requestId }: Occasion): Response {
  const known = error instanceof JobError ? error : new JobError('internal', `Something went wrong (${requestId}).`);
  const { code, message, details } = known;
  if (code === 'invalid-request' && details.issues !== undefined)
    return Response.json({ detail: details.issues.map(toIssue) }, { status: 422 });

  const status = LLAMACLOUD_STATUS[code];
  const response = Response.json({ detail: message }, { status });
  // Clients repeat a 409 unless they are told not to.
  if (status === 409) response.headers.set('x-should-retry', 'false');
  const seconds = details.retryAfterSeconds ?? (status === 503 ? RETRY_AFTER_SECONDS : null);
  if (seconds !== null) response.headers.set('retry-after', String(seconds));
  return response;
}

/** The kinds of wrong in the words of the vendor's validator. */
const ISSUE_TYPE: Readonly<Record<string, string>> = {
  invalid_type: 'type_error',
  invalid_value: 'enum',
  invalid_format: 'string_pattern_mismatch',
  too_small: 'too_short',
  too_big: 'too_long',
  custom: 'value_error',
  json_invalid: 'json_invalid',
  missing: 'missing',
};

const toIssue = ({ path, message, kind }: RequestIssue): ValidationIssue => ({
  loc: [...path],
  msg: message,
  type: ISSUE_TYPE[kind] ?? 'value_error',
});
