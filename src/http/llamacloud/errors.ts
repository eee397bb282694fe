import { JobError, type JobErrorCode } from '../../jobs/errors';
import type { Occasion } from '../dialect';

/** Status of each refusal. */
export const LLAMACLOUD_STATUS = {
  'invalid-request': 422,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'not-cancellable': 409,
  'not-retryable': 409,
  'idempotency-mismatch': 422,
  'no-documents': 400,
  'payload-too-large': 413,
  'unsupported-document': 400,
  'document-unreadable': 400,
  'rate-limited': 429,
  'engine-unavailable': 503,
  'storage-unavailable': 503,
  'extraction-failed': 422,
  cancelled: 409,
  timeout: 504,
  internal: 500,
} as const satisfies Record<JobErrorCode, number>;

/** A text, as the vendor's application errors are; clients retry a 409 unless they are told not to. */
export function refuse(error: unknown, _occasion: Occasion): Response {
  const known = error instanceof JobError ? error : new JobError('internal', 'Something went wrong on our side.');
  const { code, message, details } = known;
  const headers = new Headers({ 'content-type': 'application/json' });
  if (LLAMACLOUD_STATUS[code] === 409) headers.set('x-should-retry', 'false');
  if (details.retryAfterSeconds !== undefined) headers.set('retry-after', String(details.retryAfterSeconds));
  return new Response(JSON.stringify({ detail: message }), { status: LLAMACLOUD_STATUS[code], headers });
}
