import { JobError, type JobErrorCode } from '../../jobs/errors';
import type { Occasion } from '../dialect';

/** Status of each refusal. */
export const RETAB_STATUS = {
  'invalid-request': 422,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'not-cancellable': 400,
  'not-retryable': 400,
  'idempotency-mismatch': 422,
  'no-documents': 422,
  'payload-too-large': 413,
  'unsupported-document': 422,
  'document-unreadable': 422,
  'document-unreachable': 422,
  'rate-limited': 429,
  'engine-unavailable': 503,
  'storage-unavailable': 503,
  'extraction-failed': 422,
  cancelled: 409,
  timeout: 504,
  internal: 500,
} as const satisfies Record<JobErrorCode, number>;

/** A code as the vendor spells such words. */
export const codeOf = (code: JobErrorCode): string => code.replaceAll('-', '_');

/** The object form of `detail`: the only one whose code and message every client reads. */
export function refuse(error: unknown, _occasion: Occasion): Response {
  const known = error instanceof JobError ? error : new JobError('internal', 'Something went wrong on our side.');
  const { code, message, details } = known;
  const detail = {
    code: codeOf(code),
    message,
    details: details.field ? { field: details.field } : null,
  };
  const headers = new Headers({ 'content-type': 'application/json' });
  if (details.retryAfterSeconds !== undefined) headers.set('retry-after', String(details.retryAfterSeconds));
  return new Response(JSON.stringify({ detail }), { status: RETAB_STATUS[code], headers });
}
