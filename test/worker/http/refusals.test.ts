/** Who is not let in, and what the front door says of it. */
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { createPorts } from '../../../src/bindings';
import { createApp } from '../../../src/http/app';
import type { Log } from '../../../src/http/dialect';
import type { ErrorEnvelope } from '../../../src/http/talonic/wire';
import { createRateLimiter } from '../../../src/stores/durable/rate-limiter';
import { PATIENCE } from '../../support/patience';
import { fetchWorker, newAccount, ORIGIN } from './account';
import { CLOSED_ROUTES, expectEnvelope, UNKNOWN_ID, withId } from './talonic-refusal';

describe('without a good key', () => {
  test.each(CLOSED_ROUTES)('$method $path answers 401', async ({ method, path }) => {
    const good = withId(path, UNKNOWN_ID);
    for (const authorization of [undefined, 'Bearer tlnc_wrong', 'Basic dGxuYw==', 'Bearer ']) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const response = await fetchWorker(good, { method, headers });
      const body = (await response.json()) as ErrorEnvelope;
      expectEnvelope({ status: response.status, headers: response.headers, body }, 'AUTH_REQUIRED', 401);
      expect(body).toMatchObject({ retryable: false, path: good });
    }
  });

  test('the liveness check answers', async () => {
    const response = await fetchWorker('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });
});

describe('the front door', () => {
  const bearer = { authorization: 'Bearer someone' };
  const silent: Log = { info: () => {}, error: () => {} };

  test('counts what a key may do in a minute, tells it on every answer and refuses the rest', async () => {
    const clock = () => 1_800_000_030_000;
    const app = createApp(
      () => ({ ...createPorts(env), limiter: createRateLimiter(env.RATE_LIMITER, 2, clock, PATIENCE) }),
      silent,
    );
    const answers: (number | string | null)[][] = [];
    for (let call = 0; call < 3; call += 1) {
      const { status, headers } = await app.request(`${ORIGIN}/v1/jobs`, { headers: bearer }, env);
      answers.push([status, ...['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`))]);
    }
    expect(answers).toEqual([
      [401, '2', '1', '1800000060'],
      [401, '2', '0', '1800000060'],
      [429, '2', '0', '1800000060'],
    ]);
    const refused = await app.request(`${ORIGIN}/v1/jobs`, { headers: bearer }, env);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ statusCode: 429, code: 'QUOTA_EXCEEDED', retryable: true });
  });

  test('answers an unexpected error without its text, and logs it whole with the request id', async () => {
    const logged: unknown[] = [];
    const broken = () => {
      throw new Error('the secret of the house');
    };
    const log: Log = { info: () => {}, error: (...line) => logged.push(line) };
    const response = await createApp(broken, log).request(`${ORIGIN}/talonic/v1/jobs`, { headers: bearer }, env);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({ code: 'INTERNAL_ERROR', path: '/v1/jobs', retryable: true });
    expect(logged).toEqual([
      [
        'request-failed',
        new Error('the secret of the house'),
        { request_id: response.headers.get('x-request-id'), path: '/v1/jobs' },
      ],
    ]);
  });

  test('answers under the explicit prefix of the dialect too', async () => {
    const account = await newAccount();
    const { status, headers } = await account.call('GET', '/talonic/v1/schemas');
    expect(status).toBe(200);
    expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-f-]{36}$/);
    expect(Number(headers.get('x-ratelimit-remaining'))).toBe(Number(headers.get('x-ratelimit-limit')) - 1);
  });
});
