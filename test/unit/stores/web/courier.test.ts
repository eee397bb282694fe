import { describe, expect, test } from 'vitest';
import { createCourier } from '../../../../src/stores/web/courier';
import type { Web } from '../../../../src/stores/web/guarded-fetch';

const RECEIVER = 'https://hooks.example/in';
const resolve: Web['resolve'] = async () => ({ ok: true, addresses: ['93.184.216.34'] });
const post = (fetch: Web['fetch'], timeoutMs = 5_000, web: Partial<Web> = {}) =>
  createCourier({ fetch, resolve, ...web }, { allowsLoopback: false, timeoutMs }, () => 1_000).post({
    url: RECEIVER,
    headers: { 'webhook-id': 'msg_1', Connection: 'upgrade', 'x-a': 'b' },
    body: '{"a":1}',
  });
const answer = (status: number, headers: Record<string, string> = {}, body: BodyInit | null = 'ok') =>
  post(async () => new Response(status === 204 || status === 304 ? null : body, { status, headers }));
const nothing = { message: null, retryAfterMs: null, elapsedMs: 0 };

/** A body that begins and then does nothing more. */
const stuck = () =>
  new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new TextEncoder().encode('o')) });
const broken = () => new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('reset')) });

describe('A letter', () => {
  test('is posted as it is, without headers about the connection, and no redirect is followed', async () => {
    const sent: [string, RequestInit][] = [];
    await post(async (url, init) => {
      sent.push([url, init]);
      return new Response('');
    });
    expect(sent).toEqual([
      [
        RECEIVER,
        expect.objectContaining({
          method: 'POST',
          body: '{"a":1}',
          redirect: 'manual',
          headers: { 'webhook-id': 'msg_1', 'x-a': 'b' },
        }),
      ],
    ]);
  });

  test.each([200, 201, 202, 204, 299])('is delivered by a %i', async (status) => {
    expect(await answer(status)).toEqual({ ...nothing, problem: null, status });
  });

  test.each([301, 302, 303, 307, 308])('is not delivered by a %i, and says so', async (status) => {
    expect(await answer(status, { location: 'https://hooks.example/else' })).toEqual({
      ...nothing,
      problem: 'redirect',
      status,
      message: `hooks.example answered ${status}; redirects are not followed: store the address it leads to`,
    });
  });

  test.each([300, 304, 400, 404, 410, 500, 503])('is not delivered by a %i, whatever it says', async (status) => {
    expect(await answer(status, {}, 'private words')).toEqual({
      ...nothing,
      problem: 'status',
      status,
      message: `hooks.example answered ${status}`,
    });
  });

  test('waits as it is asked to', async () => {
    expect((await answer(503, { 'retry-after': '7' })).retryAfterMs).toBe(7_000);
    expect((await answer(429, { 'retry-after': 'Thu, 01 Jan 1970 00:00:31 GMT' })).retryAfterMs).toBe(30_000);
  });

  test('is delivered by a 2xx with a body that is longer than anybody reads', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    expect((await post(async () => new Response(endless))).problem).toBeNull();
    expect(pulled).toBeLessThan(10);
  });

  test.each([
    ['no answer comes', () => new Promise<Response>(() => {})],
    ['its answer does not end', async () => new Response(stuck())],
  ])('fails in time when %s', async (_, fetch) => {
    expect(await post(fetch, 20)).toMatchObject({
      problem: 'timeout',
      message: 'hooks.example did not answer in time',
    });
  });

  test.each([
    ['there is no connection', () => Promise.reject(new TypeError('secret of the network'))],
    ['its answer breaks off', async () => new Response(broken())],
  ])('fails when %s, without details of the network', async (_, fetch) => {
    expect(await post(fetch)).toMatchObject({
      problem: 'unreachable',
      message: 'no connection to hooks.example, or it broke off',
    });
  });

  test('is sent later when the name cannot be looked up, and not at all where it leads inside', async () => {
    const never = () => Promise.reject(new Error('asked'));
    const unknown = async () => ({ ok: false, reason: 'hooks.example could not be looked up; try again' }) as const;
    expect(await post(never, 5_000, { resolve: unknown })).toMatchObject({ problem: 'unreachable', status: null });
    const inside = async () => ({ ok: true, addresses: ['10.0.0.1'] }) as const;
    expect(await post(never, 5_000, { resolve: inside })).toMatchObject({
      problem: 'refused-address',
      message: 'the name hooks.example leads to a private address; only public addresses are spoken to',
    });
  });
});
