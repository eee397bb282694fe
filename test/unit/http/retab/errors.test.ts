import { describe, expect, test } from 'vitest';
import { RETAB_STATUS, refuse } from '../../../../src/http/retab/errors';
import { JOB_ERROR_CODES, JobError, type JobErrorCode } from '../../../../src/jobs/errors';

const occasion = { requestId: 'req_1', path: '/v1/jobs', now: 0 };

describe('a refusal', () => {
  test.each<[JobErrorCode, number, string]>([
    ['invalid-request', 422, 'invalid_request'],
    ['unauthorized', 401, 'unauthorized'],
    ['not-found', 404, 'not_found'],
    ['not-cancellable', 400, 'not_cancellable'],
    ['not-retryable', 400, 'not_retryable'],
    ['payload-too-large', 413, 'payload_too_large'],
    ['rate-limited', 429, 'rate_limited'],
  ])('because of %s answers %i', async (code, status, word) => {
    const response = refuse(new JobError(code, 'a: wrong', { field: 'a' }), occasion);
    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
      status,
      'application/json',
      { detail: { code: word, message: 'a: wrong', details: { field: 'a' } } },
    ]);
  });

  test('of any kind has a status of an error', () => {
    expect(JOB_ERROR_CODES.filter((code) => RETAB_STATUS[code] < 400)).toEqual([]);
  });

  test('says when to come again', () => {
    const response = refuse(new JobError('rate-limited', 'too many', { retryAfterSeconds: 7 }), occasion);
    expect(response.headers.get('retry-after')).toBe('7');
  });

  test('of what nobody foresaw tells nothing of it', async () => {
    const response = refuse(new Error('secret'), occasion);
    expect([response.status, await response.json()]).toEqual([
      500,
      { detail: { code: 'internal', message: 'Something went wrong on our side.', details: null } },
    ]);
  });
});
