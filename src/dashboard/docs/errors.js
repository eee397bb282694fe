/** Every error code, the statuses it comes with, what it means, and whether the same call may succeed later. */
export const ERRORS = [
  [
    'VALIDATION_ERROR',
    '400, 409, 422',
    'What was sent is wrong, its Idempotency-Key was used for another request, or the job is in no state for it. The message names the field.',
    'no',
  ],
  ['AUTH_REQUIRED', '401', 'No key, or one that is not good.', 'no'],
  ['insufficient_scope', '403', 'The key lacks a scope; required_scopes names it.', 'no'],
  ['INSUFFICIENT_PERMISSIONS', '403', 'Not for this account.', 'no'],
  ['RESOURCE_NOT_FOUND', '404', 'No such path, or no such thing in your account.', 'no'],
  ['DUPLICATE_RESOURCE', '409', 'It clashes with what is there.', 'no'],
  ['FILE_TOO_LARGE', '413', 'The file or the request is too large.', 'no'],
  ['EXTRACTION_FAILED', '422', 'The format is not supported, or nothing came of the document.', 'no'],
  ['OCR_FAILED', '422', 'The document cannot be read.', 'no'],
  ['QUOTA_EXCEEDED', '429', 'Too many requests; wait for Retry-After seconds.', 'yes'],
  ['INTERNAL_ERROR', '500, 503', 'The server failed. Report the request id if it stays.', 'yes'],
  ['LLM_UNAVAILABLE', '503', 'The language model does not answer.', 'yes'],
  ['EXTRACTION_TIMEOUT', '504', 'Not done in time; the job goes on.', 'yes'],
];

/** The body of every error. The request id is also in the header X-Request-Id of every answer. */
export const ENVELOPE = {
  statusCode: 404,
  code: 'RESOURCE_NOT_FOUND',
  error: 'Not Found',
  message: 'Job 309d9cfc-d06f-4e90-9786-73c6573ce716 does not exist',
  retryable: false,
  request_id: 'req_e2199fe3-27cd-49bf-9176-16a6275ee662',
  timestamp: '2026-03-05T09:00:56.540Z',
  path: '/v1/jobs/309d9cfc-d06f-4e90-9786-73c6573ce716',
};
