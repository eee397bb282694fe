/** What a browser is told beside each answer. */
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import worker from '../../../src/index';
import { DIALECT_NAMES, EACH_DIALECT } from '../../support/dialects';
import { formWith, invoiceText } from '../../support/documents';
import { fetchWorker, newAccount, ORIGIN } from './account';

const PAGE = 'https://app.example';

const STRICT = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

const told = ({ headers }: Response, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, headers.get(name)]));

const fetchWith = async (origins: string, path: string, init: RequestInit): Promise<Response> =>
  worker.fetch(new Request(`${ORIGIN}${path}`, init), { ...env, CORS_ORIGINS: origins });

const preflight = (path: string) => ({
  path,
  init: {
    method: 'OPTIONS',
    headers: {
      origin: PAGE,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,idempotency-key',
    },
  },
});

describe('every answer', () => {
  test.each(DIALECT_NAMES)('%s: is strict, whether good, refused or not there', async (name) => {
    const { key } = await newAccount();
    const paths = name === 'llamacloud' ? ['/api/v1/projects', '/api/v1/nothing'] : ['/v1/jobs', '/v1/nothing'];
    for (const headers of [EACH_DIALECT[name].keyHeaders(key), {}])
      for (const path of paths)
        expect(told(await fetchWorker(`/${name}${path}`, { headers }), Object.keys(STRICT))).toEqual(STRICT);
  });

  test('is strict, whether somebody lives here', async () => {
    const response = await fetchWorker('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    expect(told(response, Object.keys(STRICT))).toEqual(STRICT);
  });

  test('allows no page of another origin unless the server is set so', async () => {
    const { key } = await newAccount();
    const headers = { authorization: `Bearer ${key}`, origin: PAGE };
    for (const [origins, allowed] of [
      ['', null],
      [PAGE, PAGE],
      [`https://b.example, ${PAGE}`, PAGE],
      ['https://b.example', null],
      ['*', '*'],
    ] as const) {
      const response = await fetchWith(origins, '/v1/jobs', { headers });
      expect([origins, response.status, response.headers.get('access-control-allow-origin')]).toEqual([
        origins,
        200,
        allowed,
      ]);
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  test('lets an allowed page read why it was refused', async () => {
    const response = await fetchWith(PAGE, '/v1/jobs', { headers: { origin: PAGE } });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, PAGE]);
  });

  test('is a plain 500 where the setting is no list of origins', async () => {
    expect((await fetchWith('app.example', '/v1/jobs', {})).status).toBe(500);
  });
});

describe('a preflight', () => {
  test.each(['/v1/jobs', '/talonic/v1/keys', '/retab/v1/jobs', '/api/v2/extract'])(
    'of %s is answered without a key, and says what is allowed',
    async (path) => {
      const { init } = preflight(path);
      const response = await fetchWith(PAGE, path, init);
      expect([response.status, await response.text()]).toEqual([204, '']);
      expect(
        told(response, [
          'access-control-allow-origin',
          'access-control-allow-headers',
          'access-control-max-age',
          'vary',
        ]),
      ).toEqual({
        'access-control-allow-origin': PAGE,
        'access-control-allow-headers': 'authorization,idempotency-key',
        'access-control-max-age': '7200',
        vary: 'Origin',
      });
      expect(response.headers.get('access-control-allow-methods')).toContain('POST');
    },
  );

  test('of a page that is not allowed names no origin', async () => {
    const { path, init } = preflight('/v1/jobs');
    expect((await fetchWith('', path, init)).headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('what somebody uploaded is sent to be kept, never to be run or guessed at', async () => {
  const account = await newAccount();
  const html = {
    ...invoiceText(1),
    filename: 'x.html',
    mediaType: 'text/html',
    bytes: Uint8Array.from('<p>1', (letter) => letter.charCodeAt(0)),
  };
  const { body } = await account.call<{ id: string }>('POST', '/v1/documents', { form: formWith(html) });
  const link = await account.call<{ url: string }>('GET', `/llamacloud/api/v1/files/${body.id}/content`);
  const response = await fetchWorker(new URL(link.body.url).href.replace(ORIGIN, ''));
  expect(response.status).toBe(200);
  expect(told(response, ['content-security-policy', 'x-content-type-options', 'content-disposition'])).toEqual({
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringMatching(/^attachment/),
  });
});
