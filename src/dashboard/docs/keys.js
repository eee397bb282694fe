import { BAD_LIST, badId, curl, json, LIST_QUERY, noSuch, PAGINATION, WEBHOOK } from './examples.js';

const KEY = '6f0d6a0e-5d0e-4a57-9c43-0e7bb4a5a1d2';
const ADMIN = 'key_1f0c2b7d9a3e5c48';
const SELF = `/v1/keys/${KEY}`;
const ID = ['id', 'path', 'Id of the key.'];
const ACCOUNT = [
  'account',
  'query',
  'Whose: your own unless said. Only a key of the account the server was started with may name another one.',
];
const EXAMPLE = {
  id: KEY,
  account: 'acme',
  name: 'Nightly import',
  scopes: ['read', 'extract'],
  prefix: 'tlnc_live_9Kq2',
  created_at: '2026-03-05T09:00:50.310Z',
  expires_at: null,
  last_used_at: '2026-03-05T09:14:07.021Z',
  rotated_at: null,
  revoked_at: null,
};
const FRESH = { ...EXAMPLE, last_used_at: null, key: 'tlnc_live_9Kq2 ... (59 characters, shown only here)' };
const notYours = [403, 'INSUFFICIENT_PERMISSIONS', 'account is another one than that of your key.'];
const entry = (action, subject) => ({
  id: '0e1f6a5c-7d92-4c0a-8a13-5a5d2a0f7f10',
  account: 'acme',
  action,
  subject_id: subject,
  key_id: ADMIN,
  request_id: 'req_e2199fe3-27cd-49bf-9176-16a6275ee662',
  created_at: '2026-03-05T09:00:50.310Z',
});

export const KEYS = {
  title: 'Keys',
  about:
    'Who may call, and for what. Needs a key with the scope admin, like the one the server was started with. Scopes: read for GET, extract for what starts work, write for everything else that changes something, admin for this; none holds another. A key is stored as its SHA-256 alone, and revoking it takes effect with the next request.',
  routes: [
    {
      method: 'POST',
      path: '/v1/keys',
      about: 'Makes a key. This answer is the only one that tells it; members that are not in this list are refused.',
      parameters: [
        ['name', 'JSON', 'What it is for, at most 100 characters.'],
        ['scopes', 'JSON', 'Some of read, write, extract and admin; the first three unless said.'],
        ['expires_at', 'JSON', 'From when it is good for nothing, ISO 8601; never unless said.'],
        ['account', 'JSON', `${ACCOUNT[2]} An account that is named for the first time is made.`],
      ],
      curl: curl('/v1/keys', json({ name: 'Nightly import', scopes: ['read', 'extract'], account: 'acme' })),
      status: 201,
      answer: FRESH,
      errors: [[400, 'VALIDATION_ERROR', 'No such scope, an end that has passed, or an unknown member.'], notYours],
    },
    {
      method: 'GET',
      path: '/v1/keys',
      about: 'Lists the keys, revoked ones too.',
      parameters: [ACCOUNT, ...LIST_QUERY],
      curl: curl('/v1/keys?account=acme'),
      status: 200,
      answer: { data: [EXAMPLE], pagination: PAGINATION },
      errors: [BAD_LIST, notYours],
    },
    {
      method: 'GET',
      path: '/v1/keys/:id',
      about: 'One key. last_used_at is at most a minute behind.',
      parameters: [ID, ACCOUNT],
      curl: curl(`${SELF}?account=acme`),
      status: 200,
      answer: EXAMPLE,
      errors: [badId, notYours, noSuch('key')],
    },
    {
      method: 'DELETE',
      path: '/v1/keys/:id',
      about: 'Revokes the key with all its secrets, at once. It stays in the list.',
      parameters: [ID, ACCOUNT],
      curl: curl(`${SELF}?account=acme`, '-X DELETE'),
      status: 200,
      answer: { ...EXAMPLE, revoked_at: '2026-03-06T08:00:00.000Z' },
      errors: [badId, notYours, noSuch('key')],
    },
    {
      method: 'POST',
      path: '/v1/keys/:id/rotate',
      about: 'Gives the key another secret under the same id. The old one ends at once, or after the overlap.',
      parameters: [
        ID,
        ACCOUNT,
        [
          'overlap_seconds',
          'JSON',
          'How long the old secret is good beside the new one: 0 unless said, at most 30 days.',
        ],
      ],
      curl: curl(`${SELF}/rotate?account=acme`, json({ overlap_seconds: 3600 })),
      status: 200,
      answer: { ...FRESH, rotated_at: '2026-03-06T08:00:00.000Z' },
      errors: [badId, notYours, noSuch('key'), [409, 'DUPLICATE_RESOURCE', 'The key was revoked or has expired.']],
    },
    {
      method: 'GET',
      path: '/v1/audit',
      about:
        'What was done to keys, webhooks and the account, newest first: key.created, key.rotated, key.revoked, webhook.created, webhook.changed, webhook.deleted, webhook.disabled, account.deleted. Nothing is taken out of it while there is the account. key_id and request_id are null for what the server did by itself.',
      parameters: [ACCOUNT, ...LIST_QUERY],
      curl: curl('/v1/audit?account=acme'),
      status: 200,
      answer: {
        data: [entry('webhook.deleted', WEBHOOK), entry('key.created', KEY)],
        pagination: { ...PAGINATION, total: 2 },
      },
      errors: [BAD_LIST, notYours],
    },
  ],
};
