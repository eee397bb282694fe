/** How often a key may ask: exactly, and what every dialect says of it. */
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { createPorts } from '../../../src/bindings';
import { createApp } from '../../../src/http/app';
import type { DialectName } from '../../../src/http/dialects';
import { createRateLimiter } from '../../../src/stores/durable/rate-limiter';
import { EACH_DIALECT } from '../../support/dialects';
import { PATIENCE } from '../../support/patience';
import { newAccount, ORIGIN } from './account';

const LIMIT = 10;

/** A list of each dialect, and the body of a 429 in its words. */
const DIALECTS: Readonly<Record<DialectName, { readonly path: string; readonly refusal: object }>> = {
  talonic: {
    path: '/v1/jobs',
    refusal: {
      statusCode: 429,
      code: 'QUOTA_EXCEEDED',
      error: 'Too Many Requests',
      message: expect.stringContaining(`More than ${LIMIT} requests in a minute`),
      retryable: true,
      request_id: expect.stringMatching(/^req_/),
      timestamp: expect.any(String),
      path: '/v1/jobs',
    },
  },
  retab: {
    path: '/v1/jobs',
    refusal: {
      detail: {
        code: 'rate_limited',
        message: expect.stringContaining(`More than ${LIMIT} requests in a minute`),
        details: null,
      },
    },
  },
  llamacloud: {
    path: '/api/v1/projects',
    refusal: { detail: expect.stringContaining(`More than ${LIMIT} requests in a minute`) },
  },
};

/** The Worker with a clock that a test moves. */
function server(limit = LIMIT) {
  const clock = { now: Math.floor(Date.now() / 60_000) * 60_000 };
  const app = createApp(
    () => ({ ...createPorts(env), limiter: createRateLimiter(env.RATE_LIMITER, limit, () => clock.now, PATIENCE) }),
    { info: () => {}, error: () => {} },
  );
  const ask = async (name: DialectName, key: string): Promise<Response> =>
    app.request(`${ORIGIN}/${name}${DIALECTS[name].path}`, { headers: EACH_DIALECT[name].keyHeaders(key) }, env);
  return { clock, ask };
}

const told = ({ headers }: Response) =>
  ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`));

describe.each(Object.keys(DIALECTS) as DialectName[])('%s', (name) => {
  test('lets exactly those through that are left, however many come at once, and counts down', async () => {
    const { clock, ask } = server();
    const { key } = await newAccount();
    const reset = String(clock.now / 1000 + 60);
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(name, key)));
    const passed = answers.filter(({ status }) => status === 200);
    expect(passed.map((answer) => told(answer)[1]).sort()).toEqual([...'0123456789']);
    for (const answer of answers) expect(told(answer)).toEqual([String(LIMIT), expect.any(String), reset]);

    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBe(50 - LIMIT);
    for (const answer of refused) {
      expect(told(answer)[1]).toBe('0');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect(await answer.json()).toEqual(DIALECTS[name].refusal);
    }
  });

  test('lets a key in again with the first moment of the next minute, and not before', async () => {
    const { clock, ask } = server(1);
    const { key } = await newAccount();
    expect((await ask(name, key)).status).toBe(200);
    clock.now += 59_999;
    expect((await ask(name, key)).status).toBe(429);
    clock.now += 1;
    const again = await ask(name, key);
    expect([again.status, ...told(again)]).toEqual([200, '1', '0', String(clock.now / 1000 + 60)]);
  });
});

test('keys of one account do not share an allowance, and one key shares it over all dialects', async () => {
  const { ask } = server(2);
  const { id, key } = await newAccount();
  const second = await newAccount(crypto.randomUUID());
  await env.DB.prepare('update api_keys set account_id = ? where account_id = ?').bind(id, second.id).run();
  expect((await ask('talonic', key)).status).toBe(200);
  expect((await ask('retab', key)).status).toBe(200);
  expect((await ask('llamacloud', key)).status).toBe(429);
  expect((await ask('llamacloud', second.key)).status).toBe(200);
});
