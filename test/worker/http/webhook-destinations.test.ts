/** That no dialect takes a webhook that would lead inside, or break out of a header, wherever it may be given. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type Account, type Answer, newAccount } from './account';

interface Destination {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const SCHEMA = { type: 'object', properties: { number: { type: 'string' } } };
const GOOD = 'https://hooks.example/in';

let account: Account;
beforeEach(async () => {
  account = await newAccount();
});

const made = async (path: string, json: unknown, headers = {}): Promise<string> =>
  (await account.call<{ id: string }>('POST', path, { json, headers })).body.id;
const retab = () => ({ 'api-key': account.key });
const inTheirs = ({ url, headers }: Destination) => ({
  webhook_url: url,
  ...(headers && { webhook_headers: headers }),
});

/** Every place; Talonic has no headers of a caller's own. */
const PLACES: Readonly<Record<string, { ask(to: Destination): Promise<Answer<unknown>>; hasHeaders: boolean }>> = {
  'Talonic: stored': { hasHeaders: false, ask: ({ url }) => account.call('POST', '/v1/webhooks', { json: { url } }) },
  'Talonic: changed': {
    hasHeaders: false,
    ask: async ({ url }) =>
      account.call('PATCH', `/v1/webhooks/${await made('/v1/webhooks', { url: GOOD })}`, { json: { url } }),
  },
  'Talonic: of an extraction': {
    hasHeaders: false,
    ask: ({ url }) => {
      const form = new FormData();
      form.set('file', new File(['Number: A-1'], 'a.txt'));
      form.set('schema', JSON.stringify(SCHEMA));
      form.set('webhook_url', url);
      form.set('options', '{"async":true}');
      return account.call('POST', '/v1/extract', { form });
    },
  },
  'Retab: stored': {
    hasHeaders: true,
    ask: (json) => account.call('POST', '/retab/v1/webhooks', { json, headers: retab() }),
  },
  'Retab: changed': {
    hasHeaders: true,
    ask: async (json) => {
      const id = await made('/retab/v1/webhooks', { url: GOOD }, retab());
      return account.call('PATCH', `/retab/v1/webhooks/${id}`, { json, headers: retab() });
    },
  },
  'LlamaCloud: stored': {
    hasHeaders: true,
    ask: (to) => account.call('POST', '/api/v1/beta/webhook-configs', { json: inTheirs(to) }),
  },
  'LlamaCloud: of a job': {
    hasHeaders: true,
    ask: (to) =>
      account.call('POST', '/api/v1/extraction/run', {
        json: { data_schema: SCHEMA, config: {}, text: 'Number: A-1', webhook_configurations: [inTheirs(to)] },
      }),
  },
};

const REFUSED: readonly (readonly [Destination, string])[] = [
  [{ url: 'https://10.0.0.1/in' }, '10.0.0.1 is a private address'],
  [{ url: 'https://169.254.169.254/' }, '169.254.169.254 is a link-local address'],
  [{ url: 'https://0x7f.2/' }, '127.0.0.2 is a loopback address'],
  [{ url: 'https://[::ffff:10.0.0.1]/' }, 'is an IPv4 address in IPv6'],
  [{ url: 'https://nas.local/' }, 'nas.local is a name of a local network'],
  [{ url: 'http://hooks.example/in' }, 'must be an https URL'],
  [{ url: 'https://a:b@hooks.example/in' }, 'without a user or a password in it'],
  [{ url: 'https://hooks.example:25/in' }, 'port 25 of hooks.example is not one of a web server'],
];

const BAD_HEADERS: readonly (readonly [Destination, string])[] = [
  [{ url: GOOD, headers: { 'x-a': 'b\r\nhost: c' } }, 'x-a has line breaks'],
  [{ url: GOOD, headers: { 'webhook-signature': 'v1,b' } }, 'webhook-signature is set by'],
  [{ url: GOOD, headers: { 'transfer-encoding': 'chunked' } }, 'is set by this server'],
];

/** Where a destination's parts are called `url` and `headers`; elsewhere `webhook_url` and `webhook_headers`. */
const PLAIN: ReadonlySet<string> = new Set(['Talonic: stored', 'Talonic: changed', 'Retab: stored', 'Retab: changed']);

describe.each(Object.entries(PLACES))('%s', (place, { ask, hasHeaders }) => {
  test('takes a public address, and one of this machine where that is allowed', async () => {
    for (const url of [GOOD, 'http://127.0.0.1:4000/in']) expect((await ask({ url })).status, url).toBeLessThan(300);
  });

  test('refuses what leads inside or breaks out of a header, and says why', async () => {
    for (const [to, reason] of hasHeaders ? [...REFUSED, ...BAD_HEADERS] : REFUSED) {
      const { status, body } = await ask(to);
      expect(JSON.stringify(body)).toContain(reason);
      expect(JSON.stringify(body)).toContain(
        `"${PLAIN.has(place) ? '' : 'webhook_'}${to.headers ? 'headers' : 'url'}: `,
      );
      expect([400, 422], reason).toContain(status);
    }
  });
});
