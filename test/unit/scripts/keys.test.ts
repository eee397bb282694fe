import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findServer } from '../../../scripts/keys/find-server.mjs';
import { linesOf } from '../../../scripts/keys/lines.mjs';
import { readOptions } from '../../../scripts/keys/options.mjs';
import { toRequest } from '../../../scripts/keys/to-request.mjs';

describe('the words behind "keys"', () => {
  test.each([
    [['create', '--name', 'a b', '--scopes', 'read,extract', '--account', 'acme'], 'POST', '/v1/keys'],
    [['list'], 'GET', '/v1/keys?limit=100'],
    [['list', '--account', 'acme', '--limit', '5'], 'GET', '/v1/keys?account=acme&limit=5'],
    [['revoke', 'a/b', '--account', 'acme'], 'DELETE', '/v1/keys/a%2Fb?account=acme'],
    [['rotate', 'k', '--overlap', '60'], 'POST', '/v1/keys/k/rotate'],
    [['audit'], 'GET', '/v1/audit?limit=100'],
    [['audit', '--cursor', 'a=='], 'GET', '/v1/audit?limit=100&cursor=a%3D%3D'],
  ])('%j ask for %s %s', (args, method, path) => {
    expect(toRequest(readOptions(args)).slice(0, 2)).toEqual([method, path]);
  });

  test('say what a new key is good for, in the words of the server', () => {
    const [, , body] = toRequest(readOptions(['create', '--scopes', 'read extract', '--expires', '2030-01-01']));
    expect(body).toEqual({ scopes: ['read', 'extract'], expires_at: '2030-01-01' });
    expect(toRequest(readOptions(['rotate', 'k']))[2]).toEqual({ overlap_seconds: 0 });
  });

  test.each([
    [[], 'no action'],
    [['delete', 'k'], '"delete" is no action; one of create'],
    [['constructor', '--name', 'a'], '"constructor" is no action; one of create'],
    [['revoke'], 'which key?'],
    [['revoke', 'a', 'b'], 'does not take "b"'],
    [['list', 'k'], 'does not take "k"'],
    [['list', '--scopes', 'read'], 'list does not take --scopes'],
    [['create', '--colour', 'red'], '--colour'],
  ])('%j are refused with what is wrong', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

describe('the server that is meant', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quarry-keys-'));
    await writeFile(join(folder, 'address'), 'http://127.0.0.1:4321\n');
    await writeFile(join(folder, 'key'), 'tlnc_live_local\n');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const here = { url: 'http://127.0.0.1:4321', key: 'tlnc_live_local' };

  test('is the one that runs here, with its key, unless another one is named', async () => {
    expect(await findServer({}, {}, folder, true)).toEqual(here);
    expect(await findServer({}, { QUARRY_KEY: 'k' }, folder, true)).toEqual({ ...here, key: 'k' });
    const named = { QUARRY_URL: 'https://quarry.test/', QUARRY_KEY: 'k' };
    expect(await findServer({}, named, folder, true)).toEqual({ url: 'https://quarry.test', key: 'k' });
    expect(await findServer({ key: 'j' }, named, folder, true)).toEqual({ url: 'https://quarry.test', key: 'j' });
  });

  test.each([
    [{}, false, 'no server runs on'],
    [{ url: 'https://quarry.test' }, true, 'give a key'],
    [{ url: 'http://quarry.test', key: 'k' }, true, 'must be https'],
    [{ url: 'quarry', key: 'k' }, true, 'must be https'],
    [{ url: 'http://127.0.0.1.quarry.test', key: 'k' }, true, 'must be https'],
  ])('%j is refused with what is missing, and the key of this machine stays on it', async (given, runs, message) => {
    await expect(findServer(given, {}, folder, runs)).rejects.toThrow(message);
  });
});

test('a list is set in columns, and says how to go on where something is left out', () => {
  const key = { id: 'k', prefix: null, scopes: ['read'], created_at: 't', last_used_at: null, name: 'n' };
  const data = [{ ...key, revoked_at: null, expires_at: null }];
  const lines = ['id  key  scopes  made  last used  ends  name', 'k   -    read    t     -          -     n'];
  expect(linesOf('list', { data, pagination: { total: 2, next_cursor: 'c' } })).toEqual([
    ...lines,
    '... 1 of 2; go on with --cursor c',
  ]);
  expect(linesOf('list', { data, pagination: { total: 2, next_cursor: null } })).toEqual(lines);
});

test('a name says nothing to the terminal that it is printed on', () => {
  const key = { id: 'k', prefix: null, scopes: ['read'], created_at: 't', last_used_at: null, expires_at: null };
  const data = [{ ...key, revoked_at: null, name: 'a\u001b[2J\nb\u202ec' }];
  expect(linesOf('list', { data, pagination: { total: 1 } })[1]).toMatch(/a\ufffd\[2J\ufffdb\ufffdc$/);
});
