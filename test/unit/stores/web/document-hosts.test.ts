import { describe, expect, test } from 'vitest';
import type { DocumentAddress } from '../../../../src/jobs/web/document-host';
import { createDocumentHosts } from '../../../../src/stores/web/document-hosts';
import type { Web } from '../../../../src/stores/web/guarded-fetch';

const START = 'https://a.example/x/invoice.pdf';
const resolve: Web['resolve'] = async () => ({ ok: true, addresses: ['93.184.216.34'] });

interface Sent {
  readonly url: string;
  readonly headers: HeadersInit | undefined;
}

/** Answers by URL; what was asked, in order. */
function hosts(answers: Readonly<Record<string, () => Response | Promise<Response>>>, timeoutMs = 5_000, loop = false) {
  const sent: Sent[] = [];
  const fetch: Web['fetch'] = async (url, { headers }) => {
    sent.push({ url, headers });
    const answer = answers[url];
    if (answer === undefined) throw new TypeError('no such host');
    return answer();
  };
  const made = createDocumentHosts({ fetch, resolve }, { allowsLoopback: loop, timeoutMs });
  const get = (asked: Partial<DocumentAddress> = {}) =>
    made.get({ url: START, headers: {}, followsRedirects: true, maxBytes: 1_000, ...asked });
  return { get, sent };
}

const redirect = (location: string | null, status = 302) =>
  new Response(null, { status, headers: location === null ? {} : { location } });
const failure = (problem: string, reason: string) => ({ ok: false, problem, reason });

/** So many bytes, one at a time, and then nothing more. */
const dripping = (count: number) => {
  let left = count;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left-- > 0) controller.enqueue(new Uint8Array(1));
      return left < 0 ? new Promise(() => {}) : undefined;
    },
  });
};

describe('A document of a host', () => {
  test('comes with what the host says of it', async () => {
    const headers = { 'content-type': 'Text/CSV; charset=utf-8', 'content-disposition': 'attachment; filename=a.csv' };
    const { get } = hosts({ [START]: () => new Response('a,b', { headers }) });
    expect(await get()).toEqual({
      ok: true,
      bytes: new TextEncoder().encode('a,b'),
      mediaType: 'text/csv',
      disposition: 'attachment; filename=a.csv',
    });
  });

  test('is not taken for what it is packed as', async () => {
    const answer = async (encoding: string) =>
      hosts({ [START]: () => new Response('a,b', { headers: { 'content-encoding': encoding } }) }).get();
    for (const encoding of ['deflate', 'ZSTD', 'gzip, compress'])
      expect(await answer(encoding)).toEqual(
        failure('status', 'a.example sends it packed in a way that is not unpacked here'),
      );
    // Stores of files write such things beside what they do not pack.
    for (const encoding of ['', 'identity', 'utf-8', 'aws-chunked'])
      expect(await answer(encoding)).toMatchObject({ ok: true });
  });

  test('is followed over redirects of every kind, relative ones too, at most five', async () => {
    const chain = Object.fromEntries(
      [301, 302, 303, 307, 308, 302].map((status, index) => [
        `https://a.example/${index}`,
        () => redirect(`/${index + 1}`, status),
      ]),
    );
    const { get } = hosts({ ...chain, 'https://a.example/6': () => new Response('end') });
    expect(await get({ url: 'https://a.example/1' })).toMatchObject({ ok: true });
    expect(await get({ url: 'https://a.example/0' })).toEqual(
      failure('redirect', 'a.example redirects once more; 5 redirects are followed'),
    );
  });

  test('is told what the caller says to its host, and no other host is', async () => {
    const { get, sent } = hosts({
      [START]: () => redirect('/y'),
      'https://a.example/y': () => redirect('https://b.example/'),
      'https://b.example/': () => redirect('https://a.example/z'),
      'https://a.example/z': () => new Response('z'),
    });
    await get({ headers: { authorization: 'Bearer t' } });
    const told = sent.map(({ headers }) => new Headers(headers).get('authorization'));
    expect(told).toEqual(['Bearer t', 'Bearer t', null, null]);
  });

  test('is not looked for behind a redirect that is not to be followed, or leads nowhere', async () => {
    const { get, sent } = hosts({ [START]: () => redirect('https://b.example/') });
    expect(await get({ followsRedirects: false })).toEqual(
      failure('redirect', 'a.example answered 302, a redirect, which was not to be followed'),
    );
    expect(sent).toHaveLength(1);
    for (const location of [null, 'https://']) {
      expect(await hosts({ [START]: () => redirect(location) }).get()).toEqual(
        failure('redirect', 'a.example answered 302, a redirect to no address'),
      );
    }
  });

  test('is not looked for on this machine because somebody out there says so', async () => {
    const answers = {
      [START]: () => redirect('http://127.0.0.1:8080/'),
      'http://127.0.0.1:8080/': () => new Response('in'),
    };
    expect(await hosts(answers, 5_000, true).get()).toMatchObject({ problem: 'refused-address' });
    expect(await hosts(answers, 5_000, true).get({ url: 'http://127.0.0.1:8080/' })).toMatchObject({ ok: true });
  });

  test.each([206, 400, 401, 404, 500, 304])('does not come with a %i', async (status) => {
    const { get } = hosts({ [START]: () => new Response(status === 304 ? null : 'private words', { status }) });
    expect(await get()).toEqual(failure('status', `a.example answered ${status}`));
  });

  test.each([
    ['announced', () => new Response('a', { headers: { 'content-length': '1001' } })],
    ['come', () => new Response(new Uint8Array(1001))],
    [
      'come where fewer were announced',
      () => new Response(new Uint8Array(1001), { headers: { 'content-length': '1' } }),
    ],
  ])('is refused when more bytes than are taken have %s', async (_, answer) => {
    expect(await hosts({ [START]: answer }).get()).toEqual(
      failure('too-large', 'a.example sends more than 1000 bytes'),
    );
  });

  test('of exactly the most bytes is taken', async () => {
    const { get } = hosts({ [START]: () => new Response(new Uint8Array(1000)) });
    expect(await get()).toMatchObject({ ok: true });
  });

  test.each([
    ['nothing comes', () => new Promise<Response>(() => {})],
    ['it drips', () => new Response(dripping(10))],
  ])('is given up in time when %s', async (_, answer) => {
    expect(await hosts({ [START]: answer }, 20).get()).toEqual(failure('timeout', 'a.example did not answer in time'));
  });

  test('does not come from a host that is not there', async () => {
    expect(await hosts({}).get()).toEqual(failure('unreachable', 'no connection to a.example, or it broke off'));
  });
});
