import { describe, expect, test } from 'vitest';
import { refuse, TALONIC_ERROR } from '../../../../src/http/talonic/errors';
import { isRetryable, JOB_ERROR_CODES, JobError } from '../../../../src/jobs/errors';
import { NOON } from './records';

const occasion = { requestId: 'req_1', path: '/v1/jobs', now: NOON };

/** The enum of the vendor's OpenAPI document. */
const VENDOR_CODES = [
  'VALIDATION_ERROR',
  'AUTH_REQUIRED',
  'INSUFFICIENT_PERMISSIONS',
  'RESOURCE_NOT_FOUND',
  'QUOTA_EXCEEDED',
  'LLM_UNAVAILABLE',
  'OCR_FAILED',
  'EXTRACTION_FAILED',
  'EXTRACTION_TIMEOUT',
  'FILE_TOO_LARGE',
  'DUPLICATE_RESOURCE',
  'INTERNAL_ERROR',
];

describe('the error envelope', () => {
  test('says all a client reads, retryability among it', async () => {
    const response = refuse(new JobError('not-found', 'Job 1 does not exist'), occasion);
    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
      404,
      'application/json',
      {
        statusCode: 404,
        code: 'RESOURCE_NOT_FOUND',
        error: 'Not Found',
        message: 'Job 1 does not exist',
        retryable: false,
        request_id: 'req_1',
        timestamp: '2026-01-02T03:04:05.006Z',
        path: '/v1/jobs',
      },
    ]);
  });

  test.each(JOB_ERROR_CODES)('speaks of %s in words of the vendor', async (code) => {
    const response = refuse(new JobError(code, 'm'), occasion);
    const body = (await response.json()) as { code: string; retryable: boolean };
    expect(VENDOR_CODES).toContain(body.code);
    expect(response.status).toBe(TALONIC_ERROR[code].statusCode);
    expect(body.retryable).toBe(isRetryable(code));
  });

  test('tells how long to wait where that is known', () => {
    const response = refuse(new JobError('rate-limited', 'm', { retryAfterSeconds: 7 }), occasion);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  });

  test('tells nothing of an error nobody expected', async () => {
    const response = refuse(new Error('password=1'), occasion);
    expect(await response.json()).toMatchObject({
      statusCode: 500,
      code: 'INTERNAL_ERROR',
      message: 'Something went wrong on the server; report the request id.',
      retryable: true,
    });
  });
});
