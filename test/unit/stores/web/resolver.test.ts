import { describe, expect, test } from 'vitest';
import { createResolver, type Fetch } from '../../../../src/stores/web/resolver';

const RESOLVER = 'https://resolver.example/dns-query';
const answering =
  (answers: Readonly<Record<string, unknown>>): Fetch =>
  async (url) => {
    const answer = answers[new URL(url).searchParams.get('type') ?? ''];
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  };
const look = (fetch: Fetch, name = 'a.example') => createResolver(RESOLVER, fetch)(name, AbortSignal.timeout(5_000));

const NOTHING = { Status: 0 };
const FOUND = {
  Status: 0,
  TC: false,
  Answer: [
    { name: 'a.example', type: 5, TTL: 1, data: 'b.example.' },
    { name: 'b.example', type: 1, TTL: 1, data: '93.184.216.34' },
    { name: 'b.example', type: 1, TTL: 1, data: '10.0.0.1' },
  ],
};

describe('A name', () => {
  test('has its addresses of both kinds, without the names on the way', async () => {
    const six = { Status: 0, Answer: [{ type: 28, data: '2606:4700::1' }] };
    expect(await look(answering({ A: FOUND, AAAA: six }))).toEqual({
      ok: true,
      addresses: ['93.184.216.34', '10.0.0.1', '2606:4700::1'],
    });
  });

  test('is asked for as JSON, anew each time', async () => {
    const asked: [string, RequestInit][] = [];
    await look(async (url, init) => {
      asked.push([url, init]);
      return Response.json(NOTHING);
    }, 'xn--mnchen-3ya.example');
    expect(asked.map(([url]) => url)).toEqual([
      `${RESOLVER}?name=xn--mnchen-3ya.example&type=A`,
      `${RESOLVER}?name=xn--mnchen-3ya.example&type=AAAA`,
    ]);
    expect(asked[0]?.[1]).toMatchObject({ headers: { accept: 'application/dns-json' }, cache: 'no-store' });
  });

  test('that does not exist has none', async () => {
    expect(await look(answering({ A: { Status: 3 }, AAAA: { Status: 3 } }))).toEqual({ ok: true, addresses: [] });
  });

  test.each([
    ['one kind of address is not told', { A: FOUND, AAAA: { Status: 2 } }],
    ['the answer is cut short', { A: { ...FOUND, TC: true }, AAAA: NOTHING }],
    ['the resolver fails', { A: FOUND, AAAA: new Response('', { status: 500 }) }],
    ['the resolver redirects', { A: FOUND, AAAA: new Response(null, { status: 302, headers: { location: '/' } }) }],
    ['the answer is no JSON', { A: FOUND, AAAA: new Response('<html>') }],
    ['the answer is something else', { A: FOUND, AAAA: { Status: 'fine' } }],
    ['the answer does not end', { A: FOUND, AAAA: new Response(' '.repeat(70_000)) }],
  ])('is not known when %s', async (_, answers) => {
    expect(await look(answering(answers))).toEqual({
      ok: false,
      reason: 'a.example could not be looked up; try again',
    });
  });

  test('is not known when nobody can be reached, or nobody answers in time', async () => {
    const unreachable = () => Promise.reject(new TypeError('no network'));
    expect((await look(unreachable)).ok).toBe(false);
    const silent = createResolver(RESOLVER, () => new Promise(() => {}));
    expect((await silent('a.example', AbortSignal.timeout(5))).ok).toBe(false);
  });

  test('is not looked up where there is no resolver', async () => {
    const never = () => Promise.reject(new Error('asked'));
    expect(await createResolver('', never)('a.example', AbortSignal.timeout(5))).toEqual({
      ok: false,
      reason: 'a.example cannot be looked up: this server has no DNS_OVER_HTTPS_URL',
    });
  });
});
