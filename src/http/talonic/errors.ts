import { isRetryable, JobError, type JobErrorCode } from '../../jobs/errors';
import type { Occasion } from '../dialect';
import { toldPath } from './open-path';
import type { ErrorEnvelope } from './wire';

interface WireError {
  readonly statusCode: number;
  readonly code: string;
  /** The status in words. */
  readonly error: string;
}

/**
 * The vendor's upper-case codes (enum of its OpenAPI document). It has none for conflicts other than duplicates: its
 * clients make a validation error of every 409.
 */
export const TALONIC_ERROR = {
  'invalid-request': { statusCode: 400, code: 'VALIDATION_ERROR', error: 'Bad Request' },
  unauthorized: { statusCode: 401, code: 'AUTH_REQUIRED', error: 'Unauthorized' },
  forbidden: { statusCode: 403, code: 'INSUFFICIENT_PERMISSIONS', error: 'Forbidden' },
  'not-found': { statusCode: 404, code: 'RESOURCE_NOT_FOUND', error: 'Not Found' },
  conflict: { statusCode: 409, code: 'DUPLICATE_RESOURCE', error: 'Conflict' },
  'not-cancellable': { statusCode: 409, code: 'VALIDATION_ERROR', error: 'Conflict' },
  'not-retryable': { statusCode: 409, code: 'VALIDATION_ERROR', error: 'Conflict' },
  'idempotency-mismatch': { statusCode: 422, code: 'VALIDATION_ERROR', error: 'Unprocessable Entity' },
  'no-documents': { statusCode: 400, code: 'VALIDATION_ERROR', error: 'Bad Request' },
  'payload-too-large': { statusCode: 413, code: 'FILE_TOO_LARGE', error: 'Payload Too Large' },
  'unsupported-document': { statusCode: 422, code: 'EXTRACTION_FAILED', error: 'Unprocessable Entity' },
  'document-unreadable': { statusCode: 422, code: 'OCR_FAILED', error: 'Unprocessable Entity' },
  'document-unreachable': { statusCode: 422, code: 'EXTRACTION_FAILED', error: 'Unprocessable Entity' },
  'rate-limited': { statusCode: 429, code: 'QUOTA_EXCEEDED', error: 'Too Many Requests' },
  'engine-unavailable': { statusCode: 503, code: 'LLM_UNAVAILABLE', error: 'Service Unavailable' },
  'storage-unavailable': { statusCode: 503, code: 'INTERNAL_ERROR', error: 'Service Unavailable' },
  'extraction-failed': { statusCode: 422, code: 'EXTRACTION_FAILED', error: 'Unprocessable Entity' },
  cancelled: { statusCode: 422, code: 'EXTRACTION_FAILED', error: 'Unprocessable Entity' },
  timeout: { statusCode: 504, code: 'EXTRACTION_TIMEOUT', error: 'Gateway Timeout' },
  internal: { statusCode: 500, code: 'INTERNAL_ERROR', error: 'Internal Server Error' },
} as const satisfies Record<JobErrorCode, WireError>;

const UNKNOWN = new JobError('internal', 'Something went wrong on the server; report the request id.');

export function toEnvelope(error: unknown, occasion: Occasion): ErrorEnvelope {
  const known = error instanceof JobError ? error : UNKNOWN;
  return {
    ...TALONIC_ERROR[known.code],
    ...scopesMissing(known),
    message: known.message,
    // Always said: clients repeat every 5xx three times unless told otherwise.
    retryable: isRetryable(known.code),
    request_id: occasion.requestId,
    timestamp: new Date(occasion.now).toISOString(),
    path: toldPath(occasion.path),
  };
}

/** https://talonic.com/docs/api (authentication): a code of its own, and what the key would need. */
const scopesMissing = ({ details: { requiredScopes } }: JobError) =>
  requiredScopes === undefined ? {} : { code: 'insufficient_scope', required_scopes: [...requiredScopes] };

export function refuse(error: unknown, occasion: Occasion): Response {
  const body = toEnvelope(error, occasion);
  const response = Response.json(body, { status: body.statusCode });
  if (error instanceof JobError && error.details.retryAfterSeconds !== undefined) {
    response.headers.set('Retry-After', String(error.details.retryAfterSeconds));
  }
  return response;
}
